/**
 * Whether a tag matches a pattern in which `*` stands for any characters, as ECR's exclusion filters and lifecycle
 * tag patterns use it. Takes time proportional to the product of both lengths at worst; both are at most 128.
 */
export function matchesTagFilter(filter: string, tag: string): boolean {
  const [head = '', ...rest] = filter.split('*');
  const tail = rest.pop();
  if (tail === undefined) return tag === filter;
  if (!tag.startsWith(head)) return false;
  let from = head.length;
  for (const part of rest) {
    const at = tag.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return tag.length - tail.length >= from && tag.endsWith(tail);
}
