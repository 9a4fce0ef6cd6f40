import type { Conclusion } from './diagnosis.ts';
import type { Finding } from './finding.ts';
import type { StatementChange } from './statement-change.ts';

/** What is the same wherever a conclusion is read, in Slack or in a terminal. */
export const HEADINGS = {
  recovery: 'Can it come back',
  statements: 'The statement to change',
  paths: 'The way of each connection',
} as const;

/** One obstacle can leave a whole folder of checks open, and each stands with all the others anyway. */
const MOST_QUESTIONS = 3;

/** One line for each obstacle, with the first of the questions that stay open because of it. */
export function openQuestions(unknown: readonly Finding[]): readonly string[] {
  const questions = new Map<string, string[]>();
  for (const { summary, question } of unknown) questions.set(summary, [...(questions.get(summary) ?? []), question]);
  return [...questions].map(([obstacle, open]) => `${obstacle} Open: ${firstOf(open)}`);
}

function firstOf(questions: readonly string[]): string {
  const hidden = questions.length - MOST_QUESTIONS;
  return [...questions.slice(0, MOST_QUESTIONS), ...(hidden > 0 ? [`And ${hidden} more.`] : [])].join(' ');
}

/** The statements that would have to change for this pull, each once. */
export function statementsToChange(conclusion: Conclusion): readonly StatementChange[] {
  const changes = brokenIn(conclusion).flatMap(({ statements = [] }) => statements);
  return [...new Map(changes.map((change) => [`${toDo(change)} ${change.statement}`, change])).values()];
}

/** What to do with a statement, and in which policy. */
export function toDo({ kind, where }: StatementChange): string {
  return kind === 'add' ? `Add to ${where}` : `Mend ${where}`;
}

/** What must be mended before the pull works. */
function brokenIn(conclusion: Conclusion): readonly Finding[] {
  if (conclusion.kind === 'would-fail-now') return [conclusion.next];
  return conclusion.kind === 'explained' ? [conclusion.cause, ...conclusion.because, ...conclusion.follows] : [];
}
