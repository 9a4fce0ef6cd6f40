import type { App } from '@slack/bolt';
import { beginDiagnoses } from '../begin-diagnosis.ts';
import { ACTION_IDS } from '../blocks/action-ids.ts';
import { drawRefusal } from '../blocks/refusal.ts';
import type { Edge } from '../edge.ts';
import { whyNotPressed } from '../press.ts';
import { onButton } from './on-button.ts';

/** Within this time a second press is impatience, whoever presses. */
const IMPATIENCE_MS = 30_000;

/** “Look again”: the same incident, with facts that are read anew, in the same thread. */
export function registerLookAgain(app: App, edge: Edge): void {
  onButton(app, edge, ACTION_IDS.lookAgain, async (press) => {
    const [refusal, incident] = await Promise.all([whyNotPressed(edge, press), edge.desk.findIncident(press.value)]);
    if (refusal !== null) return press.say(drawRefusal(refusal));
    if (incident === null || press.place === null) return press.say(drawRefusal('gone'));

    if (!edge.seen.isFirst(`again ${press.value} ${Math.floor(edge.now() / IMPATIENCE_MS)}`))
      return press.say(drawRefusal('looking-already'));

    const { id: _id, reportedAt: _reportedAt, ...sighting } = incident;
    const { user, team } = press.person;
    const elsewhere = await beginDiagnoses(edge, [sighting], { team, user, ...press.place }, true);
    if (elsewhere !== null) await press.say(elsewhere);
  });
}
