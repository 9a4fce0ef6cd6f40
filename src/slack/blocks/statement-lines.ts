import type { Conclusion } from '../../domain/diagnosis.ts';
import type { Finding } from '../../domain/finding.ts';
import type { StatementChange } from '../../domain/statement-change.ts';
import { code } from './text.ts';

/** Above the statements of policies that would have to change. */
export const STATEMENTS_HEADING = 'The statement to change';

/** One line for each statement, as it must be pasted or as it stands. */
export function statementLines(conclusion: Conclusion): readonly string[] {
  const changes = findingsIn(conclusion).flatMap(({ statements = [] }) => statements);
  return [...new Set(changes.map((change) => `${toDo(change)}: ${code(change.statement)}`))];
}

/** What to do with a statement, and in which policy. */
export function toDo({ kind, where }: StatementChange): string {
  return kind === 'add' ? `Add to ${where}` : `Mend ${where}`;
}

/** A statement so that a person can read it. */
export function prettyStatement({ statement }: StatementChange): string {
  return JSON.stringify(JSON.parse(statement), null, 2);
}

function findingsIn(conclusion: Conclusion): readonly Finding[] {
  if (conclusion.kind === 'would-fail-now') return [conclusion.next];
  return conclusion.kind === 'explained' ? [conclusion.cause, ...conclusion.because, ...conclusion.follows] : [];
}
