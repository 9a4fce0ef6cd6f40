import type { Evidence, Gap } from './evidence.ts';
import type { PullPosition, PullStage } from './pull-stage.ts';
import type { StatementChange } from './statement-change.ts';

/** The four results that AWS Config gives an evaluation, in our spelling. */
export const VERDICTS = ['pass', 'fail', 'unknown', 'not-applicable'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What one check concluded about one incident. */
export interface Finding {
  readonly check: string;
  readonly question: string;
  readonly position: PullPosition;
  /** Of a check that did not get to answer: the earliest stage at which it could have shown, where `position` is the latest. */
  readonly from?: PullStage;
  readonly verdict: Verdict;
  /** A key of the check's `answers`; `null` when the check did not get to answer. */
  readonly answer: string | null;
  readonly data: FindingData;
  /** The answer in words: plain text, no markup, full stop included. Empty when there is nothing to say. */
  readonly summary: string;
  readonly evidence: readonly Evidence[];
  /** What kept the check from answering. Only ever filled when the verdict is `unknown`. */
  readonly gaps: readonly Gap[];
  /** The statements of policies that would have to change; absent when none would. */
  readonly statements?: readonly StatementChange[];
  /** `false`: wrong, but it does not read as the incident's text does. */
  readonly explains?: false;
  /** A gap leaves room for another reason: as a cause, this is never confirmed. */
  readonly atMost?: 'probable';
  /** The checks whose failure made us ask this one. */
  readonly after: readonly string[];
  /** The checks that say the same with less reason, when this one fails. */
  readonly supersedes?: readonly string[];
}

/** The parts of an answer that its sentence and a fixer need. */
export type FindingData = Readonly<Record<string, string>>;
