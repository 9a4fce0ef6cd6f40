import * as fc from 'fast-check';

/** Strings as an attacker would choose them: Slack's markup, broken and whole, between any other characters. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<!channel>',
        '<!here|x>',
        '<@U1>',
        '<#C1>',
        '<https://evil.example|console>',
        '`',
        '``',
        '&',
        '<',
        '>',
        '*',
        '_',
        '|',
        '\n',
        '\u202E',
        '😀',
        '\uD83D',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** What Slack would read as markup: anything between angle brackets. Dates are the only such thing that we write. */
export function markupIn(mrkdwn: string): string[] {
  return (mrkdwn.match(/<[^>]*>?|>/g) ?? []).filter((mark) => !/^<!date\^\d+\^[^<>]*>$/.test(mark));
}
