import type { Conclusion } from '../../domain/diagnosis.ts';
import { statementsToChange, toDo } from '../../domain/conclusion-words.ts';
import type { StatementChange } from '../../domain/statement-change.ts';
import { code } from './text.ts';

/** One line for each statement, as it must be pasted or as it stands. */
export function statementLines(conclusion: Conclusion): readonly string[] {
  return statementsToChange(conclusion).map((change) => `${toDo(change)}: ${code(change.statement)}`);
}

/** A statement so that a person can read it. */
export function prettyStatement({ statement }: StatementChange): string {
  return JSON.stringify(JSON.parse(statement), null, 2);
}
