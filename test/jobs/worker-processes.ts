import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { JobNotes } from '../../src/jobs/index.ts';
import type { Place } from './engine-under-test.ts';

/** What a worker process does in the middle of a job: go on, take its time, never end, or stop like a laptop's lid. */
export type Behaviour = 'finish' | 'slow' | 'hang' | 'pause';

export interface Told {
  readonly event: 'working' | 'started' | 'noted' | 'finished' | 'lost' | 'trouble' | 'given up';
  readonly id: string;
  readonly attempt?: number;
  readonly notes?: JobNotes;
}

export interface WorkerProcess {
  readonly told: readonly Told[];
  /** Resolves with the next thing of this kind that is told, or that was told already. Rejects when the process ends. */
  heard(event: Told['event']): Promise<Told>;
  /** Wakes a process that stopped itself. */
  wake(): void;
  /** Lets it finish what it does. */
  end(): Promise<void>;
  /** With `kill -9`. */
  kill(): Promise<void>;
}

const SCRIPT = new URL('worker-process.ts', import.meta.url);

export function startWorkerProcess(place: Place, behaviour: Behaviour): WorkerProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT.pathname, JSON.stringify(place), behaviour], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told: Told[] = [];
  const waiting: { readonly event: Told['event']; readonly resolve: (line: Told) => void }[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the script beside this file writes nothing else
    const next = JSON.parse(line) as Told;
    told.push(next);
    for (const { event, resolve } of waiting) if (event === next.event) resolve(next);
  });
  const ended = exitOf(child);
  return {
    told,
    heard: (event) => {
      const already = told.find((one) => one.event === event);
      if (already !== undefined) return Promise.resolve(already);
      const next = new Promise<Told>((resolve) => waiting.push({ event, resolve }));
      return Promise.race([next, ended.then(() => Promise.reject(new Error(`It ended before it was ${event}.`)))]);
    },
    wake: () => void child.kill('SIGCONT'),
    end: () => {
      child.kill('SIGTERM');
      return ended;
    },
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()));
}
