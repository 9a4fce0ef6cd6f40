import type { Snapshot } from './changes.ts';
import type { LocalSlack } from './local-slack.ts';

/** Everything that one person sees right now. */
export function snapshotFor(slack: LocalSlack, me: string): Snapshot {
  const { team, people, userGroups, app } = slack.workspace;
  const channels = slack.membership.channels().filter((channel) => channel.memberIds.includes(me));
  return {
    kind: 'snapshot',
    me,
    team,
    people,
    userGroups,
    app,
    channels,
    messages: Object.fromEntries(channels.map(({ id }) => [id, slack.messages.all(id)])),
    ephemerals: Object.fromEntries(channels.map(({ id }) => [id, slack.messages.ephemerals(me, id)])),
    statuses: slack.messages.statuses(),
    modal: slack.views.modal(me),
    home: slack.views.home(me),
    worlds: slack.panel.list().map(({ id, title, breaks, message }) => ({ id, title, breaks, message })),
    activeWorld: slack.panel.active(),
    isBotConnected: slack.socketMode.isConnected,
  };
}
