import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkView } from '../../../src/sandbox/slack/view-limits.ts';
import type { NextStep } from '../../../src/slack/blocks/fix-plan.ts';
import { visibleJson } from '../../../src/slack/blocks/plan-of-calls.ts';
import { FIX } from '../support/diagnoses.ts';
import { plan, shown } from '../support/requests.ts';

describe('the plan of a fix', () => {
  it('shows exactly what will be sent, and what would undo it', () => {
    const drawn = shown(plan({ kind: 'apply' }));
    for (const call of [...FIX.calls, ...(FIX.undo ?? [])])
      expect(drawn).toContain(JSON.stringify(JSON.stringify(call.input, null, 2)).slice(1, -1));
    for (const words of [
      FIX.effect,
      FIX.blastRadius,
      'ecr:PutImageTagMutability',
      '1111 2222 3333 registry',
      FIX.calls[0].resource,
    ])
      expect(drawn).toContain(words);
  });

  it('shows a long input whole', () => {
    const policy = Array.from({ length: 900 }, (_, index) => `statement ${index}`).join();
    const [call] = FIX.calls;
    const { blocks } = plan({ kind: 'apply' }, { ...FIX, undo: null, calls: [{ ...call, input: { policy } }] });
    const texts = [
      ...shown(blocks).matchAll(/"rich_text_preformatted","elements":\[\{"type":"text","text":("(?:[^"\\]|\\.)*")/g),
    ].map(([, text = '""']): unknown => JSON.parse(text));
    expect(JSON.parse(texts.join(''))).toEqual({ policy });
    expect(checkView(plan({ kind: 'apply' }, { ...FIX, calls: [{ ...call, input: { policy } }] }))).toEqual([]);
  });

  it('hides no character from the one who approves', () => {
    expect(visibleJson({ a: 'safe\u202Eesrever', b: 'é' })).toBe(
      '{\n  "a": "safe\\u202eesrever",\n  "b": "\\u00e9"\n}',
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(visibleJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each<[NextStep, string, string]>([
    [{ kind: 'apply' }, 'Apply', 'You, by pressing the button.'],
    [
      { kind: 'ask', owners: ['UBEN', 'S0ONCALL'], isReaderOwner: false },
      'Ask for approval',
      '"usergroup_id":"S0ONCALL"},{"type":"text","text":"."}',
    ],
    [{ kind: 'ask', owners: ['UBEN'], isReaderOwner: true }, 'Ask for approval', ', other than you.'],
    [{ kind: 'approve', requester: 'UANN' }, 'Approve and apply', '"user_id":"UANN"'],
  ])('says who must agree: %j', (next, submit, agreement) => {
    const drawn = plan(next);
    expect(drawn.submit?.text).toBe(submit);
    expect(shown(drawn)).toContain(agreement);
  });

  it.each([
    [FIX, [], false],
    [{ ...FIX, widensAccess: true }, [], true],
    [FIX, ['shop-prod'], true],
  ])('warns where it takes two people', (fix, production, isWarned) => {
    expect(shown(plan({ kind: 'apply' }, fix, production)).includes('Take care')).toBe(isWarned);
  });

  it('says when nothing can put it back', () =>
    expect(shown(plan({ kind: 'apply' }, { ...FIX, undo: null }))).toContain('It cannot be undone.'));
});
