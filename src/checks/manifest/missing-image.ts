import type { EcrIncident } from '../../domain/check.ts';
import { shortDigest, shortName } from '../../domain/image-reference.ts';
import { isTagLost } from '../../domain/lost-tag.ts';
import { absenceWords } from '../absence-words.ts';
import { defineCheck } from '../define-check.ts';

export const missingImage = defineCheck({
  id: 'missing-image',
  stage: 'manifest',
  step: 'object',
  question: 'Does the repository hold the image that the tag or digest names?',
  needs: ['repository', 'image', 'importingRule', 'frozenInstead'],
  answers: {
    present: { verdict: 'pass', says: '`{{name}}` exists: it was pushed at {{pushedAt}}.' },
    missing: { verdict: 'fail', says: 'Repository `{{repository}}` exists, but holds no image `{{name}}`.' },
    cached: {
      verdict: 'unknown',
      says: 'ECR fetches `{{name}}` from `{{upstream}}` at the first pull, through rule `{{rule}}`: that it is missing here does not say whether it is there.',
    },
    'frozen-instead': {
      verdict: 'pass',
      says: '`{{name}}` is not cached, and tasks of the present deployment do not ask for it: they pull `{{digest}}`, which ECS froze when it began, and that image is there. The next deployment has ECR fetch the tag from `{{upstream}}`.',
    },
    archived: {
      verdict: 'fail',
      says: '`{{name}}` is archived: a pull answers "not found" until the image is restored.',
    },
    restoring: {
      verdict: 'fail',
      says: '`{{name}}` is being restored from the archive: until that ends, a pull fails.',
    },
    'next-deployment': {
      verdict: 'fail',
      says: '`{{name}}` {{state}}, so the next deployment would fail. Tasks of the present one pull `{{digest}}` in its place, which ECS froze when it began, and that image is there.',
    },
    'no-tag': {
      verdict: 'unknown',
      says: 'The message names no tag, so which image of `{{repository}}` was asked for is not known: ask again with the tag.',
    },
    'no-repository': { verdict: 'not-applicable', says: 'There is no repository to look in.' },
  },
  evaluate({ repository, image, importingRule, frozenInstead }, incident) {
    if (repository === null) return { answer: 'no-repository' };
    const data = { name: shortName(incident.image), repository: incident.image.repository };
    if (isTagLost(incident)) return { answer: 'no-tag', data };
    const instead = saysNotFound(incident) ? null : frozenInstead;
    const digest = shortDigest(instead?.digest ?? '');
    if (image === null && importingRule !== null) {
      const { prefix: rule, upstream } = importingRule;
      return { answer: instead === null ? 'cached' : 'frozen-instead', data: { ...data, rule, upstream, digest } };
    }
    // Nothing of it is tried until somebody deploys anew.
    if (instead !== null) {
      return { answer: 'next-deployment', data: { ...data, state: absenceWords(image), digest }, stage: 'prevention' };
    }
    const reading = readsOtherwise(incident) ? ({ explains: false } as const) : {};
    if (image === null) return { answer: 'missing', data, ...reading };
    if (image.status === 'ARCHIVED') return { answer: 'archived', data, ...reading };
    if (image.status === 'ACTIVATING') return { answer: 'restoring', data, ...reading };
    return { answer: 'present', data: { ...data, pushedAt: image.pushedAt } };
  },
});

/** A text that names what is missing is of whoever asked for it, whatever was frozen for others. */
function saysNotFound({ symptom }: EcrIncident): boolean {
  return symptom?.kind === 'not_found';
}

/** A registry tells an outsider that he may not pull where the repository is missing; where only the tag is, it says so. */
function readsOtherwise({ symptom }: EcrIncident): boolean {
  return symptom?.kind === 'access_denied' && symptom.explainedBy.includes('permission');
}
