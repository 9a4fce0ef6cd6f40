import type { Place, Timestamp } from '../../../domain/aws.ts';
import type { Evidence, ReadSoFar } from '../../../domain/evidence.ts';
import { type Removal, tookAway, type Wanted } from '../../../domain/facts/history.ts';
import { type EcrImage, shortDigest, shortName } from '../../../domain/image-reference.ts';
import { listOf } from '../../../lib/plural.ts';
import { AwsTrouble } from '../../errors.ts';
import { type Answer, defineFact, type Reader } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';
import { imageTimes } from '../../trail/image-times.ts';
import { type LookedUp, lookUpEvents } from '../../trail/look-up-events.ts';
import { REMOVAL_EVENTS, REPOSITORY_DELETED } from '../../trail/removal-records.ts';
import type { TrailRecord } from '../../trail/trail-record.ts';
import { type TrailWindow, untilFailure, windowSince, windowWords } from '../../trail/trail-window.ts';

const ACTION = 'cloudtrail:LookupEvents';
/** The newest tells; those before it are for the person who wonders. */
const MOST_EVIDENCE = 3;

export const removals = defineFact({
  name: 'removals',
  actions: [ACTION],
  async read(reader) {
    const { image, place } = registryOf(reader);
    const [wanted, { thereAt, goneBy }] = await Promise.all([namesOf(reader, image), imageTimes(reader)]);
    const asked: Asked[] = [];
    // One after the other: where the first is refused, so are the others.
    for (const eventName of Object.keys(REMOVAL_EVENTS)) {
      // A repository of the same name may have been deleted before this one was made.
      const since = eventName === REPOSITORY_DELETED ? null : thereAt;
      asked.push(await ask(reader, place, eventName, windowSince(since, reader.now)));
    }
    const found = readWhole(asked, image, place);
    const limit = nearest(asked);
    const isTold = found.some(({ removal }) => isTelling(removal, wanted));
    if (limit === null || isTold) return reading(found, wanted, asked, image);
    // What was left unread is older than what was read, and may be what the pull met.
    const earlier = await askEarlier(reader, place, asked, goneBy);
    const before = readWhole(earlier, image, place);
    if (!before.some(({ removal }) => isTelling(removal, wanted)))
      throw new AwsTrouble('too-much', { action: ACTION, place, read: limit });
    return reading([...found, ...before], wanted, earlier, image);
  },
});

/** What a record may call the wanted image: as the pull does, by the digest that the tag names, or by one that ECS froze. */
async function namesOf(reader: Reader, image: EcrImage): Promise<readonly Wanted[]> {
  const [found, frozen] = await Promise.all([reader.learn('image'), reader.learn('frozenImage')]);
  const digests = [found, frozen].flatMap((fact) => (fact.known && fact.value !== null ? [fact.value.digest] : []));
  return [image, ...digests.map((digest) => ({ digest }))];
}

function isTelling(removal: Removal, wanted: readonly Wanted[]): boolean {
  return removal.kind === 'repository-deleted' || wanted.some((each) => tookAway(removal, each));
}

interface Asked {
  readonly eventName: string;
  readonly window: TrailWindow;
  readonly output: LookedUp;
  readonly says: Answer<LookedUp>['says'];
}

async function ask(reader: Reader, place: Place, eventName: string, window: TrailWindow): Promise<Asked> {
  const { output, says } = await reader.ask(place, ACTION, (clients) => lookUpEvents(clients, eventName, window));
  return { eventName, window, output: output ?? { records: [], limit: null }, says };
}

/** The same up to the failure, of what could not be read whole; nothing when that was read already. */
async function askEarlier(
  reader: Reader,
  place: Place,
  asked: readonly Asked[],
  goneBy: Timestamp | null,
): Promise<readonly Asked[]> {
  const again: Asked[] = [];
  for (const each of asked) {
    const { limit } = each.output;
    const window = limit === null ? null : untilFailure(each.window, goneBy, limit.backTo);
    if (limit === null) again.push(each);
    else if (window === null) return [];
    else again.push(await ask(reader, place, each.eventName, window));
  }
  return again;
}

/** Where reading ended first: since then nothing of any kind was left unread. `null`: all was read. */
function nearest(asked: readonly Asked[]): ReadSoFar | null {
  const limits = asked.flatMap(({ output }) => output.limit ?? []);
  return limits.toSorted((a, b) => Date.parse(b.backTo) - Date.parse(a.backTo))[0] ?? null;
}

interface Recorded {
  readonly removal: Removal;
  readonly record: TrailRecord;
  readonly asked: Asked;
}

/** What was recorded while every kind was read, the newest first: of two removals, none that is newer is missed. */
function readWhole(asked: readonly Asked[], image: EcrImage, place: Place): readonly Recorded[] {
  const since = nearest(asked)?.backTo ?? null;
  return asked
    .flatMap((each) => recorded(each, image, place))
    .filter(({ removal }) => since === null || Date.parse(removal.at) >= Date.parse(since))
    .toSorted((a, b) => Date.parse(b.removal.at) - Date.parse(a.removal.at));
}

function recorded(asked: Asked, { repository }: EcrImage, { account }: Place): readonly Recorded[] {
  const read = REMOVAL_EVENTS[asked.eventName];
  return asked.output.records.flatMap((record) =>
    (read?.(record, { account, name: repository }) ?? []).map((removal) => ({ removal, record, asked })),
  );
}

function reading(found: readonly Recorded[], wanted: readonly Wanted[], asked: readonly Asked[], image: EcrImage) {
  const telling = found.filter(({ removal }) => isTelling(removal, wanted));
  return { value: found.map(({ removal }) => removal), evidence: evidenceOf(telling, asked, image) };
}

function evidenceOf(telling: readonly Recorded[], asked: readonly Asked[], image: EcrImage): readonly Evidence[] {
  const [first] = asked;
  if (telling.length > 0 || first === undefined) {
    return telling
      .slice(0, MOST_EVIDENCE)
      .map(({ removal, record, asked: { eventName, says } }) =>
        says(shortName(image), describe(eventName, removal, record)),
      );
  }
  const names = listOf(asked.map(({ eventName }) => eventName));
  return [first.says(shortName(image), `none of ${names} names it ${windowWords(first.window)}`)];
}

/** `BatchDeleteImage at … by arn:… (aws-cli/2.15): v2.1.0, sha256:…`. */
function describe(eventName: string, { at, by, digest, tags, rule }: Removal, { userAgent }: TrailRecord): string {
  const who = by === null ? '' : ` by ${by}${userAgent === null ? '' : ` (${userAgent})`}`;
  const why = rule === null ? '' : `, rule ${rule.priority}`;
  const what = [...tags, ...(digest === null ? [] : [shortDigest(digest)])];
  return `${eventName} at ${at}${who}${why}${what.length === 0 ? '' : `: ${what.join(', ')}`}`;
}
