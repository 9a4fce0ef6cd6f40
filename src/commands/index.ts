/** Runs with its arguments; resolves with the exit status. Throws `BadUse` or `ConfigProblem` for a user's mistake. */
type Command = (args: readonly string[]) => Promise<number>;

/** Each is loaded when it is called: the bot and the sandbox are large, and `parse` needs neither. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['why', async (args) => (await import('./why.ts')).why(args)],
  ['doctor', async (args) => (await import('./doctor.ts')).doctor(args)],
  ['parse', async (args) => (await import('./parse.ts')).parse(args)],
  ['worlds', async (args) => (await import('./worlds.ts')).worlds(args)],
  ['sandbox', async (args) => (await import('./sandbox.ts')).sandbox(args)],
  ['start', async (args) => (await import('./start.ts')).start(args)],
]);
