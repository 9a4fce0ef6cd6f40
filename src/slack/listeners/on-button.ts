import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { orApologise } from '../apology.ts';
import type { Edge } from '../edge.ts';
import { readPress } from '../press.ts';
import type { Press } from '../press.ts';

/**
 * Listens to a button, and to its like: `open_fix` also hears `open_fix:2`, because an action id may stand only once in a
 * message.
 */
export function onButton(app: App, edge: Edge, id: string, act: (press: Press) => Promise<void>): void {
  const idOrNumbered = new RegExp(`^${id}(?::\\d+)?$`);
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: idOrNumbered },
    async ({ ack, body, action, respond }) => {
      await ack();
      const press = readPress(edge, { body, action, respond });
      await orApologise(edge, press.say, () => act(press));
    },
  );
}
