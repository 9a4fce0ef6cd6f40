import type { Place } from '../../../domain/aws.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import { HISTORY_DAYS, type Removal, tookAway, type Wanted } from '../../../domain/facts/history.ts';
import { type EcrImage, shortDigest, shortName } from '../../../domain/image-reference.ts';
import { listOf } from '../../../lib/plural.ts';
import { AwsTrouble } from '../../errors.ts';
import { type Answer, defineFact, type Reader } from '../../reader.ts';
import { registryOf } from '../../registry-place.ts';
import { type LookedUp, lookUpEvents } from '../../trail/look-up-events.ts';
import { REMOVAL_EVENTS } from '../../trail/removal-records.ts';
import type { TrailRecord } from '../../trail/trail-record.ts';

const ACTION = 'cloudtrail:LookupEvents';
/** The newest tells; those before it are for the person who wonders. */
const MOST_EVIDENCE = 3;

export const removals = defineFact({
  name: 'removals',
  actions: [ACTION],
  async read(reader) {
    const { image, place } = registryOf(reader);
    const asked: Asked[] = [];
    // One after the other: where the first is refused, so are the others.
    for (const eventName of Object.keys(REMOVAL_EVENTS)) asked.push(await ask(reader, place, eventName));
    const known = sinceWhenKnown(asked);
    const found = asked
      .flatMap((each) => recorded(each, image, place))
      .filter(({ removal }) => known === null || Date.parse(removal.at) >= Date.parse(known))
      .toSorted((a, b) => Date.parse(b.removal.at) - Date.parse(a.removal.at));
    const wanted = await namesOf(reader, image);
    const telling = found.filter(({ removal }) => isTelling(removal, wanted));
    // What was left unread is older than what tells.
    if (known !== null && telling.length === 0) throw new AwsTrouble('too-much', { action: ACTION, place });
    return { value: found.map(({ removal }) => removal), evidence: evidenceOf(telling, asked, image) };
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
  readonly output: LookedUp;
  readonly says: Answer<LookedUp>['says'];
}

async function ask(reader: Reader, place: Place, eventName: string): Promise<Asked> {
  const { output, says } = await reader.ask(place, ACTION, (clients) => lookUpEvents(clients, eventName, reader.now));
  return { eventName, output: output ?? { records: [], readBackTo: null }, says };
}

/** The time since which nothing of any kind was left unread; `null`: all that CloudTrail remembers was read. */
function sinceWhenKnown(asked: readonly Asked[]): string | null {
  const limits = asked.flatMap(({ output }) => output.readBackTo ?? []);
  return limits.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null;
}

interface Recorded {
  readonly removal: Removal;
  readonly record: TrailRecord;
  readonly asked: Asked;
}

function recorded(asked: Asked, { repository }: EcrImage, { account }: Place): readonly Recorded[] {
  const read = REMOVAL_EVENTS[asked.eventName];
  return asked.output.records.flatMap((record) =>
    (read?.(record, { account, name: repository }) ?? []).map((removal) => ({ removal, record, asked })),
  );
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
  return [first.says(shortName(image), `none of ${names} names it in ${HISTORY_DAYS} days`)];
}

/** `BatchDeleteImage at … by arn:… (aws-cli/2.15): v2.1.0, sha256:…`. */
function describe(eventName: string, { at, by, digest, tags, rule }: Removal, { userAgent }: TrailRecord): string {
  const who = by === null ? '' : ` by ${by}${userAgent === null ? '' : ` (${userAgent})`}`;
  const why = rule === null ? '' : `, rule ${rule.priority}`;
  const what = [...tags, ...(digest === null ? [] : [shortDigest(digest)])];
  return `${eventName} at ${at}${who}${why}${what.length === 0 ? '' : `: ${what.join(', ')}`}`;
}
