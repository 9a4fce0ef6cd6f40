import type { App } from '@slack/bolt';
import { ACTION_IDS } from '../blocks/action-ids.ts';
import type { Edge } from '../edge.ts';
import { openPlan } from '../fixes/open-plan.ts';
import { onButton } from './on-button.ts';

/** “Undo …” below an applied fix: opens the plan that puts it back, which goes the same way as any fix. */
export function registerUndoFix(app: App, edge: Edge): void {
  onButton(app, edge, ACTION_IDS.undoFix, (press) =>
    openPlan(edge, press, { kind: 'undo', id: press.value, fixId: '' }, true),
  );
}
