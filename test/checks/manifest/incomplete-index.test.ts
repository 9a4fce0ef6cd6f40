import { incompleteIndex } from '../../../src/checks/manifest/incomplete-index.ts';
import type { Image, IndexChild } from '../../../src/domain/facts/registry.ts';
import { anImageFact } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const child = (architecture: string, image: Image | null): IndexChild => ({
  platform: `linux/${architecture}`,
  digest: `sha256:${'c0'.repeat(32)}`,
  image,
});
const there = anImageFact({ tags: [] });
const archived = anImageFact({ tags: [], status: 'ARCHIVED' });
const index = (...indexChildren: readonly IndexChild[]) => ({ image: anImageFact(), indexChildren });

testCheck(incompleteIndex, {
  complete: [
    {
      when: 'what the puller wants is there',
      facts: index(child('arm64', there)),
      says: 'The index of `shop/api:v2.1.0` and its images for `linux/arm64` are there.',
    },
    { when: 'nobody says which, and all are there', facts: index(child('arm64', there), child('amd64', there)) },
  ],
  incomplete: [
    {
      when: 'it is gone',
      facts: index(child('arm64', null)),
      says: '`shop/api:v2.1.0` is an index, and its image for `linux/arm64`, `sha256:c0c0c0c0c0c0…`, is no longer in the repository: a pull finds the index and then answers "not found".',
    },
    {
      when: 'it lies in the archive',
      facts: index(child('arm64', archived)),
      says: '`shop/api:v2.1.0` is an index, and its image for `linux/arm64`, `sha256:c0c0c0c0c0c0…`, lies in the archive: a pull finds the index and then answers "not found".',
    },
    { when: 'it is being restored', facts: index(child('arm64', anImageFact({ status: 'ACTIVATING' }))) },
    { when: 'all that it may be are gone', facts: index(child('arm64', null), child('amd64', archived)) },
  ],
  perhaps: [
    {
      when: 'one of those that it may be is gone',
      facts: index(child('amd64', there), child('arm64', null)),
      says: '`shop/api:v2.1.0` is an index, and its image for `linux/arm64`, `sha256:c0c0c0c0c0c0…`, is no longer in the repository; whether the puller wants that one I cannot tell.',
    },
  ],
  'no-index': [{ when: 'there is nothing for the puller', facts: index() }],
  missing: [
    { when: 'there is no such image', facts: { image: null, indexChildren: [] } },
    { when: 'the index itself is archived', facts: { image: archived, indexChildren: [child('arm64', null)] } },
  ],
});
