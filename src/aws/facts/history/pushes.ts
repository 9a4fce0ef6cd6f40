import { HISTORY_DAYS, type Push } from '../../../domain/facts/history.ts';
import { AwsTrouble } from '../../errors.ts';
import { defineFact } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';
import { lookUpEvents } from '../../trail/look-up-events.ts';
import { readPush } from '../../trail/push-records.ts';

/** Those that were pushed most often are enough for evidence. */
const MOST_TAGS = 5;

/** Half a history would tell that a tag which moves stands still: what cannot be read whole is a gap. */
export const pushes = defineFact({
  name: 'pushes',
  actions: ['cloudtrail:LookupEvents'],
  async read(reader) {
    const { image, place } = registryOf(reader);
    const { output, says } = await reader.ask(place, 'cloudtrail:LookupEvents', (clients) =>
      lookUpEvents(clients, 'PutImage', reader.now),
    );
    if (output === null || output.readBackTo !== null) {
      throw new AwsTrouble('too-much', { action: 'cloudtrail:LookupEvents', place });
    }
    const about = { account: place.account, name: image.repository };
    const value = output.records.flatMap((record) => readPush(record, about));
    return { value, evidence: [says(image.repository, describe(value))] };
  },
});

function describe(value: readonly Push[]): string {
  if (value.length === 0) return `nothing was pushed in ${HISTORY_DAYS} days`;
  const times = new Map<string, number>();
  for (const { tag } of value) times.set(tag ?? 'without a tag', (times.get(tag ?? 'without a tag') ?? 0) + 1);
  const most = [...times].toSorted(([, a], [, b]) => b - a).slice(0, MOST_TAGS);
  const rest = times.size > MOST_TAGS ? ' and others' : '';
  return `pushed in ${HISTORY_DAYS} days: ${most.map(([tag, count]) => `${tag} ${count}×`).join(', ')}${rest}`;
}
