const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);

/**
 * A value as an XML element. Fields of an object become children, entries of a list become children named `entryName`,
 * and what is `undefined` or `null` is left out.
 */
export function element(name: string, value: unknown, entryName: 'member' | 'item'): string {
  if (value === undefined || value === null) return '';
  return `<${name}>${content(value, entryName)}</${name}>`;
}

function content(value: unknown, entryName: 'member' | 'item'): string {
  if (Array.isArray(value)) return value.map((entry) => element(entryName, entry, entryName)).join('');
  if (typeof value !== 'object' || value === null) return escaped(String(value));
  return Object.entries(value)
    .map(([name, child]) => element(name, child, entryName))
    .join('');
}
