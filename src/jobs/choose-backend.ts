import type { Backend } from './backends/backend.ts';
import { openEmbedded } from './backends/embedded.ts';
import { openPostgres } from './backends/postgres.ts';
import { openRedis } from './backends/redis.ts';
import { QueueUrlError } from './job-errors.ts';

type Engine =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'redis'; readonly url: URL }
  | { readonly kind: 'postgres'; readonly url: URL };

const KINDS: Readonly<Record<string, 'redis' | 'postgres'>> = {
  'redis:': 'redis',
  'rediss:': 'redis',
  'postgres:': 'postgres',
  'postgresql:': 'postgres',
};

/** The engine that QUEUE_URL names. Throws a QueueUrlError that never repeats the URL, which may hold a password. */
export function parseQueueUrl(text: string | null): Engine {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return { kind: 'embedded' };
  if (!URL.canParse(trimmed)) throw malformed('it is not a URL');
  const url = new URL(trimmed);
  const kind = KINDS[url.protocol];
  if (kind === undefined) throw malformed(`it begins with "${url.protocol}"`);
  if (kind === 'redis' && url.hostname === '') throw malformed('it names no host');
  return { kind, url };
}

function malformed(what: string): QueueUrlError {
  return new QueueUrlError(
    `QUEUE_URL must begin with redis://, rediss:// or postgres://, such as redis://localhost:6379, but ${what}; ` +
      'leave it out to keep the queue in a folder of your own.',
  );
}

/** Opens the engine that QUEUE_URL names. Throws a QueueUrlError or a QueueUnavailableError, within ten seconds. */
export async function openBackend(options: {
  readonly url: string | null;
  readonly dataDir: string;
  readonly log: (event: string, detail: Record<string, unknown>) => void;
}): Promise<Backend> {
  const engine = parseQueueUrl(options.url);
  if (engine.kind === 'embedded') return openEmbedded(options.dataDir, options.log);
  return engine.kind === 'redis' ? openRedis(engine.url, options.log) : openPostgres(engine.url, options.log);
}
