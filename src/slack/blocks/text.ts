import type { AccountId, Timestamp } from '../../domain/aws.ts';

/**
 * The one door for strings that come from outside: messages, AWS, names in a configuration. Our sentences know a single
 * markup, `back-ticks` around what is a name, and hold times as ISO 8601. Both are understood here, and nothing else.
 */

export type Token =
  | { readonly kind: 'words'; readonly value: string }
  | { readonly kind: 'code'; readonly value: string }
  | { readonly kind: 'time'; readonly value: Timestamp };

const MARKS = /`([^`\n]+)`|\b(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z)/g;

/** The words, names and times of a sentence, in order. */
export function tokenise(sentence: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of sentence.matchAll(MARKS)) {
    if (match.index > end) tokens.push(words(sentence.slice(end, match.index)));
    tokens.push(marked(match[1], match[2]));
    end = match.index + match[0].length;
  }
  if (end < sentence.length) tokens.push(words(sentence.slice(end)));
  return tokens;
}

/** The same as Slack says it: its times bring their own "at", since "at yesterday 02:13" is no English. */
export function tokeniseForSlack(sentence: string): Token[] {
  return tokenise(sentence)
    .map((token, index, all) =>
      token.kind === 'words' && all[index + 1]?.kind === 'time'
        ? words(token.value.replace(/(^|[\s(])at $/, '$1'))
        : token,
    )
    .filter(({ value }) => value !== '');
}

/** A back-tick without a partner would open a code span over whatever follows. */
function words(value: string): Token {
  return { kind: 'words', value: value.replaceAll('`', "'") };
}

function marked(name: string | undefined, time: string | undefined): Token {
  if (name !== undefined) return { kind: 'code', value: name };
  const value = time ?? '';
  return unixSeconds(value) === null ? words(value) : { kind: 'time', value };
}

/** Cut to `max` characters, the ellipsis included, and never through the middle of a character. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** Text as Slack's mrkdwn, at most `max` characters long after escaping. */
export function mrkdwn(sentence: string, max = 3_000): string {
  let text = '';
  for (const token of tokeniseForSlack(sentence)) {
    const piece = mrkdwnOf(token);
    if (text.length + piece.length > max) return text + cutPiece(token, max - text.length);
    text += piece;
  }
  return text;
}

function cutPiece(token: Token, room: number): string {
  if (token.kind !== 'words' || room < 2) return room > 0 ? '…' : '';
  let kept = '';
  for (const character of token.value) {
    const piece = escapeMrkdwn(character);
    if (kept.length + piece.length > room - 1) break;
    kept += piece;
  }
  return `${kept}…`;
}

function mrkdwnOf(token: Token): string {
  if (token.kind === 'code') return `\`${escapeMrkdwn(token.value)}\``;
  if (token.kind === 'time') return dateTag(token.value, '{date_short_pretty} at {time}');
  return escapeMrkdwn(token.value);
}

/** The three characters that Slack's markup is made of: without them there is no mention, no link and no `<!channel>`. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A name inside one of our sentences. */
export function code(name: string): string {
  return `\`${name.replaceAll('`', "'").replaceAll(/\s+/g, ' ')}\``;
}

/** A user (`U…`, `W…`) or a user group (`S…`) in mrkdwn; anything else is only text. */
export function mentionTag(id: string): string {
  if (/^[UW][A-Z0-9]+$/.test(id)) return `<@${id}>`;
  return /^S[A-Z0-9]+$/.test(id) ? `<!subteam^${id}>` : escapeMrkdwn(id);
}

/** A time in the zone of whoever reads it. https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
export function dateTag(at: Timestamp, format: string): string {
  const seconds = unixSeconds(at);
  return seconds === null ? escapeMrkdwn(at) : `<!date^${seconds}^${format}|${inUtc(at)}>`;
}

/** Seconds since 1970, or `null` when the text is no time. */
export function unixSeconds(at: Timestamp): number | null {
  const milliseconds = Date.parse(at);
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 1000);
}

/** `2026-11-21 02:13 UTC`: what is read where Slack cannot draw a date. */
export function inUtc(at: Timestamp): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

/**
 * One line for a place that takes no markup: titles, buttons, headers. Angle brackets are replaced by look-alikes,
 * because Slack does not say which of these places still read mentions.
 */
export function plainLine(sentence: string, max: number): string {
  const line = tokenise(sentence)
    .map((token) => (token.kind === 'time' ? inUtc(token.value) : token.value))
    .join('')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll('`', "'")
    .trim();
  return clip(line, max);
}

/** Account ids by the names that the configuration gives them. */
export type AccountNames = Readonly<Record<AccountId, string>>;

/** `1111 2222 3333 registry`: an id that can be read aloud, and its name when it has one. */
export function accountLabel(account: AccountId, names: AccountNames): string {
  const grouped = account.replaceAll(/(\d{4})(?=\d)/g, '$1 ');
  const name = names[account];
  return name === undefined ? grouped : `${grouped} ${name}`;
}

/** A sentence with its account ids as people say them; those inside a name, an ARN or a host stay as they are. */
export function nameAccounts(sentence: string, names: AccountNames): string {
  return sentence
    .split(/(`[^`]*`)/)
    .map((part) =>
      part.startsWith('`') ? part : part.replaceAll(LONE_ACCOUNT, (account) => accountLabel(account, names)),
    )
    .join('');
}

const LONE_ACCOUNT = /(?<![\w:/.-])\d{12}(?![\w/-]|[.:]\w)/g;
