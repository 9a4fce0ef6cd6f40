import type { EcrIncident } from '../../domain/check.ts';
import { isTagLost } from '../../domain/lost-tag.ts';
import type { Gap } from '../../domain/evidence.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Recovery } from '../../domain/recovery.ts';
import { describeGap } from '../describe-gap.ts';
import { formerDigest } from './former-digest.ts';
import type { Loss, RecoveryFacts } from './recovery-facts.ts';
import { waysBack } from './ways-back.ts';
import { waysOn } from './ways-on.ts';

/** The checks that say that the image is not where the pull looks. */
const GONE: ReadonlySet<string> = new Set(['missing-image', 'missing-repository', 'frozen-digest']);

/** Second questions that say that it was never meant to be: the name is wrong, and nothing is lost. */
const ANOTHER_NAME: ReadonlySet<string> = new Set(['mistyped-tag', 'misspelt-repository', 'missing-cache-rule']);

/** Whether the main finding and the reasons behind it make "can it come back" a question at all. */
export function isGone(main: Finding | null, because: readonly Finding[]): main is Finding {
  return main !== null && GONE.has(main.check) && !because.some(({ check }) => ANOTHER_NAME.has(check));
}

/**
 * How a pull of what is gone can work again, the best way first; empty when it is not gone. The commands change AWS, and
 * nothing here sends them. A fact that is missing is a gap, and nothing is promised that it might hide.
 */
export function planRecovery(
  main: Finding | null,
  because: readonly Finding[],
  facts: RecoveryFacts,
  incident: EcrIncident,
  gaps: readonly Gap[] = [],
): readonly Recovery[] {
  // Of whatever `latest` is, nobody may have asked.
  if (!isGone(main, because) || isTagLost(incident)) return [];
  const isFrozen = main.check === 'frozen-digest';
  const digest = isFrozen ? (facts.frozenImage?.digest ?? null) : knownDigest(incident, facts);
  const isRepositoryThere = main.check !== 'missing-repository';
  const loss: Loss = { digest, isFrozen, isRepositoryThere, unread: unreadHistory(gaps) };
  const back = waysBack(facts, incident, loss);
  return back.length > 0 ? back : waysOn(facts, incident, loss);
}

function knownDigest(incident: EcrIncident, facts: RecoveryFacts): string | null {
  return formerDigest(incident, facts) ?? replicatedDigest(facts);
}

/** What the tag names where it was replicated from, when that image has come here. */
function replicatedDigest({ replications = [], images = [] }: RecoveryFacts): string | null {
  const come = replications.find(
    ({ state, digest }) => state === 'complete' && images.some((each) => each.digest === digest),
  );
  return come?.digest ?? null;
}

/** A removal says more than a push, so what keeps us from reading those is told first. */
function unreadHistory(gaps: readonly Gap[]): string | null {
  const gap = gaps.find(({ fact }) => fact === 'removals') ?? gaps.find(({ fact }) => fact === 'pushes');
  return gap === undefined ? null : describeGap(gap).replace(/\.$/, '');
}
