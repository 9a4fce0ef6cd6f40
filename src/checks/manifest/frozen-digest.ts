import type { EcrIncident } from '../../domain/check.ts';
import { shortDigest, shortName } from '../../domain/image-reference.ts';
import { absenceWords } from '../absence-words.ts';
import { defineCheck } from '../define-check.ts';

export const frozenDigest = defineCheck({
  id: 'frozen-digest',
  stage: 'manifest',
  step: 'object',
  question: 'Is the image still there that ECS froze when the deployment of the service began?',
  needs: ['repository', 'frozenImage', 'pullThroughRule'],
  supersedes: ['missing-image', 'pushed-after-failure'],
  answers: {
    kept: { verdict: 'pass', says: 'ECS froze `{{name}}` as {{digest}} at {{frozenAt}}, and that image is there.' },
    gone: {
      verdict: 'fail',
      says: 'ECS froze `{{name}}` as {{digest}} when the deployment began at {{frozenAt}}, and that image is no longer in the repository. The tag names another image now, which only a new deployment would pull.',
    },
    'gone-with-tag': {
      verdict: 'fail',
      says: 'ECS froze `{{name}}` as {{digest}} when the deployment began at {{frozenAt}}, and that image is no longer in the repository. Nor is there another image with the tag, so a new deployment alone would not help.',
    },
    archived: {
      verdict: 'fail',
      says: 'ECS froze `{{name}}` as {{digest}} when the deployment began at {{frozenAt}}, and that image {{state}}: a pull answers "not found" until it is back.',
    },
    'same-image': {
      verdict: 'not-applicable',
      says: 'The tag names what ECS froze: whatever is wrong with that image is so without it.',
    },
    cached: {
      verdict: 'unknown',
      says: 'ECS froze `{{name}}` as {{digest}}, which is not in the repository, but ECR may fetch it through rule `{{rule}}`.',
    },
    'not-frozen': {
      verdict: 'not-applicable',
      says: 'ECS froze no digest for this image: a task pulls what is asked for.',
    },
    'no-repository': { verdict: 'not-applicable', says: 'There is no repository to look in.' },
  },
  evaluate({ repository, frozenImage, pullThroughRule }, incident) {
    const wanted = incident.image;
    if (repository === null) return { answer: 'no-repository' };
    if (frozenImage === null) return { answer: 'not-frozen' };
    const { image, tagged, tag, frozenAt } = frozenImage;
    const name = shortName({ text: wanted.text, registry: wanted.registry, repository: wanted.repository, tag });
    const data = { name, digest: `\`${shortDigest(frozenImage.digest)}\``, frozenAt };
    if (image?.status === 'ACTIVE') return { answer: 'kept', data };
    if (image !== null && image.digest === tagged?.digest) return { answer: 'same-image' };
    if (image !== null) {
      return { answer: 'archived', data: { ...data, state: absenceWords(image) }, ...certaintyOf(incident) };
    }
    if (pullThroughRule !== null) return { answer: 'cached', data: { ...data, rule: pullThroughRule.prefix } };
    return { answer: tagged === null ? 'gone-with-tag' : 'gone', data, ...certaintyOf(incident) };
  },
});

/** A pull of what was frozen asks for the digest, and its messages name it: one that does not may be of another task. */
function certaintyOf({ image, symptom }: EcrIncident): { readonly atMost?: 'probable' } {
  return symptom !== null && image.digest === undefined ? { atMost: 'probable' } : {};
}
