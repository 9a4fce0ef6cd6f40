import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** An id of the shape that Slack gives: a letter for the kind, then ten that nobody can guess. */
export function newId(kind: 'D' | 'E' | 'F' | 'V'): string {
  return kind + Array.from(randomBytes(10), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** A secret that cannot be guessed: the part of a token, a response URL or a trigger that makes it one. */
export function newSecret(): string {
  return randomBytes(18).toString('base64url');
}
