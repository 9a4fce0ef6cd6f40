import type { EcrIncident } from '../../domain/check.ts';
import type { EcrImage } from '../../domain/image-reference.ts';
import type { Recovery } from '../../domain/recovery.ts';
import { buildAnew, deployOld, makeRepository } from './by-hand.ts';
import type { Loss, RecoveryFacts } from './recovery-facts.ts';
import { commitIn, type OlderRelease, olderRelease } from './tag-line.ts';

/**
 * Nothing is known to be left of the image: run an older release, or build it anew. A build comes first where the tag
 * says what to build; else the release does, for it is there already.
 */
export function waysOn(facts: RecoveryFacts, { image }: EcrIncident, loss: Loss): readonly Recovery[] {
  const { digest, isRepositoryThere } = loss;
  const tag = image.tag ?? facts.frozenImage?.tag ?? (image.digest === undefined ? 'latest' : null);
  const commit = tag === null ? null : commitIn(tag);
  const older = tag === null ? null : olderRelease(tag, pushedAt(facts, tag, digest), facts.images ?? []);
  const state = whatIsLeft(facts, image, loss);
  const source = commit === null ? '' : ` from commit \`${commit}\``;
  const byHand = [...(isRepositoryThere ? [] : makeRepository(image)), ...buildAnew(image, tag, commit)];
  const build = (says: string): Recovery => ({ kind: 'rebuild', says, byHand });

  const instead = lastGood(facts, image) ?? released(older);

  if (instead === null) return [build(`${state}: build it anew${source}, and push it.`)];
  const { release, byHand: back } = instead;
  if (commit !== null)
    return [build(`${state}: build it anew${source}.`), rollBack(`Until then, run ${release}.`, back)];
  return [
    rollBack(`${state}. In its place, run ${release}.`, back),
    build('To have it back, build it anew and push it.'),
  ];
}

interface Instead {
  /** As a sentence names it. */
  readonly release: string;
  readonly byHand: readonly string[];
}

function released(older: OlderRelease | null): Instead | null {
  return older === null ? null : { release: `\`${older.tag}\`, pushed ${older.pushedAt}`, byHand: [] };
}

function rollBack(says: string, byHand: readonly string[] = []): Recovery {
  return { kind: 'roll-back', says, byHand };
}

/**
 * What ran is known to run; an older tag is not. Its task definition is the way back only if it is another than today's,
 * and if its tag still names that image.
 */
function lastGood({ lastGoodImage: good = null, workload }: RecoveryFacts, { repository }: EcrImage): Instead | null {
  if (good === null) return null;
  const { digest, image, tags, taskDefinition, deployedAt } = good;
  const tag = tags.find((each) => image.endsWith(`:${each}`));
  const when = `which the service was deployed with at ${deployedAt} and which is still here`;
  const isWayBack = taskDefinition !== null && taskDefinition !== workload?.taskDefinition;
  if (tag !== undefined && workload !== undefined && isWayBack)
    return { release: `\`${tag}\`, ${when}`, byHand: deployOld(workload, taskDefinition) };
  return { release: `\`${repository}@${digest}\`, ${when}: the task definition must name it so`, byHand: [] };
}

/** Only what is known to be gone is called gone. */
function whatIsLeft(
  { image, images, imageElsewhere, pushes, removals }: RecoveryFacts,
  wanted: EcrImage,
  { digest, isFrozen, isRepositoryThere, unread }: Loss,
): string {
  if (!isRepositoryThere) {
    return imageElsewhere === undefined
      ? 'There is no repository here, and not every other place could be asked for the image'
      : 'There is no repository to bring it back from';
  }
  const archive = imageElsewhere?.find((copy) => copy.digest === digest);
  const isNameFree = isFrozen || image === null;
  const isGoneHere = digest !== null && isNameFree && images?.every((each) => each.digest !== digest) === true;
  if (isGoneHere && archive !== undefined)
    return `The manifest is gone here, but lies in the archive of ${archive.account} ${archive.region}`;
  // Other places were asked for what the message names.
  if (isGoneHere && isFrozen && wanted.digest === undefined)
    return 'The manifest is gone here, and no other place was asked for this digest';
  if (isGoneHere && imageElsewhere !== undefined) return 'The manifest is gone, so it cannot be restored';
  if (isGoneHere) return 'The manifest is gone here, and not every other place could be asked for it';
  if (digest !== null) return 'Whether the manifest is still here could not be read';
  if (pushes === undefined || removals === undefined)
    return `Which image had this tag could not be read${unread === null ? '' : ` (${unread})`}`;
  return 'Which image had this tag is not on record, so the tag cannot be put back';
}

function pushedAt({ pushes = [] }: RecoveryFacts, tag: string, digest: string | null): string | null {
  return pushes.find((push) => push.tag === tag && push.digest === digest)?.at ?? null;
}
