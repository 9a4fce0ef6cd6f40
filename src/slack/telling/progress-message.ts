import type { WebClient } from '@slack/web-api';
import type { StoryStep } from '../../domain/story.ts';
import type { Drawn } from '../blocks/drawn.ts';
import { drawProgress } from '../blocks/progress.ts';
import type { Progress, ProgressStyle } from '../blocks/progress.ts';
import { latestOnly } from './latest-only.ts';
import { isBlockTrouble, rateLimitMs } from '../slack-errors.ts';
import type { TellerDesk } from './telling.ts';

/** The live list of steps in Slack: one message, edited. */
export interface ProgressMessage {
  /** Shows these steps as soon as Slack allows. Never throws. */
  readonly step: (steps: readonly StoryStep[]) => void;
  /** Shows no more steps, and settles once none is on its way. */
  stop(): Promise<void>;
  /** Shows the last steps, or these, under their result. Never throws: the verdict says all of it again. */
  end(title: string, steps?: readonly StoryStep[]): Promise<void>;
}

interface Place {
  readonly channel: string;
  /** Posts the message unless it stands already, and answers with its `ts`. */
  post(drawn: Drawn): Promise<string>;
}

/** chat.update may be called some 50 times a minute in a workspace, by all stories together (docs.slack.dev, tier 3). */
const BETWEEN_EDITS_MS = 1_000;

const FIRST_STEP: StoryStep = { id: 'message', title: 'Read the message', status: 'asking', lines: [] };

/**
 * Edits are plain chat.update calls and no stream: a stream in a channel needs a human recipient, who is missing when
 * another bot posted the error, and it dies after five minutes.
 * @throws when the first post fails
 */
export async function openProgress(
  { clients, names, log }: TellerDesk,
  question: string,
  place: Place,
): Promise<ProgressMessage> {
  let style: ProgressStyle = 'plan';
  const first = [FIRST_STEP];
  const ts = await place.post(drawProgress({ title: question, steps: first }, style, names));

  async function show(client: WebClient, { title, steps }: Progress): Promise<void> {
    const edit = (drawn: Drawn) =>
      client.chat.update({ channel: place.channel, ts, text: drawn.text, blocks: drawn.blocks });
    try {
      await edit(drawProgress({ title, steps }, style, names));
    } catch (error) {
      if (!isBlockTrouble(error) || style === 'plain') throw error;
      style = 'plain';
      await edit(drawProgress({ title, steps }, style, names));
    }
  }

  const edits = latestOnly<readonly StoryStep[]>(async (latest) => {
    try {
      await show(clients.hasty, { title: question, steps: latest });
      return BETWEEN_EDITS_MS;
    } catch (error) {
      log.debug({ err: error }, 'one telling of the steps was not shown');
      return rateLimitMs(error) ?? BETWEEN_EDITS_MS;
    }
  });

  let newest: readonly StoryStep[] = first;
  return {
    step(latest) {
      newest = latest;
      edits.offer(latest);
    },
    stop: () => edits.close(),
    async end(title, steps = newest) {
      await edits.close();
      await show(clients.steady, { title, steps }).catch((error: unknown) =>
        log.warn({ err: error }, 'the steps were not shown to their end'),
      );
    },
  };
}
