import type { LocalSlack } from '../local-slack.ts';
import { checkView, MOST_VIEW_BYTES } from '../view-limits.ts';
import { isBlock, isObject, type ViewDraft } from '../wire.ts';
import { MethodFailure, type Call, type Method } from './call.ts';

const open: Method = (call, slack) => {
  const draft = viewOf(call.json('view'), 'modal');
  return { view: slack.views.open(userOfTrigger(call, slack), draft) };
};

const push: Method = (call, slack) => {
  const draft = viewOf(call.json('view'), 'modal');
  const view = slack.views.push(userOfTrigger(call, slack), draft);
  if (view === undefined) throw new MethodFailure('push_limit_reached');
  return { view };
};

const update: Method = (call, slack) => {
  const found = slack.views.find({ viewId: call.text('view_id'), externalId: call.text('external_id') });
  if (found === undefined) throw new MethodFailure('not_found');
  if (call.has('hash') && call.text('hash') !== found.view.hash) throw new MethodFailure('hash_conflict');
  return { view: slack.views.update(found, viewOf(call.json('view'), found.view.type)) };
};

const publish: Method = (call, slack) => {
  const user = call.required('user_id');
  if (!slack.workspace.people.some((person) => person.id === user)) throw new MethodFailure('user_not_found');
  const draft = viewOf(call.json('view'), 'home');
  if (call.has('hash') && call.text('hash') !== slack.views.home(user)?.hash) throw new MethodFailure('hash_conflict');
  return { view: slack.views.publish(user, draft) };
};

/** Takes a view from an app, if Slack would. */
export function viewOf(value: unknown, type: ViewDraft['type']): ViewDraft {
  const problems = checkView(value);
  if (problems.length > 0 || !isObject(value)) throw new MethodFailure('invalid_arguments', problems);
  if (value['type'] !== type) throw new MethodFailure('invalid_arguments', [`/view/type: must be ${type}`]);
  if (Buffer.byteLength(JSON.stringify(value)) > MOST_VIEW_BYTES) throw new MethodFailure('view_too_large');
  return { ...value, type, blocks: Array.isArray(value['blocks']) ? value['blocks'].filter(isBlock) : [] };
}

function userOfTrigger(call: Call, slack: LocalSlack): string {
  const use = slack.triggers.use(call.required('trigger_id'));
  if (use.kind !== 'good') throw new MethodFailure(use.kind);
  return use.user;
}

export const VIEWS: Readonly<Record<string, Method>> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
