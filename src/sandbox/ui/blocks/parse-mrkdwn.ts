/** Slack's own markup, read into a tree. Shapes from docs.slack.dev, "Formatting message text". */
export type Inline =
  | { readonly kind: 'text' | 'code' | 'pre'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike' | 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  | { readonly kind: 'user' | 'channel' | 'group' | 'broadcast'; readonly id: string }
  | { readonly kind: 'date'; readonly unix: number; readonly format: string; readonly fallback: string }
  | { readonly kind: 'emoji'; readonly name: string };

const QUOTE = /^(?:&gt;|>) ?(.*)$/;
const TOKEN = new RegExp(
  [
    '```\\n?(?<pre>[^]*?)\\n?```',
    '`(?<code>[^`\\n]+)`',
    '<(?<angle>[^<>\\n]+)>',
    '(?<![\\w*])\\*(?<bold>[^*\\s](?:[^*\\n]*[^*\\s])?)\\*(?![\\w*])',
    '(?<!\\w)_(?<italic>[^_\\s](?:[^_\\n]*[^_\\s])?)_(?!\\w)',
    '(?<![\\w~])~(?<strike>[^~\\s](?:[^~\\n]*[^~\\s])?)~(?![\\w~])',
    '(?<!\\w):(?<emoji>[a-z0-9_+-]+):(?!\\w)',
  ].join('|'),
  'g',
);

export function parseMrkdwn(source: string): readonly Inline[] {
  const result: Inline[] = [];
  let quoted: string[] = [];
  let plain: string[] = [];
  const endPlain = () => {
    if (plain.length > 0) result.push(...parseInline(plain.join('\n')));
    plain = [];
  };
  const endQuote = () => {
    if (quoted.length > 0) result.push({ kind: 'quote', children: parseInline(quoted.join('\n')) });
    quoted = [];
  };
  let isInFence = false;
  for (const line of source.split('\n')) {
    const quote = isInFence ? undefined : QUOTE.exec(line)?.[1];
    if (quote !== undefined) endPlain();
    else endQuote();
    if (quote === undefined) plain.push(line);
    else quoted.push(quote);
    if (line.split('```').length % 2 === 0) isInFence = !isInFence;
  }
  endQuote();
  endPlain();
  return result;
}

function parseInline(source: string): readonly Inline[] {
  const result: Inline[] = [];
  let end = 0;
  for (const match of source.matchAll(TOKEN)) {
    if (match.index > end) result.push(textNode(source.slice(end, match.index)));
    result.push(tokenNode(match.groups ?? {}));
    end = match.index + match[0].length;
  }
  if (end < source.length) result.push(textNode(source.slice(end)));
  return result;
}

function tokenNode(groups: { readonly [name: string]: string | undefined }): Inline {
  const { pre, code, angle, bold, italic, strike, emoji } = groups;
  if (pre !== undefined) return { kind: 'pre', text: withoutLinks(pre) };
  if (code !== undefined) return { kind: 'code', text: withoutLinks(code) };
  if (angle !== undefined) return angleNode(angle);
  if (bold !== undefined) return { kind: 'bold', children: parseInline(bold) };
  if (italic !== undefined) return { kind: 'italic', children: parseInline(italic) };
  if (strike !== undefined) return { kind: 'strike', children: parseInline(strike) };
  return { kind: 'emoji', name: emoji ?? '' };
}

function angleNode(angle: string): Inline {
  const bar = angle.indexOf('|');
  const target = bar === -1 ? angle : angle.slice(0, bar);
  const label = bar === -1 ? undefined : decode(angle.slice(bar + 1));
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1) };
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1) };
  if (target.startsWith('!subteam^')) return { kind: 'group', id: target.slice('!subteam^'.length) };
  if (target.startsWith('!date^')) return dateNode(target, label ?? '');
  if (target.startsWith('!')) return { kind: 'broadcast', id: target.slice(1) };
  return { kind: 'link', url: decode(target), label: label ?? decode(target) };
}

function dateNode(target: string, fallback: string): Inline {
  const [, unix = '', format = ''] = target.split('^');
  return { kind: 'date', unix: Number(unix), format, fallback };
}

function textNode(source: string): Inline {
  return { kind: 'text', text: decode(source) };
}

/** In code, a link that Slack added is shown as what was typed. */
function withoutLinks(source: string): string {
  return decode(source.replace(/<(https?:[^|>]+)(?:\|([^>]*))?>/g, (_, url: string, label?: string) => label ?? url));
}

/** Undoes Slack's three entities, once. */
export function decode(source: string): string {
  return source.replace(/&(amp|lt|gt);/g, (_, name: string) => (name === 'amp' ? '&' : name === 'lt' ? '<' : '>'));
}
