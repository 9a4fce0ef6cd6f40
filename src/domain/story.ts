/** One line of the story that is told while a diagnosis runs: a stage of the pull, what was asked there and what came back. */
export interface StoryStep {
  /** Stays the same from one telling to the next. */
  readonly id: string;
  readonly title: string;
  readonly status: StoryStatus;
  /** What was asked and answered, one a line, plain text. */
  readonly lines: readonly string[];
}

/** `pass` and `fail` are verdicts; `unknown` could not be checked; `skipped` was not reached or does not apply. */
export type StoryStatus = 'pending' | 'asking' | 'pass' | 'fail' | 'unknown' | 'skipped';
