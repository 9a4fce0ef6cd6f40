import { shortDigest } from '../../domain/image-reference.ts';
import { principalName } from '../../domain/principal-name.ts';
import { listOf } from '../../lib/plural.ts';
import { defineCheck } from '../define-check.ts';
import { noRecord, RECORD_LIMITS } from '../no-record.ts';

export const deletedImage = defineCheck({
  id: 'deleted-image',
  stage: 'manifest',
  step: 'object',
  question: 'Does CloudTrail show that somebody deleted the image?',
  needs: ['imageRemoval'],
  after: ['missing-image', 'frozen-digest'],
  answers: {
    deleted: { verdict: 'fail', says: 'It was deleted at {{at}} by {{who}}: {{what}}.' },
    expired: { verdict: 'pass', says: 'Nobody deleted it by hand: the lifecycle policy expired it at {{at}}.' },
    archived: { verdict: 'not-applicable', says: 'It was archived at {{at}}, not deleted.' },
    'no-record': { verdict: 'pass', says: `Nothing shows that anybody deleted it. ${RECORD_LIMITS}` },
    'too-early': { verdict: 'unknown', says: `Nothing shows yet that anybody deleted it. ${RECORD_LIMITS}` },
  },
  evaluate({ imageRemoval }, incident) {
    if (imageRemoval === null) return { answer: noRecord(incident) };
    const { kind, at, by, tags, digest } = imageRemoval;
    if (kind === 'expired' || kind === 'archived') return { answer: kind, data: { at } };
    const names = [...tags, ...(digest === null ? [] : [shortDigest(digest)])];
    const what = listOf(names.map((name) => `\`${name}\``));
    return { answer: 'deleted', data: { at, who: principalName(by), what } };
  },
});
