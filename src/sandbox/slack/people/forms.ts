import { viewClosed, viewSubmission } from '../delivery/payloads.ts';
import type { LocalSlack } from '../local-slack.ts';
import { viewOf } from '../web-api/views.ts';
import { isObject, type JsonObject, type SlackView } from '../wire.ts';
import type { Outcome } from './human-actions.ts';
import { checkInputs } from './input-rules.ts';
import { DONE, failed, outcomeOf, type Doing } from './outcomes.ts';

export async function submit(slack: LocalSlack, action: Doing<'submit'>): Promise<Outcome> {
  const { user, values } = action;
  const view = slack.views.modal(user);
  if (view === null || view.id !== action.viewId) return failed('This form is gone.');
  const errors = checkInputs(view, values);
  if (Object.keys(errors).length > 0) return { kind: 'invalid', errors };
  const delivery = await slack.socketMode.deliver('interactive', viewSubmission(slack, user, view, values));
  return delivery.kind === 'acknowledged' ? followAnswer(slack, user, view, delivery.payload) : outcomeOf(delivery);
}

/** Does with the form what the app answered to its submission: keep it with errors, replace it, put one on top, or close. */
function followAnswer(slack: LocalSlack, user: string, view: SlackView, answer: JsonObject): Outcome {
  switch (answer['response_action']) {
    case 'errors':
      return { kind: 'invalid', errors: textsOf(answer['errors']) };
    case 'update':
      slack.views.update({ user, view }, viewOf(answer['view'], 'modal'));
      return DONE;
    case 'push':
      slack.views.push(user, viewOf(answer['view'], 'modal'));
      return DONE;
    case 'clear':
      slack.views.clear(user);
      return DONE;
    default:
      slack.views.pop(user);
      return DONE;
  }
}

export function closeView(slack: LocalSlack, action: Doing<'close-view'>): Outcome {
  const view = slack.views.modal(action.user);
  if (view === null || view.id !== action.viewId) return DONE;
  slack.views.pop(action.user);
  if (view['notify_on_close'] === true)
    void slack.socketMode.deliver('interactive', viewClosed(slack, action.user, view));
  return DONE;
}

function textsOf(value: unknown): { readonly [key: string]: string } {
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)])) : {};
}
