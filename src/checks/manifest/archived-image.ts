import { principalName } from '../../domain/principal-name.ts';
import { defineCheck } from '../define-check.ts';
import { RECORD_LIMITS } from '../no-record.ts';
import { ruleName } from '../rule-name.ts';

export const archivedImage = defineCheck({
  id: 'archived-image',
  stage: 'manifest',
  step: 'object',
  question: 'Who put the image into the archive?',
  needs: ['image', 'imageRemoval'],
  after: ['missing-image', 'frozen-digest'],
  answers: {
    'by-rule': { verdict: 'fail', says: 'Lifecycle rule {{rule}} archived it at {{at}}{{why}}.' },
    'by-hand': { verdict: 'fail', says: 'It was archived at {{at}} by {{who}}.' },
    'no-record': { verdict: 'unknown', says: `Nothing shows who archived it. ${RECORD_LIMITS}` },
    'not-archived': { verdict: 'not-applicable', says: 'It is not known to be archived.' },
  },
  evaluate({ image, imageRemoval }) {
    if (imageRemoval?.kind !== 'archived')
      return { answer: image?.status === 'ARCHIVED' ? 'no-record' : 'not-archived' };
    const { at, by, rule, takes } = imageRemoval;
    if (rule === null) return { answer: 'by-hand', data: { at, who: principalName(by) } };
    const why = takes === null ? '' : `: it takes ${takes.selects} when ${takes.condition}`;
    return { answer: 'by-rule', data: { at, rule: ruleName(rule), why } };
  },
});
