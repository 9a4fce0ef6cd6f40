import type { Timestamp } from '../../domain/aws.ts';
import { drawLines } from './lines.ts';
import type { Drawn } from './drawn.ts';

/**
 * How often the same failure was reported again: a message that is edited in place.
 * @param count at least 1
 * @param since when the first of them was reported
 */
export function drawRepeats(count: number, since: Timestamp): Drawn {
  const times = count === 1 ? 'once more' : `${count} more times`;
  return drawLines([[`The same failure was reported ${times} since ${since}.`]]);
}
