import type { Input } from './protocol.ts';

/** The text of a parameter, or `undefined` when it was not given. */
export function textOf(input: Input, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' ? value : undefined;
}

/** The number of a parameter. The Query protocols send numbers as text. */
export function numberOf(input: Input, name: string): number | undefined {
  const value = input[name];
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value !== '' ? Number(value) : undefined;
}

export function textsOf(input: Input, name: string): readonly string[] {
  const value = input[name];
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

/** The structures of a list parameter, or the one structure of a plain one. */
export function structuresOf(input: Input, name: string): readonly Input[] {
  const value = input[name];
  return [value].flat().filter((entry): entry is Input => typeof entry === 'object' && entry !== null);
}
