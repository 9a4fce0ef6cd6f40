import { createHash, randomUUID } from 'node:crypto';
import type { ConfiguredAccount } from '../domain/account.ts';
import type { Diagnosis } from '../domain/diagnosis.ts';
import type { Fix } from '../domain/fix.ts';
import type { Incident } from '../domain/incident.ts';
import { undoOf } from '../fixers/index.ts';
import type { Jobs } from '../jobs/index.ts';
import { plural } from '../lib/plural.ts';
import type { Ask, Asked, Decided, Decision, Desk, FixOrder, FixRequest, HomeFacts, Person } from '../slack/ports.ts';
import { fixRequestOf } from './fix-request.ts';
import { readFound } from './found-note.ts';
import { questionOf } from './question.ts';
import { readKeptDiagnosis, type KeptDiagnosis } from './kept-diagnosis.ts';
import { recentOf } from './recent.ts';
import type { BotShapes } from './shapes.ts';

/** What is asked again within this time is the same question. */
const SAME_QUESTION_MS = 10 * 60_000;
/** A plan that nobody approves within this time is made anew: the state it was made for is too old. */
const REQUEST_MS = 30 * 60_000;
const MOST_RECENT = 5;
/** How far back one's own are looked for among everybody's. */
const SEARCHED = 50;

type BotJobs = Jobs<BotShapes>;

export interface DeskOptions {
  readonly jobs: BotJobs;
  readonly accounts: readonly ConfiguredAccount[];
  /** Which AWS we are looking at, where there are several: the same question about another world is another question. */
  readonly scene?: () => string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** The Slack edge's desk, with nothing behind it but the queue: all that the bot remembers is a job. */
export class JobDesk implements Desk {
  readonly accounts: readonly ConfiguredAccount[];
  readonly #jobs: BotJobs;
  readonly #scene: () => string;
  readonly #now: () => number;

  constructor(options: DeskOptions) {
    this.#jobs = options.jobs;
    this.accounts = options.accounts;
    this.#scene = options.scene ?? (() => '');
    this.#now = options.now ?? Date.now;
  }

  async diagnose({ sighting, conversation, isFresh }: Ask): Promise<Asked> {
    const now = this.#now();
    const id = isFresh ? `why-${randomUUID()}` : this.#questionId({ sighting, conversation }, now);
    const asked = await this.#askedBefore({ sighting, conversation, isFresh }, now);
    // To look again reports nothing.
    if (asked !== null) return isFresh ? asked : this.#repeated(asked, sighting);
    const incident = { ...sighting, id, reportedAt: new Date(now).toISOString() };
    const { added } = await this.#jobs.addDiagnosis(id, { incident, conversation, scene: this.#scene() });
    if (added) return { id, existing: null };
    return this.#repeated({ id, existing: await this.#conversationOf(id) }, sighting);
  }

  /** Counts one more failure of the same kind. A question without an error text is only a question. */
  async #repeated(asked: Asked, { symptom }: Ask['sighting']): Promise<Asked> {
    if (symptom !== null) await this.#jobs.countRepeat(asked.id);
    return asked;
  }

  async findDiagnosis(id: string): Promise<Diagnosis | null> {
    const job = await this.#jobs.findDiagnosis(id);
    const kept = job === null ? null : (job.result ?? readFound<KeptDiagnosis>(job.notes));
    return kept === null ? null : readKeptDiagnosis(kept);
  }

