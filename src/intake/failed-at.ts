import type { Timestamp } from '../domain/aws.ts';
import type { MessageText } from './message-text.ts';

/** A time of day means a moment only with its zone. */
const MOMENT = /\b(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:[.,]\d{1,9})?) ?(Z|UTC|[+-]\d\d:?\d\d)/;

/** `"stoppedAt": 1620067388711`, as the API of Batch writes times. */
const EPOCH = /"(?:stoppedAt|createdAt|stoppingAt|executionStoppedAt|timestamp)"\s{0,4}:\s{0,4}(\d{13})\b/;

/** When the pull failed, if the message says so with a zone. */
export function findFailedAt({ flat }: MessageText): Timestamp | null {
  const [, day = '', time = '', zone = ''] = MOMENT.exec(flat) ?? [];
  if (day === '') return toTimestamp(Number(EPOCH.exec(flat)?.[1] ?? Number.NaN));
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z';
  return toTimestamp(Date.parse(`${day}T${time.replace(',', '.').replace(/(\.\d{3})\d+/, '$1')}${offset}`));
}

function toTimestamp(milliseconds: number): Timestamp | null {
  return Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString() : null;
}
