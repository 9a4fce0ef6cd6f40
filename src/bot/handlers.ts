import { AwsFactSource } from '../aws/fact-source.ts';
import { sendFix } from '../aws/apply-fix.ts';
import { CallMeter } from '../aws/meter.ts';
import { PERSON_PREFIX } from '../aws/permissions/trust.ts';
import type { FixOutcome } from '../domain/fix.ts';
import { isEcrImage } from '../domain/image-reference.ts';
import { carryOutFix, type Workshop } from '../investigation/carry-out-fix.ts';
import { withDerivedFacts } from '../investigation/derived-facts.ts';
import type { JobHandlers, Work } from '../jobs/index.ts';
import { showFixState, tellFixOutcome } from '../slack/fixes/fix-messages.ts';
import { diagnose } from './diagnose.ts';
import { foundNote, readFound } from './found-note.ts';
import { finished, fixRequestOf } from './fix-request.ts';
import { createGiveUp } from './give-up.ts';
import type { BotShapes, DecisionJob } from './shapes.ts';
import { createTellRepeats } from './tell-repeats.ts';
import type { Workbench } from './workbench.ts';

/** What the bot does with its jobs. Each may be run again after a crash, and then goes on where it was. */
export function createHandlers(workbench: Workbench): JobHandlers<BotShapes> {
  const { identities, jobs, tellerDesk, log } = workbench;
  const onBug = (check: string, error: unknown): void => log.error({ err: error, check }, 'a check failed to run');

  async function carryOut(work: Work<DecisionJob>) {
    const { id, data: decision, attempt } = work;
    const request = await jobs.findRequest(id);
    if (request === null) throw new Error(`fix request ${id} has vanished`);
    if (decision.kind === 'reject') {
      await showFixState(tellerDesk, fixRequestOf(request, await jobs.findDecision(id)));
      return null;
    }
    const { fix, incident } = request.data;
    if (!isEcrImage(incident.image)) throw new Error(`fix request ${id} is about no image of ECR`);
    const approval = { person: `${PERSON_PREFIX}${decision.by.team}-${decision.by.user}`, request: id };
    const workshop: Workshop = {
      freshSource: () => withDerivedFacts(new AwsFactSource(identities(), new CallMeter())),
      async send(calls) {
        // Throws when another worker has taken this job over: then that one sends.
        await work.remember({ isSending: true });
        return sendFix(identities(), calls, approval);
      },
      now: () => new Date().toISOString(),
      onBug,
      mayHaveSent: work.notes['isSending'] === true,
    };
    // What came of it is told as it was found: a second attempt could end otherwise, under a message that says the first.
    const outcome =
      readFound<FixOutcome>(work.notes) ?? (await carryOutFix(fix, { ...incident, image: incident.image }, workshop));
    await work.remember(foundNote(outcome));
    log.info(
      {
        request: id,
        fix: fix.id,
        requester: request.data.requester.user,
        approver: decision.by.user,
        outcome: outcome.kind,
      },
      'a fix was carried out',
    );
    const shown = { ...fixRequestOf(request, null), state: finished(request.data, decision, outcome) };
    await tellFixOutcome(tellerDesk, shown, attempt > 1);
    return outcome;
  }

  async function expire({ id }: Work<unknown>) {
    const request = await jobs.findRequest(id);
    if (request !== null) await showFixState(tellerDesk, fixRequestOf(request, await jobs.findDecision(id)));
  }

  return {
    diagnose: (work) => diagnose(workbench, onBug, work),
    carryOut,
    expire,
    giveUp: createGiveUp(jobs, tellerDesk),
    tellRepeats: createTellRepeats(jobs, tellerDesk),
  };
}