  async findIncident(id: string): Promise<Incident | null> {
    return (await this.#jobs.findDiagnosis(id))?.data.incident ?? null;
  }

  async findOpenRequest(diagnosisId: string, { id, kind }: Pick<Fix, 'id' | 'kind'>): Promise<FixRequest | null> {
    const open = await this.#jobs.openRequests(SEARCHED);
    const same = open.find(
      ({ data: { diagnosisId: of, fix } }) => of === diagnosisId && fix.id === id && fix.kind === kind,
    );
    return same === undefined ? null : fixRequestOf(same, null);
  }

  async requestFix({ diagnosisId, fix, requester, approvers, conversation }: FixOrder): Promise<FixRequest> {
    const diagnosis = await this.findDiagnosis(diagnosisId);
    if (diagnosis === null) throw new Error(`a fix was asked for without its diagnosis ${diagnosisId}`);
    const id = `fix-${randomUUID()}`;
    const now = this.#now();
    const data = {
      diagnosisId,
      incident: diagnosis.incident,
      fix,
      requester,
      requestedAt: new Date(now).toISOString(),
      conversation,
      approvers,
    };
    await this.#jobs.requestFix(id, data, now + REQUEST_MS);
    return this.#mustFind(id);
  }

  async placeFixRequest(requestId: string, messageTs: string): Promise<void> {
    await this.#jobs.noteOnRequest(requestId, { messageTs });
  }

  async findFixRequest(requestId: string): Promise<FixRequest | null> {
    const [request, decision] = await Promise.all([
      this.#jobs.findRequest(requestId),
      this.#jobs.findDecision(requestId),
    ]);
    return request === null ? null : fixRequestOf(request, decision);
  }

  async decideFix(requestId: string, { kind, by }: Decision): Promise<Decided> {
    const at = new Date(this.#now()).toISOString();
    const { won } = await this.#jobs.decide(requestId, { kind, by, at });
    return { request: await this.#mustFind(requestId), isFirst: won };
  }

  async planUndo(requestId: string): Promise<Fix | null> {
    const request = await this.findFixRequest(requestId);
    if (request?.state.kind !== 'finished' || request.state.undoUntil === null) return null;
    return Date.parse(request.state.undoUntil) > this.#now() ? undoOf(request.fix) : null;
  }

  async homeOf({ user }: Person): Promise<HomeFacts> {
    const [diagnoses, requests, counts] = await Promise.all([
      this.#jobs.recentDiagnoses(SEARCHED),
      this.#jobs.openRequests(SEARCHED),
      this.#jobs.counts(),
    ]);
    return {
      // Only one's own: what others asked may stand in channels that this person cannot see.
      recent: diagnoses
        .filter(({ data }) => data.conversation.user === user)
        .flatMap(({ result, data, addedAt }) =>
          result === null ? [] : [recentOf(result, data.conversation.channel, addedAt)],
        )
        .slice(0, MOST_RECENT),
      waiting: requests.map((request) => fixRequestOf(request, null)),
      health: `${plural(counts.waiting + counts.active, 'diagnosis job')} under way, ${plural(counts.failed, 'job')} failed.`,
    };
  }

  async #mustFind(requestId: string): Promise<FixRequest> {
    const request = await this.findFixRequest(requestId);
    if (request === null) throw new Error(`fix request ${requestId} has vanished`);
    return request;
  }

  /** The same question in the same channel and window of time has the same id, whoever asks and however often. */
  #questionId({ sighting, conversation }: Pick<Ask, 'sighting' | 'conversation'>, now: number): string {
    const question = [questionOf(sighting, conversation), Math.floor(now / SAME_QUESTION_MS), this.#scene()];
    return `why-${createHash('sha256').update(JSON.stringify(question)).digest('hex').slice(0, 32)}`;
  }

  /**
   * The same question, asked less than ten minutes ago: its id holds a window of time, so it may lie in this one or in the
   * last. Who wants to look again is only told of one that is still being answered.
   */
  async #askedBefore({ sighting, conversation, isFresh }: Ask, now: number): Promise<Asked | null> {
    for (const then of [now, now - SAME_QUESTION_MS]) {
      const id = this.#questionId({ sighting, conversation }, then);
      const job = await this.#jobs.findDiagnosis(id);
      if (job === null || now - job.addedAt.getTime() >= SAME_QUESTION_MS) continue;
      const isOver = job.state === 'done' || job.state === 'failed';
      if (!(isFresh && isOver)) return { id, existing: await this.#conversationOf(id) };
    }
    return null;
  }

  /** Where a diagnosis is told, with the thread that it opened for itself. */
  async #conversationOf(id: string): Promise<Asked['existing']> {
    const job = await this.#jobs.findDiagnosis(id);
    if (job === null) return null;
    const { parentTs } = job.notes;
    return {
      ...job.data.conversation,
      threadTs: typeof parentTs === 'string' ? parentTs : job.data.conversation.threadTs,
    };
  }
}
