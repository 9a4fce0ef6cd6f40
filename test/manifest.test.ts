import { readFileSync, readdirSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { CALLBACK_IDS } from '../src/slack/blocks/action-ids.ts';

const root = new URL('..', import.meta.url);
const manifest: Manifest = parse(readFileSync(new URL('manifest.yml', root), 'utf8'));

interface Manifest {
  readonly features: {
    readonly shortcuts: readonly { readonly callback_id: string }[];
    readonly slash_commands: readonly { readonly command: string }[];
  };
  readonly oauth_config: {
    readonly scopes: { readonly bot: readonly string[]; readonly bot_optional: readonly string[] };
  };
  readonly settings: { readonly event_subscriptions: { readonly bot_events: readonly string[] } };
}

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });
const flag = { type: 'boolean' };
const names = (pattern: string) => ({
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: { type: 'string', pattern },
});
const shape = (required: string[], properties: object) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

/** Slack's rules for manifests as far as ours uses them, from docs.slack.dev, "App manifest reference". */
const SCHEMA = shape(['_metadata', 'display_information', 'features', 'oauth_config', 'settings'], {
  _metadata: shape(['major_version'], { major_version: { const: 2 }, minor_version: { type: 'integer' } }),
  display_information: shape(['name'], {
    name: text(35),
    description: text(140),
    background_color: { type: 'string', pattern: '^#([0-9A-Fa-f]{3}){1,2}$' },
    long_description: { type: 'string', minLength: 175, maxLength: 4000 },
  }),
  features: shape(['bot_user'], {
    app_home: shape([], { home_tab_enabled: flag, messages_tab_enabled: flag, messages_tab_read_only_enabled: flag }),
    bot_user: shape(['display_name'], {
      display_name: { ...text(80), pattern: '^[A-Za-z0-9._ -]+$' },
      always_online: flag,
    }),
    shortcuts: {
      type: 'array',
      maxItems: 10,
      items: shape(['name', 'type', 'callback_id', 'description'], {
        name: text(24),
        type: { enum: ['message', 'global'] },
        callback_id: text(255),
        description: text(150),
      }),
    },
    slash_commands: {
      type: 'array',
      maxItems: 50,
      items: shape(['command', 'description'], {
        command: { type: 'string', pattern: '^/[a-z0-9_-]{1,31}$' },
        description: text(2000),
        usage_hint: text(1000),
        should_escape: flag,
      }),
    },
  }),
  oauth_config: shape(['scopes'], {
    scopes: shape(['bot'], { bot: names('^[a-z_.]+(:[a-z_.]+)?$'), bot_optional: names('^[a-z_.]+(:[a-z_.]+)?$') }),
  }),
  settings: shape(['socket_mode_enabled'], {
    event_subscriptions: shape(['bot_events'], { bot_events: names('^[a-z_]+([.][a-z_]+)?$') }),
    interactivity: shape(['is_enabled'], { is_enabled: flag }),
    org_deploy_enabled: flag,
    socket_mode_enabled: flag,
    token_rotation_enabled: flag,
  }),
});

/** The bot scope that each Web API method takes; `null`: none. Source: docs.slack.dev, the page of each method. */
const SCOPE_OF_METHOD: Readonly<Record<string, string | null>> = {
  'auth.test': null,
  'chat.getPermalink': null,
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.history': 'channels:history',
  'conversations.info': 'channels:read',
  'conversations.replies': 'channels:history',
  'files.completeUploadExternal': 'files:write',
  'files.getUploadURLExternal': 'files:write',
  'usergroups.users.list': 'usergroups:read',
  'views.open': null,
  'views.publish': null,
};

/** Methods that the bot does without when Slack refuses them. */
const DISPENSABLE = new Set(['files.completeUploadExternal', 'files.getUploadURLExternal']);

const SCOPE_OF_EVENT: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
};

const sources = readdirSync(new URL('src/slack/', root), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(`src/slack/${name}`, root), 'utf8'))
  .join('\n');

const methodsCalled = [
  ...new Set(
    [
      ...sources.matchAll(/\b(auth|chat|conversations|files|usergroups|views)\s*\.(\w+(?:\.list)?)\(/g),
      ...sources.matchAll(/\bapiCall\('(\w+)\.(\w+)'/g),
    ].map(([, family, name]) => `${family}.${name}`),
  ),
];
const found = (pattern: RegExp) => [...sources.matchAll(pattern)].map(([, name = '']) => name);

describe('manifest.yml', () => {
  const { bot, bot_optional: optional } = manifest.oauth_config.scopes;

  it('keeps to the rules of Slack', () => {
    const validate = new Ajv({ allErrors: true }).compile(SCHEMA);
    validate(manifest);
    expect(validate.errors).toBeNull();
  });

  it('has the scope of every method that the code calls', () => {
    expect(methodsCalled.length).toBeGreaterThan(5);
    for (const method of methodsCalled) {
      expect(SCOPE_OF_METHOD, `${method} is called: which scope does it take?`).toHaveProperty([method]);
      expect([null, ...(DISPENSABLE.has(method) ? optional : bot)]).toContain(SCOPE_OF_METHOD[method]);
    }
  });

  it('asks for no scope that nothing uses', () => {
    const used = new Set([...Object.values(SCOPE_OF_METHOD), ...Object.values(SCOPE_OF_EVENT), 'commands']);
    expect(bot.filter((scope) => !used.has(scope))).toEqual([]);
    for (const scope of ['groups:history', 'groups:read', 'files:read']) used.add(scope);
    expect(optional.filter((scope) => !used.has(scope))).toEqual([]);
  });

  it('subscribes to the events that are listened to, with their scopes', () => {
    const events = manifest.settings.event_subscriptions.bot_events;
    const heard = found(/app\.event\('(\w+)'/g);
    expect(new Set(events.map((event) => event.split('.')[0]))).toEqual(new Set(heard));
    for (const event of events) expect([null, ...bot]).toContain(SCOPE_OF_EVENT[event]);
  });

  it('declares the commands and shortcuts that are listened to', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(found(/app\.command\('([^']+)'/g));
    expect(manifest.features.shortcuts.map(({ callback_id: id }) => id)).toEqual([CALLBACK_IDS.diagnoseMessage]);
  });
});
