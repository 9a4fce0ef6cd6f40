import type { RichTextBlock, RichTextElement, RichTextList, RichTextPreformatted, RichTextSection } from '@slack/types';
import { inUtc, tokeniseForSlack, unixSeconds } from './text.ts';
import type { Token } from './text.ts';

/** Rich text never reads markup, so nothing from outside can become a mention or a link in it. */

export interface Style {
  readonly bold?: true;
  readonly italic?: true;
}

/** A sentence with its names in code and its times in the reader's zone. */
export function sentence(text: string, style: Style = {}): RichTextElement[] {
  return tokeniseForSlack(text).map((token) => element(token, style));
}

function element(token: Token, style: Style): RichTextElement {
  if (token.kind === 'time') {
    const timestamp = unixSeconds(token.value) ?? 0;
    return { type: 'date', timestamp, format: '{date_short_pretty} at {time_secs}', fallback: inUtc(token.value) };
  }
  const look = token.kind === 'code' ? { ...style, code: true } : style;
  const text = { type: 'text', text: token.value } as const;
  return Object.keys(look).length === 0 ? text : { ...text, style: look };
}

/** An emoji by its name, without colons. It only ever stands beside words that say the same. */
export function emoji(name: string): RichTextElement {
  return { type: 'emoji', name };
}

/** A user (`U…`, `W…`) or a user group (`S…`). Slack shows the name, and tells them where a message is not private. */
export function mention(id: string): RichTextElement {
  return id.startsWith('S') ? { type: 'usergroup', usergroup_id: id } : { type: 'user', user_id: id };
}

/** Several of them, with commas between. */
export function mentions(ids: readonly string[]): RichTextElement[] {
  return ids.flatMap((id, index) => (index === 0 ? [mention(id)] : [...sentence(', '), mention(id)]));
}

/** One paragraph. */
export function paragraph(...elements: RichTextElement[]): RichTextSection {
  return { type: 'rich_text_section', elements };
}

/** A list with bullets, one sentence an item. */
export function bullets(lines: readonly string[]): RichTextList {
  return { type: 'rich_text_list', style: 'bullet', elements: lines.map((line) => paragraph(...sentence(line))) };
}

/** Text as it is, such as JSON that will be sent. */
export function preformatted(text: string): RichTextPreformatted {
  return { type: 'rich_text_preformatted', elements: [{ type: 'text', text }] };
}

/** A block of paragraphs, lists and preformatted texts, in order. */
export function richText(...elements: RichTextBlock['elements']): RichTextBlock {
  return { type: 'rich_text', elements };
}
