import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { ConfiguredAccount } from '../../domain/account.ts';
import type { Diagnosis } from '../../domain/diagnosis.ts';
import { ACTION_IDS } from '../blocks/action-ids.ts';
import { drawChecks } from '../blocks/checks-modal.ts';
import { drawMissingPermissions } from '../blocks/missing-permissions.ts';
import { drawRefusal } from '../blocks/refusal.ts';
import type { AccountNames } from '../blocks/text.ts';
import type { Edge } from '../edge.ts';
import { whyNotPressed } from '../press.ts';
import type { Press } from '../press.ts';
import { onButton } from './on-button.ts';

/** The buttons of a verdict that show more of it: all checks, and what the bot lacks to see everything. */
export function registerShowDetails(app: App, edge: Edge): void {
  onButton(app, edge, ACTION_IDS.showChecks, (press) => show(edge, press, drawChecks));
  onButton(app, edge, ACTION_IDS.showMissingPermissions, (press) => show(edge, press, drawMissingPermissions));
}

async function show(
  edge: Edge,
  press: Press,
  draw: (diagnosis: Diagnosis, names: AccountNames, accounts: readonly ConfiguredAccount[]) => ModalView,
): Promise<void> {
  const [refusal, diagnosis] = await Promise.all([whyNotPressed(edge, press), edge.desk.findDiagnosis(press.value)]);
  if (refusal !== null) return press.say(drawRefusal(refusal));
  if (diagnosis === null) return press.say(drawRefusal('gone'));
  await press.open(draw(diagnosis, edge.names, edge.desk.accounts));
}
