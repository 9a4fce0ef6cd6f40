import type { EcrIncident } from '../../domain/check.ts';
import type { ImageCopy } from '../../domain/facts/copies.ts';
import { type EcrImage, shortDigest, tagAsked } from '../../domain/image-reference.ts';
import type { Recovery } from '../../domain/recovery.ts';
import type { Image } from '../../domain/facts/registry.ts';
import { copyFrom, deployAnew, makeRepository, putTagBack, restore } from './by-hand.ts';
import type { Loss, RecoveryFacts } from './recovery-facts.ts';

/** The image is not lost: it is on its way, in the archive, without its tag, or in another place. The best way first. */
export function waysBack(facts: RecoveryFacts, incident: EcrIncident, loss: Loss): readonly Recovery[] {
  const here = imageHere(facts, loss);
  return [
    ...arriving(facts),
    ...(loss.isFrozen ? redeployed(facts) : []),
    ...(here === null ? [] : keptHere(here, incident, loss)),
    ...copied(facts, incident, loss),
  ];
}

/** What the tag names is not what is asked for, once ECS has frozen a digest. */
function imageHere({ image = null, images = [] }: RecoveryFacts, { digest, isFrozen }: Loss): Image | null {
  const found = isFrozen ? null : image;
  return found ?? images.find((each) => each.digest === digest) ?? null;
}

function arriving({ replications = [] }: RecoveryFacts): readonly Recovery[] {
  const source = replications.find(({ state }) => state === 'in-progress');
  if (source === undefined) return [];
  const says = `It is on its way from ${source.account} ${source.region}: wait for it, then start the pull again.`;
  return [{ kind: 'wait', says, byHand: [] }];
}

function redeployed({ frozenImage, workload }: RecoveryFacts): readonly Recovery[] {
  const tagged = frozenImage?.tagged ?? null;
  if (frozenImage == null || tagged?.status !== 'ACTIVE') return [];
  const says = `Tag \`${frozenImage.tag}\` is here, pushed ${tagged.pushedAt}: a new deployment pulls that image, which is another than the one that ran.`;
  return [{ kind: 'redeploy', says, byHand: workload === undefined ? [] : deployAnew(workload) }];
}

/** What is under its tag is only not active; what is not has lost its tag. */
function keptHere(here: Image, { image }: EcrIncident, { isFrozen }: Loss): readonly Recovery[] {
  const { digest, status, tags } = here;
  const hasName = isFrozen || image.digest !== undefined || tags.includes(tagAsked(image));
  const retag = hasName ? [] : putTagBack(image, here);
  if (status === 'ACTIVATING') {
    return [
      { kind: 'wait', says: 'It is being restored from the archive: that takes up to 20 minutes.', byHand: retag },
    ];
  }
  if (status === 'ARCHIVED') {
    const says = `It is in the archive, so it can be restored${hasName ? '' : ' and get its tag back'}: that takes up to 20 minutes.`;
    return [{ kind: 'restore-archived', says, byHand: [...restore(image, digest), ...retag] }];
  }
  if (hasName) return [];
  const says = `Its manifest is still here, as \`${shortDigest(digest)}\`, so the tag can be put back.`;
  return [{ kind: 'retag', says, byHand: retag }];
}

function copied(
  { imageElsewhere = [] }: RecoveryFacts,
  { image }: EcrIncident,
  { digest, isFrozen, isRepositoryThere }: Loss,
): readonly Recovery[] {
  // By its tag, a copy would take the tag from the image that has it now.
  const wanted: EcrImage = isFrozen && digest !== null ? { ...image, digest } : image;
  return imageElsewhere
    .filter((copy) => copy.status === 'ACTIVE' && (!isFrozen || copy.digest === digest))
    .toSorted((a, b) => Number(b.digest === digest) - Number(a.digest === digest))
    .map((copy) => ({
      kind: 'copy-from',
      says: `${whatIsThere(copy, digest)}: copy it from there, or pull it there.`,
      byHand: [...(isRepositoryThere ? [] : makeRepository(image)), ...copyFrom(wanted, copy)],
    }));
}

function whatIsThere({ account, region, digest, pushedAt }: ImageCopy, former: string | null): string {
  const there = `in ${account} ${region}, pushed ${pushedAt}`;
  if (former === null) return `An image of this name is ${there}`;
  return digest === former
    ? `The same image is ${there}`
    : `Another image of this name than the one that was here is ${there}`;
}
