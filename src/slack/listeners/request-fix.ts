import type { App, ViewSubmitAction } from '@slack/bolt';
import { orApologise } from '../apology.ts';
import { CALLBACK_IDS } from '../blocks/action-ids.ts';
import type { Drawn } from '../blocks/drawn.ts';
import { drawAlreadyAsked, drawRefusal } from '../blocks/refusal.ts';
import { whyNotHere } from '../incoming/channel-rule.ts';
import { decide } from '../fixes/decide-fix.ts';
import { tellAlone } from '../edge.ts';
import type { Edge } from '../edge.ts';
import { rightNow } from '../fixes/fix-authority.ts';
import { announceFixRequest } from '../fixes/fix-messages.ts';
import { permalinkOf } from '../permalink.ts';
import { findPlan, readPlanSource } from '../fixes/plan-source.ts';
import type { PlanSource } from '../fixes/plan-source.ts';
import type { Person } from '../ports.ts';

/** The form of a plan came back: “Apply” or “Ask for approval”. Everything is asked again; minutes may have passed. */
export function registerRequestFix(app: App, edge: Edge): void {
  app.view<ViewSubmitAction>(
    { type: 'view_submission', callback_id: CALLBACK_IDS.requestFix },
    async ({ ack, body, view }) => {
      await ack();
      const source = readPlanSource(view.private_metadata);
      if (source === null)
        return edge.log.warn({ view: view.id }, 'a form came back without the plan that it was about');
      const requester = { user: body.user.id, team: body.user.team_id ?? '' };
      const say = (drawn: Drawn) => tellAlone(edge, { ...source, user: requester.user }, drawn);
      await orApologise(edge, say, async () => {
        const answer = await request(edge, source, requester);
        if (answer !== null) await say(answer);
      });
    },
  );
}

async function request(edge: Edge, source: PlanSource, requester: Person): Promise<Drawn | null> {
  const { desk } = edge;
  const { channel, threadTs, shown } = source;
  const [refusal, plan] = await Promise.all([whyNotHere(edge, channel, requester), findPlan(desk, source)]);
  if (refusal !== null) return drawRefusal(refusal);
  if (plan === null) return drawRefusal(source.kind === 'undo' ? 'cannot-undo' : 'gone');
  const right = await rightNow(edge, requester, plan.fix);
  if (right.kind === 'nobody') return drawRefusal(right.why);

  const open = await desk.findOpenRequest(plan.diagnosisId, plan.fix);
  if (open !== null) return drawAlreadyAsked(open, await permalinkOf(edge, open.conversation.channel, open.messageTs));

  const conversation = { team: requester.team, channel, threadTs, user: requester.user, responseUrl: null };
  const made = await desk.requestFix({ ...plan, requester, approvers: right.owners, conversation });
  const messageTs = await announceFixRequest(edge, made);
  await desk.placeFixRequest(made.id, messageTs);
  if (shown !== 'apply' || right.kind !== 'owner' || !right.mayActAlone) return null;
  return decide(edge, made.id, { kind: 'approve', by: requester });
}
