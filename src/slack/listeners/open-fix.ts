import type { App } from '@slack/bolt';
import { ACTION_IDS } from '../blocks/action-ids.ts';
import { readFixKey } from '../blocks/diagnosis.ts';
import { drawRefusal } from '../blocks/refusal.ts';
import type { Edge } from '../edge.ts';
import { openPlan } from '../fixes/open-plan.ts';
import type { Press } from '../press.ts';
import { onButton } from './on-button.ts';

/** The buttons of a verdict that open the plan of a fix, and the one that asks its owners for it. */
export function registerOpenFix(app: App, edge: Edge): void {
  onButton(app, edge, ACTION_IDS.openFix, (press) => openFix(edge, press, false));
  onButton(app, edge, ACTION_IDS.askForFix, (press) => openFix(edge, press, true));
}

async function openFix(edge: Edge, press: Press, isAsking: boolean): Promise<void> {
  const key = readFixKey(press.value);
  if (key === null) return press.say(drawRefusal('gone'));
  await openPlan(edge, press, { kind: 'fix', id: key.diagnosisId, fixId: key.fixId }, isAsking);
}
