import { matchesTagFilter } from '../../semantics/tag-filter.ts';
import { defineCheck } from '../define-check.ts';

export const noScanOnPush = defineCheck({
  id: 'no-scan-on-push',
  stage: 'prevention',
  step: 'object',
  question: 'Are new images of the repository scanned for vulnerabilities?',
  needs: ['repository', 'registryScanning'],
  answers: {
    always: { verdict: 'pass', says: 'Images of `{{repository}}` are scanned all the time.' },
    'on-push': { verdict: 'pass', says: 'Images of `{{repository}}` are scanned when they are pushed.' },
    never: { verdict: 'fail', says: 'New images of `{{repository}}` are not scanned for vulnerabilities.' },
    'not-enhanced': {
      verdict: 'fail',
      says: 'New images of `{{repository}}` are not scanned: no filter of the enhanced scanning matches its name.',
    },
    'no-repository': { verdict: 'not-applicable', says: 'There is no repository whose images could be scanned.' },
  },
  evaluate({ repository, registryScanning }) {
    if (repository === null) return { answer: 'no-repository' };
    const { name, scanOnPush } = repository;
    const data = { repository: name };
    const matching = registryScanning.rules.filter(({ filters }) =>
      filters.some((filter) => matchesScanFilter(filter, name)),
    );
    if (matching.some(({ frequency }) => frequency === 'CONTINUOUS_SCAN')) return { answer: 'always', data };
    if (matching.some(({ frequency }) => frequency === 'SCAN_ON_PUSH')) return { answer: 'on-push', data };
    // Enhanced scanning scans what its filters match, and nothing else.
    if (registryScanning.type === 'ENHANCED') return { answer: 'not-enhanced', data };
    return { answer: scanOnPush ? 'on-push' : 'never', data };
  },
});

/** Without a star, a filter matches every name that contains it. (ECR user guide, "Filters to choose which repositories are scanned".) */
function matchesScanFilter(filter: string, name: string): boolean {
  return filter.includes('*') ? matchesTagFilter(filter, name) : name.includes(filter);
}
