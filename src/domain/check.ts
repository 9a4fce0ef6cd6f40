import type { FactName, Facts } from './facts.ts';
import type { FindingData, Verdict } from './finding.ts';
import type { Incident, SymptomKind } from './incident.ts';
import type { EcrImage } from './image-reference.ts';
import type { PullPosition, PullStage, PullStep } from './pull-stage.ts';
import type { StatementChange } from './statement-change.ts';

/** An incident whose image lies in a private registry of Amazon ECR: the only kind that checks are asked about. */
export interface EcrIncident extends Incident {
  readonly image: EcrImage;
}

/** One question about one pull, answered from facts alone. */
export interface Check<Need extends FactName = FactName, Answer extends string = string> extends PullPosition {
  /** Names the failing state, and is the file's name: `missing-image`. */
  readonly id: string;
  readonly question: string;
  /** Where the facts decide at which stage it shows: the earliest there can be, with `stage` the latest. */
  readonly from?: PullStage;
  readonly needs: readonly Need[];
  /** Asked only when one of these checks failed: a second question. */
  readonly after?: readonly string[];
  /**
   * Explains only a text that speaks of one of these, and is asked then, or when there is no text; else only before a pull
   * would be called fine. Without it: always. Never of a second question, which concerns what the first did.
   */
  readonly concerns?: readonly SymptomKind[];
  /** When this check fails, these say the same with less reason, and are not named beside it. */
  readonly supersedes?: readonly string[];
  readonly answers: Readonly<Record<Answer, Meaning>>;
  evaluate(facts: Pick<Facts, Need>, incident: EcrIncident): Evaluation<NoInfer<Answer>>;
}

/** What one answer means for the pull. `says` may hold `{{placeholders}}` for the data. */
export interface Meaning {
  readonly verdict: Verdict;
  readonly says: string;
}

export interface Evaluation<Answer extends string> {
  readonly answer: Answer;
  readonly data?: FindingData;
  /** Where in the pull it shows, when that depends on the facts: a network that is shut for layers only, say. */
  readonly stage?: PullStage;
  readonly step?: PullStep;
  /** `false`: this is wrong, but it does not read as the incident's text does. */
  readonly explains?: false;
  /** The statements of policies that would have to change. */
  readonly statements?: readonly StatementChange[];
  /** What a gap leaves room for is never confirmed, however well the text fits. */
  readonly atMost?: 'probable';
}
