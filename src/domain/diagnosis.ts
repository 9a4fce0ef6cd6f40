import type { Finding } from './finding.ts';
import type { Fix } from './fix.ts';
import type { Incident } from './incident.ts';
import type { SubnetPaths } from './network-path.ts';
import type { Recovery } from './recovery.ts';

/** Why the pull failed, as far as the findings show, and what would mend it. Plain JSON. */
export interface Diagnosis {
  readonly version: 1;
  readonly incident: Incident;
  readonly conclusion: Conclusion;
  /** Every finding in the order of a pull, so that what was ruled out can be shown too. */
  readonly findings: readonly Finding[];
  readonly fixes: readonly Fix[];
  /** How a pull of what is gone can work again, the best way first; empty when nothing is gone. */
  readonly recovery: readonly Recovery[];
  /** The ways out of the subnet that the answer is about, else out of the worst; `null` when the network was not read. */
  readonly paths: SubnetPaths | null;
}

/**
 * `confirmed`: fact and text agree. `probable`: a fact shows it and the text is silent, or a gap leaves room.
 */
export type Certainty = 'confirmed' | 'probable';

export type Conclusion =
  | Explained
  /** Nothing that explains the failure is known to be wrong, but something that we could not learn might be the cause. */
  | {
      readonly kind: 'undetermined';
      readonly says: string;
      readonly unknown: readonly Finding[];
      readonly alsoWrong: readonly Finding[];
    }
  /** What the message says is no longer so, but a pull would stop at another place now. */
  | {
      readonly kind: 'would-fail-now';
      readonly says: string;
      readonly next: Finding;
      readonly alsoWrong: readonly Finding[];
    }
  /** Every check passes now: path, permission and object were all looked at, and nothing stayed open. */
  | { readonly kind: 'would-pull-now'; readonly says: string; readonly alsoWrong: readonly Finding[] }
  /** The image is not in a private ECR registry, or the message names none: only what the text proves can be said. */
  | { readonly kind: 'out-of-sight'; readonly says: string };

export interface Explained {
  readonly kind: 'explained';
  readonly certainty: Certainty;
  /** The failing check earliest in the pull among those that explain the text. */
  readonly cause: Finding;
  /** What its second questions found: who removed it, what it is called now. */
  readonly because: readonly Finding[];
  /** Failing checks that would stop the pull later, or that only follow. */
  readonly follows: readonly Finding[];
  /** Failing checks that do not explain this error: acquitted by the text, or preventive. */
  readonly alsoWrong: readonly Finding[];
  /** Checks that could not answer and whose place is before the cause: they leave room for doubt. */
  readonly unknown: readonly Finding[];
}
