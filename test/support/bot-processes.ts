import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { parseJson } from '../../src/lib/parse-json.ts';
import { isObject } from '../../src/sandbox/slack/wire.ts';

/** One line of the bot's log: `msg` says what happened. */
export type LogLine = Readonly<Record<string, unknown>>;

export interface BotProcess {
  /** Resolves with the first line that says this, logged already or still to come. Rejects when the process ends first. */
  logged(message: string): Promise<LogLine>;
  /** With `kill -9`. */
  kill(): Promise<void>;
  /** Asks it to stop, as an orchestrator does. */
  terminate(): void;
  /** Its exit status, once it has ended; `null` when a signal ended it. */
  readonly ended: Promise<number | null>;
}

const SCRIPT = new URL('bot-process.ts', import.meta.url).pathname;

/** Starts the bot with this environment and nothing of ours. */
export function startBotProcess(env: Readonly<Record<string, string>>): BotProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: LogLine[] = [];
  const waiting: { readonly message: string; readonly resolve: (line: LogLine) => void }[] = [];
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = parseJson(text);
    if (!isObject(line)) return;
    lines.push(line);
    for (const { message, resolve } of waiting) if (line['msg'] === message) resolve(line);
  });
  const ended = exitOf(child);
  return {
    logged(message) {
      const already = lines.find((line) => line['msg'] === message);
      if (already !== undefined) return Promise.resolve(already);
      const next = new Promise<LogLine>((resolve) => waiting.push({ message, resolve }));
      const never = ended.then((code) =>
        Promise.reject(new Error(`It ended (${code}) before "${message}": ${JSON.stringify(lines.slice(-5))}`)),
      );
      return Promise.race([next, never]);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    terminate: () => void child.kill('SIGTERM'),
    ended,
  };
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', resolve));
}
