/** The demo workspace: a team, its people and channels, and the one app that lives in it. All of them are fictional. */

export interface Person {
  readonly id: string;
  /** The handle, as in `@ann`. */
  readonly name: string;
  readonly realName: string;
  readonly title: string;
  /** A guest from another company: sees only the channels that they were invited to. */
  readonly isGuest: boolean;
  /** A colour for the initials that stand in for a photograph. */
  readonly color: string;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  /** Shared with another organisation through Slack Connect. */
  readonly isExternallyShared: boolean;
  readonly memberIds: readonly string[];
}

export interface UserGroup {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly memberIds: readonly string[];
}

interface SlashCommand {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
}

interface MessageShortcut {
  readonly callbackId: string;
  readonly name: string;
}

/** The installed app, as its manifest describes it. */
export interface InstalledApp {
  readonly id: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly name: string;
  readonly description: string;
  /** The granted bot scopes; `null` grants everything. Pass the manifest's to see `missing_scope` where Slack would say it. */
  readonly scopes: readonly string[] | null;
  readonly commands: readonly SlashCommand[];
  readonly messageShortcuts: readonly MessageShortcut[];
}

export interface Workspace {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  readonly userGroups: readonly UserGroup[];
  readonly app: InstalledApp;
}

export const ANN: Person = {
  id: 'U0ANN0001',
  name: 'ann',
  realName: 'Ann Keller',
  title: 'Developer, checkout',
  isGuest: false,
  color: '#2f6f9f',
};
export const BEN: Person = {
  id: 'U0BEN0001',
  name: 'ben',
  realName: 'Ben Okafor',
  title: 'Platform on-call: may approve',
  isGuest: false,
  color: '#4c7a3f',
};
export const CLEO: Person = {
  id: 'U0CLEO001',
  name: 'cleo',
  realName: 'Cleo Marsh',
  title: 'Guest, no rights',
  isGuest: true,
  color: '#9a5a2c',
};

export const PLATFORM_ONCALL: UserGroup = {
  id: 'S0PLATFRM',
  handle: 'platform-oncall',
  name: 'Platform on-call',
  memberIds: [BEN.id],
};

export const BOT_USER_ID = 'U0ECRWHY1';

export const OPS: Channel = {
  id: 'C0OPS0001',
  name: 'ops',
  topic: 'Alerts, and what we do about them',
  isExternallyShared: false,
  memberIds: [ANN.id, BEN.id, CLEO.id, BOT_USER_ID],
};
export const DEPLOYS: Channel = {
  id: 'C0DEPLOYS',
  name: 'deploys',
  topic: 'What is going out, and what is stuck',
  isExternallyShared: false,
  memberIds: [ANN.id, BEN.id, BOT_USER_ID],
};
/** The bot was never invited here: the place to see what it does about that. */
export const LOUNGE: Channel = {
  id: 'C0LOUNGE1',
  name: 'lounge',
  topic: 'The bot is not in this channel',
  isExternallyShared: false,
  memberIds: [ANN.id, BEN.id],
};

export const DEMO_WORKSPACE: Workspace = {
  team: { id: 'T0LOCAL01', name: 'Local workspace', domain: 'local-workspace' },
  people: [ANN, BEN, CLEO],
  channels: [OPS, DEPLOYS, LOUNGE],
  userGroups: [PLATFORM_ONCALL],
  app: {
    id: 'A0ECRWHY1',
    botId: 'B0ECRWHY1',
    botUserId: BOT_USER_ID,
    name: 'ecr-why',
    description: 'Finds out why a container image cannot be pulled',
    scopes: null,
    commands: [
      {
        command: '/ecr',
        description: 'Explain why a container image cannot be pulled',
        usageHint: 'why <image> | help',
      },
    ],
    messageShortcuts: [{ callbackId: 'diagnose_message', name: 'Diagnose pull error' }],
  },
};
