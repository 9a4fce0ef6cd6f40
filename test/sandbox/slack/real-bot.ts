import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import {
  startSlackSandbox,
  type SlackSandbox,
  type SlackSandboxOptions,
} from '../../../src/sandbox/slack/slack-sandbox.ts';
import type { WorldPanel } from '../../../src/sandbox/slack/world-panel.ts';

/** A panel of two worlds that remembers which one was chosen. */
export function twoWorlds(): WorldPanel {
  let active = 'missing-image';
  return {
    list: () => [
      {
        id: 'missing-image',
        title: 'A tag that is gone',
        breaks: 'The tag was removed.',
        message: 'not found: app:v1',
      },
      {
        id: 'denied-pull',
        title: 'A role that may not pull',
        breaks: 'A statement is missing.',
        message: 'denied: app:v1',
      },
    ],
    active: () => active,
    choose: async (id) => {
      active = id;
    },
  };
}

export interface Stage {
  readonly slack: SlackSandbox;
  readonly app: App;
  stop(): Promise<void>;
}

/** A local workspace with a real Bolt app connected to it. The app has no listeners yet. */
export async function startStage(options: Partial<SlackSandboxOptions> = {}): Promise<Stage> {
  const slack = await startSlackSandbox({ port: 0, panel: twoWorlds(), ...options });
  const clientOptions = () => ({ slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: clientOptions() },
    clientPingTimeout: 1000,
  });
  const app = new App({ token: slack.botToken, receiver, clientOptions: clientOptions(), logLevel: LogLevel.ERROR });
  await app.start();
  return {
    slack,
    app,
    stop: async () => {
      await app.stop();
      await slack.close();
    },
  };
}
