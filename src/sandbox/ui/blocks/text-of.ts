import { isObject } from '../../slack/wire.ts';

/** The words of a text object; none when there is no such object. */
export function textOf(value: unknown): string {
  return isObject(value) && typeof value['text'] === 'string' ? value['text'] : '';
}
