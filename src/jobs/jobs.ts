import type { Backend, EngineWorker } from './backends/backend.ts';
import type {
  Decision,
  DecisionRecord,
  DiagnosisRecord,
  JobCounts,
  JobHandlers,
  JobNotes,
  Jobs,
  JobShapes,
  RequestRecord,
} from './contract.ts';
import { within } from './deadline.ts';
import type { LedgerEntry } from './job-ledger.ts';
import { decideOnce, type Ledgers, type StoredDecision, type StoredRequest } from './ledgers.ts';
import { tellOfRepeats } from './repeats.ts';
import { fromText, storePayload, type StoredPayload } from './stored-payload.ts';
import { startWorkers, type WorkerSettings } from './workers.ts';

const READY_WITHIN_MS = 2_000;

/** The jobs of one program, over the ledgers of one engine. */
export class LedgerJobs<Shapes extends JobShapes> implements Jobs<Shapes> {
  readonly #backend: Backend;
  readonly #ledgers: Ledgers;
  readonly #log: WorkerSettings['log'];
  #workers: readonly EngineWorker[] = [];
  #closed: Promise<void> | null = null;

  constructor(backend: Backend, ledgers: Ledgers, log: WorkerSettings['log']) {
    this.#backend = backend;
    this.#ledgers = ledgers;
    this.#log = log;
  }

  async addDiagnosis(id: string, data: Shapes['diagnosis']['data']): Promise<{ readonly added: boolean }> {
    const { isOurs } = await this.#ledgers.diagnoses.writeOnce(id, storePayload(data));
    return { added: isOurs };
  }

  async findDiagnosis(id: string): Promise<DiagnosisRecord<Shapes> | null> {
    const entry = await this.#ledgers.diagnoses.find(id);
    return entry === null ? null : diagnosisRecord<Shapes>(entry);
  }

  async countRepeat(id: string): Promise<number> {
    const count = await this.#ledgers.diagnoses.tally(id);
    await tellOfRepeats(this.#ledgers, id);
    return count;
  }

  async recentDiagnoses(limit: number): Promise<readonly DiagnosisRecord<Shapes>[]> {
    return (await this.#ledgers.diagnoses.newest(limit)).map((entry) => diagnosisRecord<Shapes>(entry));
  }

  async requestFix(
    id: string,
    data: Shapes['request']['data'],
    expiresAt: Date | number,
  ): Promise<{ readonly added: boolean }> {
    const dueAt = Number(expiresAt);
    const delayMs = Math.max(0, dueAt - Date.now());
    const { isOurs } = await this.#ledgers.requests.writeOnce(id, { ...storePayload(data), expiresAt: dueAt }, delayMs);
    return { added: isOurs };
  }

  async findRequest(id: string): Promise<RequestRecord<Shapes['request']['data']> | null> {
    const request = await this.#ledgers.requests.find(id);
    return request === null ? null : this.#requestRecord(request);
  }

  async noteOnRequest(id: string, notes: JobNotes): Promise<void> {
    await this.#ledgers.requests.note(id, notes);
  }

  async openRequests(limit: number): Promise<readonly RequestRecord<Shapes['request']['data']>[]> {
    // An open request is a delayed job, and so is a decided one until its time: those are left out one by one.
    const delayed = await this.#ledgers.requests.newestDelayed();
    const undecided = await Promise.all(
      delayed.map(async (entry) => ((await this.#ledgers.decisions.read(entry.id)) === null ? [entry] : [])),
    );
    const records = await Promise.all(undecided.flat().map((entry) => this.#requestRecord(entry)));
    return records.filter(({ expired }) => !expired).slice(0, limit);
  }

  async #requestRecord({
    id,
    stored,
    notes,
  }: LedgerEntry<StoredRequest>): Promise<RequestRecord<Shapes['request']['data']>> {
    const decision = await this.#ledgers.decisions.read(id);
    return {
      id,
      data: fromText(stored.json),
      expiresAt: new Date(stored.expiresAt),
      notes,
      expired: decision === null ? Date.now() >= stored.expiresAt : decision.isExpiry,
    };
  }

  async decide(
    requestId: string,
    decision: Shapes['decision']['data'],
  ): Promise<{ readonly decision: Decision<Shapes>; readonly won: boolean }> {
    const { stored, isOurs } = await decideOnce(this.#ledgers, requestId, decision);
    return { decision: fromText(stored.json), won: isOurs };
  }

  async findDecision(requestId: string): Promise<DecisionRecord<Shapes> | null> {
    const entry = await this.#ledgers.decisions.find(requestId);
    return entry === null ? null : decisionRecord<Shapes>(entry);
  }

  async recentDecisions(limit: number): Promise<readonly DecisionRecord<Shapes>[]> {
    return (await this.#ledgers.decisions.newest(limit)).map((entry) => decisionRecord<Shapes>(entry));
  }

  async work(handlers: JobHandlers<Shapes>, options: { readonly concurrency: number }): Promise<void> {
    if (this.#workers.length > 0) throw new Error('These jobs have their workers already.');
    // Two who tell of the same diagnosis at once could both post what is to be edited from then on.
    await this.#ledgers.repeats.runOneByOne();
    this.#workers = startWorkers(this.#backend, this.#ledgers, handlers, { ...options, log: this.#log });
  }

  async counts(): Promise<JobCounts> {
    const { diagnoses, requests, decisions } = this.#ledgers;
    const all = await Promise.all([diagnoses.counts(), requests.counts(), decisions.counts()]);
    const sum = (state: keyof JobCounts): number => all.reduce((total, counts) => total + counts[state], 0);
    return { waiting: sum('waiting'), active: sum('active'), delayed: sum('delayed'), failed: sum('failed') };
  }

  async ready(): Promise<boolean> {
    return within(READY_WITHIN_MS, this.#backend.ping()).then(
      (inTime) => inTime,
      () => false,
    );
  }

  close(graceMs: number): Promise<void> {
    this.#closed ??= this.#close(graceMs);
    return this.#closed;
  }

  async #close(graceMs: number): Promise<void> {
    const isDrained = await within(graceMs, Promise.all(this.#workers.map((worker) => worker.close())));
    if (!isDrained) {
      this.#log('jobs.cut-off', { graceMs });
      await Promise.all(this.#workers.map((worker) => worker.abandon()));
    }
    await Promise.all(Object.values(this.#ledgers).map((ledger: { close(): Promise<void> }) => ledger.close()));
    await this.#backend.close();
  }
}

function diagnosisRecord<Shapes extends JobShapes>({
  stored,
  result,
  ...entry
}: LedgerEntry<StoredPayload>): DiagnosisRecord<Shapes> {
  return { ...entry, data: fromText(stored.json), result: result === null ? null : fromText(result) };
}

function decisionRecord<Shapes extends JobShapes>({
  stored,
  result,
  ...entry
}: LedgerEntry<StoredDecision>): DecisionRecord<Shapes> {
  return { ...entry, decision: fromText(stored.json), result: result === null ? null : fromText(result) };
}
