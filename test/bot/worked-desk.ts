import { afterAll, beforeAll, beforeEach } from 'vitest';
import { JobDesk } from '../../src/bot/desk.ts';
import type { BotShapes } from '../../src/bot/shapes.ts';
import type { FixOutcome } from '../../src/domain/fix.ts';
import { type JobHandlers, type Jobs, openJobs } from '../../src/jobs/index.ts';
import type { Ask, FixRequest } from '../../src/slack/ports.ts';
import { embeddedEngine } from '../jobs/embedded-place.ts';
import { diagnosis, FIX, INCIDENT } from '../slack/support/diagnoses.ts';
import { eventually } from '../jobs/engine-under-test.ts';

const TEAM = 'T1';
export const ANN = { user: 'UANN', team: TEAM };
export const BEN = { user: 'UBEN', team: TEAM };

/** A desk over the embedded engine, with workers that do what a test wants. One for all the tests of a file. */
export interface WorkedDesk {
  readonly desk: JobDesk;
  /** What the workers do from now on; everything succeeds at once unless a test says otherwise. */
  readonly handlers: JobHandlers<BotShapes>;
  /** The desk's clock, in milliseconds since 1970; the present at the start of each test. */
  now: number;
  scene: string;
  /** Asks in a channel of this test's own. */
  ask(change?: Partial<Ask>): Ask;
  /** Resolves once the diagnosis is remembered. */
  diagnosed(change?: Partial<Ask>): Promise<string>;
  /** A request for the fix of a new diagnosis, by Ann. */
  requested(): Promise<FixRequest>;
}

const SUCCEED: JobHandlers<BotShapes> = {
  diagnose: async ({ data }) => diagnosis({ incident: data.incident }),
  carryOut: async ({ data: { at, kind } }) => (kind === 'approve' ? verified(at) : null),
  expire: async () => {},
  giveUp: async () => {},
  tellRepeats: async () => {},
};

export function verified(at: string): FixOutcome {
  return { kind: 'verified', says: 'Tags of `shop/api` cannot be overwritten.', at };
}

export function workedDesk(): WorkedDesk {
  let engine: Awaited<ReturnType<typeof embeddedEngine>>;
  let jobs: Jobs<BotShapes>;
  let desk: JobDesk;
  let tests = 0;

  const worked: WorkedDesk = {
    get desk() {
      return desk;
    },
    handlers: { ...SUCCEED },
    now: 0,
    scene: '',
    ask({ conversation, ...change } = {}) {
      const { id: _id, reportedAt: _at, ...sighting } = INCIDENT;
      const place = { team: TEAM, channel: `C${tests}`, threadTs: '1.1', user: ANN.user, responseUrl: null };
      return { sighting, isFresh: false, ...change, conversation: conversation ?? place };
    },
    async diagnosed(change) {
      const { id } = await desk.diagnose(worked.ask(change));
      await eventually(async () => (await jobs.findDiagnosis(id))?.state === 'done');
      return id;
    },
    async requested() {
      const { conversation } = worked.ask();
      const diagnosisId = await worked.diagnosed();
      return desk.requestFix({
        diagnosisId,
        fix: FIX,
        requester: ANN,
        approvers: [BEN.user],
        conversation,
        undoes: null,
      });
    },
  };

  beforeAll(async () => {
    engine = await embeddedEngine();
    jobs = await openJobs<BotShapes>({ ...(await engine.emptyPlace()), log: () => {} });
    const { handlers } = worked;
    await jobs.work(
      {
        diagnose: (work) => handlers.diagnose(work),
        carryOut: (work) => handlers.carryOut(work),
        expire: (work) => handlers.expire(work),
        giveUp: (work) => handlers.giveUp(work),
        tellRepeats: (work) => handlers.tellRepeats(work),
      },
      { concurrency: 4 },
    );
    desk = new JobDesk({ jobs, accounts: [], now: () => worked.now, scene: () => worked.scene });
  });
  beforeEach(() => {
    tests += 1;
    Object.assign(worked.handlers, SUCCEED);
    worked.now = Date.now();
    worked.scene = '';
  });
  afterAll(async () => {
    await jobs.close(0);
    await engine.removeAll();
  });

  return worked;
}
