import type { Timestamp } from '../../domain/aws.ts';
import type { Conclusion } from '../../domain/diagnosis.ts';
import type { WorkloadRef } from '../../domain/incident.ts';
import type { RecoveryKind } from '../../domain/recovery.ts';
import type { Estate } from '../aws/estate.ts';

/** A small AWS estate with one thing broken in it, and what a right diagnosis of it says. */
export interface World {
  /** Names what is broken, and is the file's name. */
  readonly id: string;
  readonly title: string;
  /** What is broken, in one sentence. */
  readonly breaks: string;
  /** What a person would paste; empty when there is only an image to ask about. */
  readonly message: string;
  /** The image to ask about with the slash command, when the message names none or is empty. */
  readonly image?: string;
  /** Who pulls, when the message does not say. */
  readonly workload?: WorkloadRef;
  readonly expect: Expectation;
  /** The broken estate, as new each time. `now` is the moment of its clock; the present when it is not given. */
  build(now?: Timestamp): Estate;
}

interface Expectation {
  readonly conclusion: Conclusion['kind'];
  /** The check that must be named as the cause: set when, and only when, the conclusion is `explained`. */
  readonly cause?: string;
  /** Which of its answers the cause gives; not looked at where it is not given. */
  readonly answer?: string;
  /** Words that an answer without a cause must hold. */
  readonly says?: string;
  /** Second questions that must be answered with the reason behind the cause. */
  readonly because?: readonly string[];
  /** Checks that must be named as what would stop it next; none when it is not given. */
  readonly follows?: readonly string[];
  /** Checks that must be reported as wrong besides: prevention, mostly. */
  readonly alsoWrong?: readonly string[];
  /** The ways back that must be named, the best first; not looked at where it is not given. */
  readonly recovery?: readonly RecoveryKind[];
}
