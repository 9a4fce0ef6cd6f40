#!/usr/bin/env node
import { COMMANDS } from './commands/index.ts';
import { BadUse } from './commands/bad-use.ts';
import { ConfigProblem } from './config/problem.ts';
import { HELP } from './commands/help.ts';

/** The `ecr-why` command. Exit status: 0 done, 1 we failed, 2 bad use, with the reason. */
async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(HELP);
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.get(name);
  if (command === undefined)
    throw new BadUse(`There is no such command: expected one of ${[...COMMANDS.keys()].join(', ')}.`);
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(HELP);
    return 0;
  }
  return command(rest);
}

// The lockfile pins versions that support this Node; the SDK's notice is for those who update it.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

// Whoever reads us has read enough: `ecr-why parse --jsonl | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isUse = error instanceof BadUse || error instanceof ConfigProblem;
  process.stderr.write(
    `ecr-why: ${isUse ? error.message : `this is a fault of ecr-why: ${String(error instanceof Error ? error.stack : error)}`}\n`,
  );
  process.exitCode = isUse ? 2 : 1;
}
