import { shortDigest } from '../../domain/image-reference.ts';
import { principalName } from '../../domain/principal-name.ts';
import { defineCheck } from '../define-check.ts';
import { RECORD_LIMITS } from '../no-record.ts';

export const movedTag = defineCheck({
  id: 'moved-tag',
  stage: 'manifest',
  step: 'object',
  question: 'Was the tag of the wanted digest given to another image?',
  needs: ['tagMove'],
  after: ['missing-image', 'frozen-digest'],
  answers: {
    moved: {
      verdict: 'fail',
      says: 'Tag `{{tag}}` was moved from `{{from}}` to `{{to}}` at {{at}} by {{who}}: the image that had it was left untagged, unless another tag names it.',
    },
    repushed: {
      verdict: 'fail',
      says: 'Tag `{{tag}}` was last pushed at {{at}} by {{who}}, as `{{to}}`: it no longer names the wanted digest.',
    },
    'not-moved': { verdict: 'pass', says: `Nothing shows that its tag was given to another image. ${RECORD_LIMITS}` },
    'no-digest': { verdict: 'not-applicable', says: 'No digest was asked for: a tag names whatever was pushed last.' },
  },
  evaluate({ tagMove }) {
    if (tagMove === 'no-digest') return { answer: 'no-digest' };
    if (tagMove === null) return { answer: 'not-moved' };
    const { tag, from, to, at, by } = tagMove;
    const data = { tag, to: shortDigest(to), at, who: principalName(by) };
    if (from === null) return { answer: 'repushed', data };
    return { answer: 'moved', data: { ...data, from: shortDigest(from) } };
  },
});
