import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accountLabel,
  clip,
  code,
  dateTag,
  mentionTag,
  mrkdwn,
  nameAccounts,
  plainLine,
  tokenise,
} from '../../../src/slack/blocks/text.ts';
import { hostileText, markupIn } from '../support/hostile.ts';

describe('tokenise', () => {
  it.each([
    ['no mark', [['words', 'no mark']]],
    [
      '`a` and `b`',
      [
        ['code', 'a'],
        ['words', ' and '],
        ['code', 'b'],
      ],
    ],
    ['a lone ` tick', [['words', "a lone ' tick"]]],
    [
      'pushed at 2026-11-21T02:13:00.5Z.',
      [
        ['words', 'pushed at '],
        ['time', '2026-11-21T02:13:00.5Z'],
        ['words', '.'],
      ],
    ],
    ['2026-99-99T99:99:99Z', [['words', '2026-99-99T99:99:99Z']]],
    ['', []],
  ])('reads %j', (sentence, expected) => {
    expect(tokenise(sentence).map(({ kind, value }) => [kind, value])).toEqual(expected);
  });
});

describe('mrkdwn', () => {
  it.each([
    ['<!channel> & <@U1>', '&lt;!channel&gt; &amp; &lt;@U1&gt;'],
    ['`a<b`', '`a&lt;b`'],
    ['at 2026-11-21T02:13:00Z', '<!date^1795227180^{date_short_pretty} at {time}|2026-11-21 02:13 UTC>'],
    ['gone at 2026-11-21T02:13:00Z.', 'gone <!date^1795227180^{date_short_pretty} at {time}|2026-11-21 02:13 UTC>.'],
    ['flat 2026-11-21T02:13:00Z', 'flat <!date^1795227180^{date_short_pretty} at {time}|2026-11-21 02:13 UTC>'],
    ['that 2026-11-21', 'that 2026-11-21'],
  ])('%j becomes %j', (sentence, expected) => expect(mrkdwn(sentence)).toBe(expected));

  it('lets nothing from outside become markup, and keeps to its length', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 120 }), (text, max) => {
        for (const written of [mrkdwn(text), mrkdwn(text, max), mrkdwn(`about ${code(text)}`)])
          expect(markupIn(written)).toEqual([]);
        expect(mrkdwn(text, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });

  it('never leaves a code span open', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect((mrkdwn(`${code(text)} ${text}`).match(/`/g) ?? []).length % 2).toBe(0);
      }),
    );
  });
});

describe('clip', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly10!', 10, 'exactly10!'],
    ['one too long', 11, 'one too lo…'],
    ['ab😀cd', 4, 'ab…'],
  ])('cuts %j at %d', (text, max, expected) => expect(clip(text, max)).toBe(expected));
});

describe('plainLine', () => {
  it('is one line without brackets, ticks and control characters', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const line = plainLine(text, 75);
        expect(line).not.toMatch(/[<>`\n\r\t]|\p{Cc}/u);
        expect(line.length).toBeLessThanOrEqual(75);
      }),
    );
  });
});

describe('accounts', () => {
  const names = { '111122223333': 'registry' };
  it.each([
    ['In 111122223333 eu-west-1.', 'In 1111 2222 3333 registry eu-west-1.'],
    ['Account 444455556666.', 'Account 4444 5555 6666.'],
    ['In 111122223333: nothing.', 'In 1111 2222 3333 registry: nothing.'],
    ['role `arn:aws:iam::111122223333:role/r`', 'role `arn:aws:iam::111122223333:role/r`'],
    ['arn:aws:iam::111122223333:role/r', 'arn:aws:iam::111122223333:role/r'],
    ['111122223333.dkr.ecr.eu-west-1.amazonaws.com', '111122223333.dkr.ecr.eu-west-1.amazonaws.com'],
    ['sha 1111222233334', 'sha 1111222233334'],
  ])('%j is said as %j', (sentence, expected) => expect(nameAccounts(sentence, names)).toBe(expected));

  it('groups an id that has no name', () => expect(accountLabel('444455556666', names)).toBe('4444 5555 6666'));
});

it.each([
  ['U012AB', '<@U012AB>'],
  ['S012AB', '<!subteam^S012AB>'],
  ['!channel', '!channel'],
  ['U1> <!here', 'U1&gt; &lt;!here'],
])('mentions %j as %j', (id, expected) => expect(mentionTag(id)).toBe(expected));

it('escapes what only looks like a time', () => expect(dateTag('<!here>', '{time}')).toBe('&lt;!here&gt;'));
