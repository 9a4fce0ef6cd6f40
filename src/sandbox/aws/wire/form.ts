import type { Input } from './protocol.ts';

type Branch = Map<string, Branch | string>;

/** A form body of the Query protocols: `Filter.1.Value.2=b` means the second value of the first filter. */
export function parseForm(body: string): { operation: string; input: Input } {
  const root: Branch = new Map();
  for (const [key, value] of new URLSearchParams(body)) plant(root, key.split('.'), value);
  const operation = root.get('Action');
  root.delete('Action');
  root.delete('Version');
  return { operation: typeof operation === 'string' ? operation : '', input: fieldsOf(root) };
}

function plant(root: Branch, path: readonly string[], value: string): void {
  let branch = root;
  for (const step of path.slice(0, -1)) {
    const next = branch.get(step);
    const child: Branch = next instanceof Map ? next : new Map();
    branch.set(step, child);
    branch = child;
  }
  branch.set(path.at(-1) ?? '', value);
}

function fieldsOf(branch: Branch): Input {
  return Object.fromEntries([...branch].map(([key, value]) => [key, harvest(value)]));
}

/** Branches with numbered keys are lists; `member` is the level that AWS Query puts between a list and its numbers. */
function harvest(value: Branch | string): unknown {
  if (typeof value === 'string') return value;
  const member = value.get('member');
  if (member instanceof Map) return harvest(member);
  const entries = [...value];
  if (entries.length === 0 || !entries.every(([key]) => /^\d+$/.test(key))) return fieldsOf(value);
  return entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, entry]) => harvest(entry));
}
