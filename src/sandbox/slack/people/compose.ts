import type { Block, JsonObject } from '../wire.ts';
import type { Workspace } from '../workspace.ts';

/** What Slack makes of a text that a person typed: the marked-up string, and the rich text beside it. */
export interface Composed {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** A stretch of typed text in both of the forms that Slack gives it. */
interface Piece {
  readonly text: string;
  readonly element: JsonObject;
}

const FENCE = /```\n?([\s\S]*?)\n?```/g;
const WEB_ADDRESS = /https?:\/\/[^\s<>"'`]+/;
/** A bare host, as Slack's client links it; only endings that its users would meet here. */
const BARE_HOST = /(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|aws|cn)(?![a-z0-9-])(?::\d+)?(?:\/[^\s<>"'`]*)?/;
const INLINE = new RegExp(
  `(?<code>\`[^\`\\n]+\`)|(?<link>${WEB_ADDRESS.source}|${BARE_HOST.source})|(?<mention>@[a-z][a-z0-9-]*)`,
  'gi',
);
const LINK = new RegExp(`(?<link>${WEB_ADDRESS.source}|${BARE_HOST.source})`, 'gi');
const ADDRESS = new RegExp(`(?<link>${WEB_ADDRESS.source})`, 'gi');
/** Punctuation that ends a sentence, not an address. */
const TRAILING = /[.,:;!?)\]]+$/;

/** Turns a typed message into what apps receive: hosts linked, `&<>` escaped, mentions resolved, a rich_text block beside it. */
export function composeMessage(typed: string, workspace: Workspace): Composed {
  const sections: { readonly text: string; readonly element: JsonObject }[] = [];
  let end = 0;
  for (const fence of typed.matchAll(FENCE)) {
    sections.push(...section(typed.slice(end, fence.index), workspace), preformatted(fence[1] ?? ''));
    end = fence.index + fence[0].length;
  }
  sections.push(...section(typed.slice(end), workspace));
  return {
    text: sections.map(({ text }) => text).join(''),
    blocks: [{ type: 'rich_text', elements: sections.map(({ element }) => element) }],
  };
}

/** Turns what was typed after a slash command into what apps receive: escaped and linked, with no rich text beside it. */
export function composeCommandText(typed: string): string {
  return pieces(typed, LINK, () => undefined)
    .map(({ text }) => text)
    .join('');
}

function section(typed: string, workspace: Workspace): readonly Piece[] {
  if (typed.trim() === '') return [];
  const found = pieces(typed, INLINE, (handle) => mention(handle, workspace));
  return [{ text: join(found), element: { type: 'rich_text_section', elements: found.map(({ element }) => element) } }];
}

function preformatted(typed: string): Piece {
  const found = pieces(typed, ADDRESS, () => undefined);
  return {
    text: `\`\`\`${join(found)}\`\`\``,
    element: { type: 'rich_text_preformatted', elements: found.map(({ element }) => element) },
  };
}

function pieces(typed: string, pattern: RegExp, findMention: (handle: string) => Piece | undefined): readonly Piece[] {
  const result: Piece[] = [];
  let end = 0;
  for (const match of typed.matchAll(pattern)) {
    const { code, link, mention: handle } = match.groups ?? {};
    const address = link?.replace(TRAILING, '');
    const piece =
      code !== undefined
        ? codePiece(code)
        : address !== undefined
          ? linkPiece(address)
          : findMention(handle?.slice(1) ?? '');
    if (piece === undefined) continue;
    result.push(...plain(typed.slice(end, match.index)), piece);
    end = match.index + (address ?? match[0]).length;
  }
  return [...result, ...plain(typed.slice(end))];
}

function plain(text: string): readonly Piece[] {
  return text === '' ? [] : [{ text: escape(text), element: { type: 'text', text } }];
}

function codePiece(code: string): Piece {
  return { text: escape(code), element: { type: 'text', text: code.slice(1, -1), style: { code: true } } };
}

function linkPiece(address: string): Piece {
  if (/^https?:/i.test(address)) return { text: `<${escape(address)}>`, element: { type: 'link', url: address } };
  const url = `http://${address}`;
  return { text: `<${escape(url)}|${escape(address)}>`, element: { type: 'link', url, text: address } };
}

function mention(handle: string, { people, userGroups, app }: Workspace): Piece | undefined {
  if (handle === 'here' || handle === 'channel')
    return { text: `<!${handle}>`, element: { type: 'broadcast', range: handle } };
  const user = handle === app.name ? app.botUserId : people.find(({ name }) => name === handle)?.id;
  if (user !== undefined) return { text: `<@${user}>`, element: { type: 'user', user_id: user } };
  const group = userGroups.find((candidate) => candidate.handle === handle);
  return group && { text: `<!subteam^${group.id}>`, element: { type: 'usergroup', usergroup_id: group.id } };
}

function join(found: readonly Piece[]): string {
  return found.map(({ text }) => text).join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
