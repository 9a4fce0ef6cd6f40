import { createHash } from 'node:crypto';

/** Hexadecimal digits that are always the same for the same seed, and look as if nobody had chosen them. */
export const hex = (seed: string, length: number): string =>
  createHash('sha256').update(seed).digest('hex').slice(0, length);

/** A unique id as IAM makes them: `AROA` and seventeen capitals and digits. */
export const roleId = (seed: string): string => `AROA${hex(seed, 17).toUpperCase()}`;
