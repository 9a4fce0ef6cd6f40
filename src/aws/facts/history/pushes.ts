import type { Push } from '../../../domain/facts/history.ts';
import { type EcrImage, shortDigest, tagAsked } from '../../../domain/image-reference.ts';
import { AwsTrouble } from '../../errors.ts';
import { defineFact } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';
import { lookUpEvents } from '../../trail/look-up-events.ts';
import { readPush } from '../../trail/push-records.ts';
import { windowSince, windowWords } from '../../trail/trail-window.ts';

const ACTION = 'cloudtrail:LookupEvents';

/** Those that were pushed most often are enough for evidence. */
const MOST_TAGS = 5;
/** The newest push and the one before it: from which image a tag moved to which. */
const MOST_PUSHES = 2;

/** Half a history would tell that a tag which moves stands still: what cannot be read whole is a gap. */
export const pushes = defineFact({
  name: 'pushes',
  actions: [ACTION],
  async read(reader) {
    const { image, place } = registryOf(reader);
    const repository = await reader.learn('repository');
    // Nothing was pushed to a repository before it was made.
    const window = windowSince(repository.known ? (repository.value?.createdAt ?? null) : null, reader.now);
    const { output, says } = await reader.ask(place, ACTION, (clients) => lookUpEvents(clients, 'PutImage', window));
    const { records, limit } = output ?? { records: [], limit: null };
    if (limit !== null) throw new AwsTrouble('too-much', { action: ACTION, place, read: limit });
    const about = { account: place.account, name: image.repository };
    const value = records.flatMap((record) => readPush(record, about));
    const told = telling(value, image).slice(0, MOST_PUSHES).map(inWords);
    return {
      value,
      evidence: [
        says(image.repository, describe(value, windowWords(window))),
        ...told.map((words) => says(image.repository, words)),
      ],
    };
  },
});

function describe(value: readonly Push[], when: string): string {
  if (value.length === 0) return `nothing was pushed ${when}`;
  const times = new Map<string, number>();
  for (const { tag } of value) times.set(tag ?? 'without a tag', (times.get(tag ?? 'without a tag') ?? 0) + 1);
  const most = [...times].toSorted(([, a], [, b]) => b - a).slice(0, MOST_TAGS);
  const rest = times.size > MOST_TAGS ? ' and others' : '';
  return `pushed ${when}: ${most.map(([tag, count]) => `${tag} ${count}×`).join(', ')}${rest}`;
}

/** The pushes under the tag that is asked for; for a digest, those under any tag that it was pushed with. */
function telling(all: readonly Push[], image: EcrImage): readonly Push[] {
  const { digest } = image;
  if (digest === undefined) return all.filter(({ tag }) => tag === tagAsked(image));
  const tags = new Set(all.filter((push) => push.digest === digest).map(({ tag }) => tag));
  return all.filter(({ tag }) => tags.has(tag));
}

/** `PutImage at … by arn:…: v2.1.0 is sha256:…`. */
function inWords({ tag, digest, at, by }: Push): string {
  return `PutImage at ${at}${by === null ? '' : ` by ${by}`}: ${tag ?? 'no tag'} is ${shortDigest(digest)}`;
}
