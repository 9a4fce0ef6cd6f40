import type { LocalSlack } from '../local-slack.ts';
import type { JsonObject } from '../wire.ts';
import type { Person, UserGroup } from '../workspace.ts';
import { MethodFailure, type Method } from './call.ts';

const authTest: Method = (_call, slack) => {
  const { app, team } = slack.workspace;
  return {
    url: `${slack.origin}/`,
    team: team.name,
    team_id: team.id,
    user: app.name,
    user_id: app.botUserId,
    bot_id: app.botId,
    is_enterprise_install: false,
  };
};

const openConnection: Method = (_call, slack) => ({
  url: `${slack.origin.replace('http', 'ws')}/socket?ticket=${slack.socketMode.issueTicket()}`,
});

const teamInfo: Method = (_call, slack) => {
  const { id, name, domain } = slack.workspace.team;
  return { team: { id, name, domain, url: `${slack.origin}/` } };
};

const botInfo: Method = (call, slack) => {
  const { app } = slack.workspace;
  if (call.has('bot') && call.text('bot') !== app.botId) throw new MethodFailure('bot_not_found');
  return { bot: { id: app.botId, app_id: app.id, user_id: app.botUserId, name: app.name, deleted: false } };
};

const userInfo: Method = (call, slack) => {
  const id = call.required('user');
  const { app, people } = slack.workspace;
  if (id === app.botUserId)
    return { user: { id, team_id: slack.workspace.team.id, name: app.name, is_bot: true, deleted: false } };
  const person = people.find((candidate) => candidate.id === id);
  if (person === undefined) throw new MethodFailure('user_not_found');
  return { user: user(person, slack) };
};

const groupMembers: Method = (call, slack) => {
  const id = call.required('usergroup');
  const found = slack.workspace.userGroups.find((candidate) => candidate.id === id);
  if (found === undefined) throw new MethodFailure('no_such_subteam');
  return { users: found.memberIds };
};

const groups: Method = (_call, slack) => ({
  usergroups: slack.workspace.userGroups.map((candidate) => group(candidate, slack)),
});

function user(person: Person, slack: LocalSlack): JsonObject {
  return {
    id: person.id,
    team_id: slack.workspace.team.id,
    name: person.name,
    real_name: person.realName,
    deleted: false,
    is_bot: false,
    is_restricted: person.isGuest,
    is_ultra_restricted: false,
    tz: 'Etc/UTC',
    tz_offset: 0,
    profile: { real_name: person.realName, display_name: person.name, title: person.title },
  };
}

function group(userGroup: UserGroup, slack: LocalSlack): JsonObject {
  return {
    id: userGroup.id,
    team_id: slack.workspace.team.id,
    is_usergroup: true,
    name: userGroup.name,
    handle: userGroup.handle,
    date_delete: 0,
    users: userGroup.memberIds,
    user_count: userGroup.memberIds.length,
  };
}

export const PEOPLE: Readonly<Record<string, Method>> = {
  'auth.test': authTest,
  'apps.connections.open': openConnection,
  'team.info': teamInfo,
  'bots.info': botInfo,
  'users.info': userInfo,
  'usergroups.users.list': groupMembers,
  'usergroups.list': groups,
};
