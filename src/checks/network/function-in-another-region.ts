import { defineCheck } from '../define-check.ts';

export const functionInAnotherRegion = defineCheck({
  id: 'function-in-another-region',
  stage: 'manifest',
  step: 'path',
  question: 'Is the repository in the Region of the function that Lambda pulls for?',
  needs: ['puller'],
  answers: {
    same: {
      verdict: 'pass',
      says: 'Lambda pulls out of a network of its own, and {{name}} and the repository are both in {{region}}.',
    },
    other: {
      verdict: 'fail',
      says: 'Lambda pulls only within a Region: {{name}} is in {{region}}, and the repository is in {{repositoryRegion}}.',
    },
    'other-service': {
      verdict: 'pass',
      says: '{{name}} pulls out of a network of AWS’s own, which nothing of yours shuts.',
    },
    'own-network': {
      verdict: 'not-applicable',
      says: 'The pull leaves from a network of yours, not from one of AWS’s own.',
    },
  },
  evaluate({ puller: { kind, placement, name, region } }, { image }) {
    if (kind !== 'lambda-function') {
      return placement.kind === 'aws'
        ? { answer: 'other-service', data: { name: capitalised(name) } }
        : { answer: 'own-network' };
    }
    const repositoryRegion = image.registry.region;
    return { answer: region === repositoryRegion ? 'same' : 'other', data: { name, region, repositoryRegion } };
  },
});

function capitalised(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
