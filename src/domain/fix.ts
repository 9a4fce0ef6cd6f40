import type { Action, Place, Timestamp } from './aws.ts';
import type { EcrIncident } from './check.ts';
import type { FactName, Facts } from './facts.ts';
import type { Finding } from './finding.ts';

/** A change that would make a failing check pass. Data only: reading one changes nothing. */
export interface Fix {
  /** The fixer that planned it. */
  readonly id: string;
  /** The check that must pass once the fix is applied, and is asked again to prove it. */
  readonly check: string;
  /** `repair` makes this pull work; `prevent` stops the next failure; `undo` puts a fix back. */
  readonly kind: 'repair' | 'prevent' | 'undo';
  /** Imperative, as a button would say it: `Make tags of shop/api immutable`. */
  readonly title: string;
  /** What changes. */
  readonly effect: string;
  /** Who else feels it, and what may begin to fail for them. */
  readonly blastRadius: string;
  /** Whether the change lets somebody do more than before: then requester and approver must differ. */
  readonly widensAccess: boolean;
  /** Exactly what is sent, in this order. */
  readonly calls: readonly [ApiCall, ...ApiCall[]];
  /** The calls that put it back, or `null` when nothing can. */
  readonly undo: readonly [ApiCall, ...ApiCall[]] | null;
  /** The fact that the calls overwrite, as it was when the fix was planned: compared again before anything is sent. */
  readonly before: StateSnapshot;
  /** The same fact as it must read afterwards. */
  readonly after: StateSnapshot;
}

/** One AWS call, whole: what is approved is exactly what is sent. */
export interface ApiCall {
  readonly action: Action;
  readonly place: Place;
  /** The ARN that a session policy may name: the applying session can touch nothing else. */
  readonly resource: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** The few fields of a fact that a fix changes. */
export interface StateSnapshot {
  readonly fact: FactName;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Turns one failing finding into a fix, or into nothing when it cannot be sure. */
export interface Fixer<Need extends FactName = FactName> {
  readonly id: string;
  readonly check: string;
  readonly needs: readonly Need[];
  /** The fields of a fact that this fixer's calls overwrite; `undefined` when the fact is gone. */
  snapshot(facts: Pick<Facts, Need>): StateSnapshot | undefined;
  plan(finding: Finding, facts: Pick<Facts, Need>, incident: EcrIncident): Fix | null;
}

/** How an approved fix ended. `says` is one sentence for the thread. */
export interface FixOutcome {
  readonly kind: FixOutcomeKind;
  readonly says: string;
  readonly at: Timestamp;
}

export type FixOutcomeKind =
  /** Sent, and the check that asked for it passes. */
  | 'verified'
  /** Sent, but the check does not pass yet. */
  | 'not-verified'
  /** Not sent: the state is no longer the one that the plan was made for. */
  | 'changed-meanwhile'
  /** Not sent, or not taken: AWS refused the call. */
  | 'refused'
  /** Not sent: the state could not be read again. */
  | 'unreadable';
