import type { Recovery } from '../../domain/recovery.ts';

/** More than two ways are a list to weigh, and a phone shows one. */
const MOST_WAYS = 2;

/** The best ways in one line; the commands stand under all checks. */
export function recoveryLines(recovery: readonly Recovery[]): readonly string[] {
  if (recovery.length === 0) return [];
  return [
    recovery
      .slice(0, MOST_WAYS)
      .map(({ says }) => says)
      .join(' '),
  ];
}
