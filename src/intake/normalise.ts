import { undoHardWraps } from './hard-wraps.ts';

/** Block elements end a line; elements within a line leave no trace. Anything else in angle brackets may be a placeholder. */
const HTML_BREAK =
  /<\/?(?:br|p|div|pre|blockquote|li|ul|ol|tr|td|th|table|details|summary)(?:\s[^<>]{0,200})?\s?\/?>/gi;
const HTML_INLINE = /<\/?(?:code|span|b|i|em|strong|a|kbd|samp|tt)(?:\s[^<>]{0,500})?>/gi;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Marks that a quote, a comment, a list or a table puts before a line. A hyphen counts only with the space after it. */
const LINE_PREFIX = /^[ \t]*(?:(?:[>#|]{1,9}|[-*•]|\/\/|\d{1,3}[.)])[ \t]{1,9}){1,6}|^[ \t]*[>#|]+$/;

/**
 * The message as the product printed it, as far as that can be known: without what Slack, Markdown, HTML, JSON, a table or
 * the width of a terminal made of it. Lines stay lines; whether a line end stands for a space or for nothing is for the
 * reader to find out, except where every line is equally long.
 */
export function normalise(text: string): string {
  const plain = undoMarkdownLinks(decodeEntities(undoHtml(undoSlackMarkup(undoEscapes(undoTypography(text))))));
  return undoHardWraps(plain.split('\n').map(undoLineDecoration));
}

function undoTypography(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\u2018\u2019\u201a]/g, "'")
    .replace(/\r\n?|[\u2028\u2029]/g, '\n');
}

/** JSON inside JSON is escaped twice, so a run of backslashes counts as one. No backslash means anything in a pull error. */
function undoEscapes(text: string): string {
  return text.replace(/\\+(?:u([0-9a-fA-F]{4})|([nrt]))?/g, (_, code?: string, control?: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    if (control === undefined) return '';
    return control === 't' ? '\t' : '\n';
  });
}

/** Source: api.slack.com, formatting text: `<url|label>`, `<@U…>`, `<#C…|name>`, `<!channel>`. */
function undoSlackMarkup(text: string): string {
  return text
    .replace(/<(?:https?:|mailto:)[^<>|\s]{0,2000}\|([^<>]{1,2000})>/g, '$1')
    .replace(/<((?:https?:)[^<>|\s]{1,2000})>/g, '$1')
    .replace(/<[@#!][^<>\s]{0,200}>/g, ' ');
}

function undoHtml(text: string): string {
  return text.replace(HTML_BREAK, '\n').replace(HTML_INLINE, '');
}

function decodeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|nbsp|#39|#34);/g, (whole, name: string) => {
    if (name === '#39') return "'";
    return name === '#34' ? '"' : (ENTITIES[name] ?? whole);
  });
}

/** `[label](url)`: the label, for it is what was pasted; the editor made the address of it, and the emphasis. */
function undoMarkdownLinks(text: string): string {
  return text.replace(/\[([^[\]\n]{1,500})\]\(<?[a-z]{2,6}:[^()\s]{0,1000}\)/g, (_, label: string) =>
    label.replace(/^([*_]{1,3})(.*)\1$/, '$2'),
  );
}

/** Box drawing always ends a cell; a bar does at the edge of a line only. */
function undoLineDecoration(line: string): string {
  return line
    .replace(LINE_PREFIX, '')
    .replace(/[\u2500-\u257f]+/g, '\n')
    .replace(/[ \t]\|$/, '');
}
