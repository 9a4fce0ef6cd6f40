import type { Replication } from '../../domain/facts/copies.ts';
import { listOf } from '../../lib/plural.ts';
import { defineCheck } from '../define-check.ts';

/** What is on its way says most, and what never set out least. */
const TELLING = ['in-progress', 'failed', 'complete', 'not-sent', 'left-out'] as const;

export const replicationUnfinished = defineCheck({
  id: 'replication-unfinished',
  stage: 'manifest',
  step: 'object',
  question: 'Has replication brought the image here from the places that have it?',
  needs: ['image', 'images', 'imageElsewhere', 'replications'],
  after: ['missing-image', 'missing-repository'],
  answers: {
    'in-progress': {
      verdict: 'fail',
      says: 'Replication from {{source}} is under way: most images arrive within 30 minutes.',
    },
    failed: { verdict: 'fail', says: 'Replication from {{source}} failed: {{reason}}.' },
    'not-sent': {
      verdict: 'fail',
      says: '{{source}} replicates this repository to here, but never sent this image: by itself, ECR takes along only what is pushed or restored there after the rule was made, and nothing that came there by replication. Older images take a replication backfill.',
    },
    'left-out': {
      verdict: 'fail',
      says: '{{source}} replicates to here only repositories whose names begin with {{prefixes}}, and this is none of them.',
    },
    untagged: {
      verdict: 'fail',
      says: 'Replication from {{source}} has brought the image as `{{digest}}`, and it is here without the tag.',
    },
    complete: {
      verdict: 'pass',
      says: 'ECR says that replication from {{source}} is complete: the image was taken away here since.',
    },
    'no-rule': { verdict: 'pass', says: 'No place that has the image replicates to here.' },
    'no-copy': { verdict: 'not-applicable', says: 'No other configured place has the image.' },
    'still-there': { verdict: 'not-applicable', says: 'The image has come here.' },
  },
  evaluate({ image, images, imageElsewhere, replications }) {
    if (image !== null) return { answer: 'still-there' };
    if (imageElsewhere.length === 0) return { answer: 'no-copy' };
    const told = mostTelling(replications);
    if (told === undefined) return { answer: 'no-rule' };
    const source = `${told.account} ${told.region}`;
    const prefixes = listOf(told.prefixes.map((prefix) => `\`${prefix}\``));
    const reason = told.failure === null ? 'ECR gives no reason' : `\`${told.failure}\``;
    const hasCome = told.state === 'complete' && images.some(({ digest }) => digest === told.digest);
    return { answer: hasCome ? 'untagged' : told.state, data: { source, prefixes, reason, digest: told.digest } };
  },
});

function mostTelling(replications: readonly Replication[]): Replication | undefined {
  return TELLING.map((state) => replications.find((each) => each.state === state)).find((each) => each !== undefined);
}
