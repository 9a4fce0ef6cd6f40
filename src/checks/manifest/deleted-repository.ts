import { principalName } from '../../domain/principal-name.ts';
import { defineCheck } from '../define-check.ts';
import { noRecord, RECORD_LIMITS } from '../no-record.ts';

export const deletedRepository = defineCheck({
  id: 'deleted-repository',
  stage: 'manifest',
  step: 'object',
  question: 'Does CloudTrail show that somebody deleted the repository?',
  needs: ['repository', 'removals'],
  after: ['missing-repository', 'missing-image'],
  answers: {
    deleted: { verdict: 'fail', says: 'It was deleted at {{at}} by {{who}}, with every image in it.' },
    'made-anew': {
      verdict: 'fail',
      says: 'Repository `{{repository}}` was deleted at {{at}} by {{who}} and made anew at {{createdAt}}: what was pushed before is gone.',
    },
    'never-deleted': {
      verdict: 'pass',
      says: 'Repository `{{repository}}` is the one that was made at {{createdAt}}: nothing shows that there was another before.',
    },
    'no-record': { verdict: 'pass', says: `Nothing shows that anybody deleted it. ${RECORD_LIMITS}` },
    'too-early': { verdict: 'unknown', says: `Nothing shows yet that anybody deleted it. ${RECORD_LIMITS}` },
  },
  evaluate({ repository, removals }, incident) {
    const deletion = removals.find(({ kind }) => kind === 'repository-deleted');
    const created = { repository: incident.image.repository, createdAt: repository?.createdAt ?? '' };
    if (deletion === undefined)
      return repository === null ? { answer: noRecord(incident) } : { answer: 'never-deleted', data: created };
    const data = { ...created, at: deletion.at, who: principalName(deletion.by) };
    return { answer: repository === null ? 'deleted' : 'made-anew', data };
  },
});
