const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);

/** What an entry of a list is called; `flat`: as the list itself, which then has no element of its own. */
export type EntryName = 'member' | 'item' | 'flat';

/**
 * A value as an XML element. Fields of an object become children, entries of a list become children named `entryName`,
 * and what is `undefined` or `null` is left out.
 */
export function element(name: string, value: unknown, entryName: EntryName): string {
  if (value === undefined || value === null) return '';
  if (entryName === 'flat' && Array.isArray(value))
    return value.map((entry) => element(name, entry, entryName)).join('');
  return `<${name}>${content(value, entryName)}</${name}>`;
}

function content(value: unknown, entryName: EntryName): string {
  if (Array.isArray(value)) return value.map((entry) => element(entryName, entry, entryName)).join('');
  if (typeof value !== 'object' || value === null) return escaped(String(value));
  return Object.entries(value)
    .map(([name, child]) => element(name, child, entryName))
    .join('');
}
