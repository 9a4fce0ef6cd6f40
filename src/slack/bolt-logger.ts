import { LogLevel } from '@slack/bolt';
import type { Logger } from '@slack/bolt';
import type { Log } from './ports.ts';

/**
 * Bolt's log lines in ours. Its debug lines hold whole payloads, with response URLs and trigger ids that let their holder
 * act as the bot, so they are dropped.
 */
export function boltLogger(log: Log): Logger {
  return {
    debug: () => undefined,
    info: (...words: unknown[]) => log.debug({ from: 'bolt' }, line(words)),
    warn: (...words: unknown[]) => log.warn({ from: 'bolt' }, line(words)),
    error: (...words: unknown[]) => log.error({ from: 'bolt' }, line(words)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

function line(words: readonly unknown[]): string {
  return words.map((word) => (word instanceof Error ? word.message : String(word))).join(' ');
}
