import { CALLBACK_IDS } from '../blocks/action-ids.ts';
import { drawFixPlan } from '../blocks/fix-plan.ts';
import type { NextStep } from '../blocks/fix-plan.ts';
import { drawNotYours, drawRefusal } from '../blocks/refusal.ts';
import type { Edge } from '../edge.ts';
import { rightNow } from './fix-authority.ts';
import { productionTouched } from './fix-rights.ts';
import { findPlan, writePlanSource } from './plan-source.ts';
import type { Plan, PlanSource } from './plan-source.ts';
import { whyNotPressed } from '../press.ts';
import type { Press } from '../press.ts';

type Wanted = Pick<PlanSource, 'kind' | 'id' | 'fixId'>;

/**
 * Shows the plan to somebody who may go on with it, and tells everybody else who may.
 * @param isAsking the presser knows that it is not theirs to approve, and wants to ask for it
 */
export async function openPlan(edge: Edge, press: Press, wanted: Wanted, isAsking: boolean): Promise<void> {
  const [refusal, plan] = await Promise.all([whyNotPressed(edge, press), findPlan(edge.desk, wanted)]);
  if (refusal !== null) return press.say(drawRefusal(refusal));
  if (plan === null) return press.say(drawRefusal(wanted.kind === 'undo' ? 'cannot-undo' : 'gone'));
  const { place } = press;
  if (place === null || place.threadTs === null) return press.say(drawRefusal('invite-first'));

  const right = await rightNow(edge, press.person, plan.fix);
  if (right.kind === 'nobody') return press.say(drawRefusal(right.why));
  if (right.kind === 'asker' && !isAsking) return press.say(drawNotYours(plan.fix, right.owners, press.value));
  const isReaderOwner = right.kind === 'owner';
  const next: NextStep =
    isReaderOwner && right.mayActAlone ? { kind: 'apply' } : { kind: 'ask', owners: right.owners, isReaderOwner };
  await press.open(
    drawPlan(edge, plan, next, { ...wanted, channel: place.channel, threadTs: place.threadTs, shown: next.kind }),
  );
}

function drawPlan({ desk, names }: Edge, { fix }: Plan, next: NextStep, source: PlanSource) {
  const production = productionTouched(fix, desk.accounts);
  return drawFixPlan({
    fix,
    next,
    production,
    callbackId: CALLBACK_IDS.requestFix,
    key: writePlanSource(source),
    names,
  });
}
