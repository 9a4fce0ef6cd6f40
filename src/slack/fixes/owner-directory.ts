import type { WebClient } from '@slack/web-api';
import type { Log } from '../ports.ts';

/** Who an owner of ecr-why.yml is, as Slack says it at this moment. */
export interface OwnerDirectory {
  /** Reads the members of the user groups among these ids; answers who each id stands for. */
  look(owners: readonly string[]): Promise<(owner: string) => readonly string[]>;
}

/**
 * Group members are read at every click, never from a cache: somebody who has just left the group may not approve.
 * A group that cannot be read stands for nobody.
 */
export function createOwnerDirectory(client: WebClient, log: Log): OwnerDirectory {
  async function members(group: string): Promise<readonly string[]> {
    try {
      const { users = [] } = await client.usergroups.users.list({ usergroup: group });
      return users;
    } catch (error) {
      log.warn({ err: error, group }, 'the members of a user group could not be read, so nobody of it may approve');
      return [];
    }
  }

  return {
    async look(owners) {
      const groups = [...new Set(owners.filter(isGroup))];
      const known = new Map(await Promise.all(groups.map(async (group) => [group, await members(group)] as const)));
      return (owner) => known.get(owner) ?? (isGroup(owner) ? [] : [owner]);
    },
  };
}

/** User groups are `S…`, people `U…` or `W…`. */
function isGroup(owner: string): boolean {
  return owner.startsWith('S');
}
