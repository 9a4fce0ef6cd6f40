import { parse } from './parse.ts';
import { sandbox } from './sandbox.ts';
import { start } from './start.ts';
import { why } from './why.ts';
import { worlds } from './worlds.ts';

/** Runs with its arguments; resolves with the exit status. Throws `BadUse` or `ConfigProblem` for a user's mistake. */
type Command = (args: readonly string[]) => Promise<number>;

export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['why', why],
  ['parse', parse],
  ['worlds', worlds],
  ['sandbox', sandbox],
  ['start', start],
]);
