import { upstreamLacksImage } from '../../../src/checks/cache/upstream-lacks-image.ts';
import { anUpstream } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

testCheck(upstreamLacksImage, {
  'has-it': [{ when: 'it is there', facts: { upstreamRepository: anUpstream() } }],
  'no-repository': [
    {
      when: 'there is no repository of the mapped name',
      facts: { upstreamRepository: anUpstream({ exists: false, image: null }) },
      says: 'The cache would fetch from 444455556666 eu-west-1, and there is no repository `base/api` there.',
    },
  ],
  'no-image': [
    {
      when: 'only the image is missing',
      facts: { upstreamRepository: anUpstream({ image: null }) },
      says: 'The cache would fetch from 444455556666 eu-west-1, and repository `base/api` holds no image `base/api:v2.1.0` there.',
    },
  ],
  archived: [
    {
      when: 'it lies in the archive there',
      facts: { upstreamRepository: anUpstream({ image: 'ARCHIVED' }) },
      says: 'The cache would fetch `base/api:v2.1.0` from 444455556666 eu-west-1, and it lies in the archive there: until it is restored, nobody can pull it.',
    },
    { when: 'it is on its way back', facts: { upstreamRepository: anUpstream({ image: 'ACTIVATING' }) } },
  ],
  'no-upstream': [{ when: 'nothing is fetched from ECR', facts: { upstreamRepository: null } }],
});
