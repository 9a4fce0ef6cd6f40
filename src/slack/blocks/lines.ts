import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { Drawn } from './drawn.ts';
import { emoji, mentions, paragraph, richText, sentence } from './rich-text.ts';
import { mentionTag, mrkdwn } from './text.ts';

/** A sentence in which somebody is named, drawn as rich text and as mrkdwn alike. */
export type Line = readonly Piece[];
export type Piece = string | Named | Link;

/** Users (`U…`, `W…`) and user groups (`S…`). */
interface Named {
  readonly named: readonly string[];
}

interface Link {
  readonly url: string;
  readonly words: string;
}

export function named(...ids: readonly string[]): Named {
  return { named: ids };
}

/** @param url one that Slack gave us: it is not escaped */
export function link(url: string, words: string): Link {
  return { url, words };
}

/** Lines as a message. */
export function drawLines(lines: readonly Line[]): Drawn {
  return { text: linesText(lines), blocks: [linesBlock(lines)] };
}

export function linesText(lines: readonly Line[]): string {
  return lines.map((line) => line.map(pieceText).join('')).join('\n');
}

/** @param sign the name of an emoji before the first line; the words must say the same */
export function linesBlock(lines: readonly Line[], sign?: string): RichTextBlock {
  const lead = sign === undefined ? [] : [emoji(sign), ...sentence(' ')];
  return richText(
    ...lines.map((line, index) => paragraph(...(index === 0 ? lead : []), ...line.flatMap(pieceElements))),
  );
}

function pieceText(piece: Piece): string {
  if (typeof piece === 'string') return mrkdwn(piece);
  return 'url' in piece ? `<${piece.url}|${mrkdwn(piece.words)}>` : piece.named.map(mentionTag).join(', ');
}

function pieceElements(piece: Piece): RichTextElement[] {
  if (typeof piece === 'string') return sentence(piece);
  return 'url' in piece ? [{ type: 'link', url: piece.url, text: piece.words }] : mentions(piece.named);
}
