import { imageElsewhere } from '../../../src/checks/manifest/image-elsewhere.ts';
import { aCopy, anImageFact } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const ARCHIVED = aCopy({ account: '444455556666', status: 'ARCHIVED' });

testCheck(imageElsewhere, {
  elsewhere: [
    {
      when: 'two other places have it',
      facts: { image: null, imageElsewhere: [aCopy(), aCopy({ account: '444455556666' })] },
      says: 'The image is in 123456789012 eu-west-1 and 444455556666 eu-west-1: the name may mean that place, or a copy never came here.',
    },
    {
      when: 'one place can serve it, and another has it in its archive',
      facts: { image: null, imageElsewhere: [ARCHIVED, aCopy()] },
      says: 'The image is in 123456789012 eu-west-1: the name may mean that place, or a copy never came here.',
    },
  ],
  archived: [{ when: 'an archive alone has it', facts: { image: null, imageElsewhere: [ARCHIVED] } }],
  nowhere: [{ when: 'no configured place has it', facts: { image: null, imageElsewhere: [] } }],
  'still-there': [
    { when: 'it is archived here', facts: { image: anImageFact({ status: 'ARCHIVED' }), imageElsewhere: [aCopy()] } },
  ],
});
