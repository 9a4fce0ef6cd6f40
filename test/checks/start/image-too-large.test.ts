import { imageTooLarge } from '../../../src/checks/start/image-too-large.ts';
import { SYMPTOMS } from '../../support/an-incident.ts';
import { anImageFact, aPuller } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const GIB = 1024 ** 3;
const blamed = { symptom: { ...SYMPTOMS.notFound, kind: 'disk_full' } } as const;
const sized = (gib: number, diskGiB: number | null = 20) => ({
  image: anImageFact({ sizeInBytes: gib * GIB }),
  puller: aPuller({ diskGiB }),
});

testCheck(imageTooLarge, {
  larger: [
    {
      when: 'even compressed it does not fit',
      facts: sized(20.5),
      incident: blamed,
      says: '`shop/api:v2.1.0` is 20.50 GiB compressed, and the task has a disk of 20 GiB for the compressed image and the unpacked one together.',
    },
    { when: 'nobody blames the disk yet', facts: sized(31, 30) },
  ],
  tight: [
    { when: 'the message blames the disk, whatever the size', facts: sized(0.1), incident: blamed },
    { when: 'it just fits compressed', facts: sized(20), incident: blamed },
    { when: 'nobody blames the disk, but unpacked it would be too much even without growing', facts: sized(10.1) },
  ],
  'unknown-disk': [{ when: 'the disk is an instance’s', facts: sized(1, null), incident: blamed }],
  'unknown-size': [
    { when: 'ECR gives none', facts: { image: anImageFact(), puller: aPuller() }, incident: blamed },
    { when: 'ECR gives nought', facts: sized(0), incident: blamed },
  ],
  smaller: [{ when: 'there is room for two', facts: sized(10) }],
  unblamed: [
    { when: 'nobody blames a disk that nobody sees', facts: sized(1, null) },
    { when: 'nobody blames the disk, and ECR gives no size', facts: sized(0) },
  ],
  missing: [{ when: 'there is no image', facts: { image: null, puller: aPuller() }, incident: blamed }],
});
