import type { App, ViewSubmitAction } from '@slack/bolt';
import { orApologise } from '../apology.ts';
import { ACTION_IDS, CALLBACK_IDS } from '../blocks/action-ids.ts';
import type { Drawn } from '../blocks/drawn.ts';
import { drawFixPlan } from '../blocks/fix-plan.ts';
import { decide, findDecidable } from '../fixes/decide-fix.ts';
import { tellAlone } from '../edge.ts';
import type { Edge } from '../edge.ts';
import { productionTouched } from '../fixes/fix-rights.ts';
import type { FixRequest } from '../ports.ts';
import type { Press } from '../press.ts';
import { onButton } from './on-button.ts';

/** The buttons of a request, “Review and approve …” and “Reject”, and the form that approves it. */
export function registerDecideFix(app: App, edge: Edge): void {
  onButton(app, edge, ACTION_IDS.approveFix, (press) => review(edge, press));

  onButton(app, edge, ACTION_IDS.rejectFix, async (press) => {
    const answer = await decide(edge, press.value, { kind: 'reject', by: press.person });
    if (answer !== null) await press.say(answer);
  });

  app.view<ViewSubmitAction>(
    { type: 'view_submission', callback_id: CALLBACK_IDS.approveFix },
    async ({ ack, body, view }) => {
      await ack();
      const requestId = view.private_metadata;
      const by = { user: body.user.id, team: body.user.team_id ?? '' };
      const request = await edge.desk.findFixRequest(requestId);
      if (request === null)
        return edge.log.warn({ view: view.id }, 'a form came back without the request that it was about');
      const say = (drawn: Drawn) => tellAlone(edge, { ...request.conversation, user: by.user }, drawn);
      await orApologise(edge, say, async () => {
        const answer = await decide(edge, requestId, { kind: 'approve', by });
        if (answer !== null) await say(answer);
      });
    },
  );
}

async function review(edge: Edge, press: Press): Promise<void> {
  const decidable = await findDecidable(edge, press.value, press.person, 'approve');
  if ('refusal' in decidable) return press.say(decidable.refusal);
  await press.open(drawReview(edge, decidable.request));
}

function drawReview({ desk, names }: Edge, { id, fix, requester }: FixRequest) {
  const production = productionTouched(fix, desk.accounts);
  const next = { kind: 'approve', requester: requester.user } as const;
  return drawFixPlan({ fix, next, production, callbackId: CALLBACK_IDS.approveFix, key: id, names });
}
