import type { Timestamp } from '../../domain/aws.ts';
import { METADATA_TYPES } from '../blocks/action-ids.ts';
import { drawRepeats } from '../blocks/repeats.ts';
import { isFinal } from '../slack-errors.ts';
import { postOnce } from './post-once.ts';
import type { TellerDesk } from './telling.ts';

/** How often a story's question was reported again, and where the story is told. */
export interface RepeatedStory {
  readonly id: string;
  readonly channel: string;
  readonly threadTs: string;
  readonly count: number;
  readonly since: Timestamp;
}

export interface RepeatTeller {
  /**
   * Shows the count in the story's thread: one message, edited from then on.
   * @throws when Slack could not be reached
   */
  tell(story: RepeatedStory): Promise<void>;
}

interface Shown {
  readonly ts: string;
  /** What the message says as far as this process knows; 0 when an edit may not have arrived. */
  readonly count: number;
}

/** A storm is about one story, or a few; of one that was forgotten, the message is looked for in its thread. */
const MOST_KNOWN = 500;

export function createRepeatTeller({ clients, log }: Pick<TellerDesk, 'clients' | 'log'>): RepeatTeller {
  const known = new Map<string, Shown>();

  function keep(id: string, shown: Shown): void {
    known.set(id, shown);
    const [oldest] = known.keys();
    if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  }

  async function show({ id, channel, threadTs, count, since }: RepeatedStory): Promise<void> {
    const shown = known.get(id);
    // Tellings that Slack held up come together, and may come in any order: the count never goes back.
    if (shown !== undefined && shown.count >= count) return;
    const drawn = drawRepeats(count, since);
    // Before a restart this may have been posted by another process.
    const ts = shown?.ts ?? (await postOnce(clients, { channel, threadTs, drawn, mark: markOf(id) }, true));
    keep(id, { ts, count: shown?.count ?? 0 });
    // A counter that meets the rate limit waits in its queue, and never holds up the edits of others.
    await clients.hasty.chat.update({ channel, ts, text: drawn.text, blocks: drawn.blocks });
    keep(id, { ts, count });
  }

  return {
    async tell(story) {
      try {
        await show(story);
      } catch (error) {
        if (!isFinal(error)) throw error;
        log.warn({ err: error, incident: story.id }, 'how often a failure was repeated could not be shown');
      }
    },
  };
}

function markOf(id: string) {
  return { type: METADATA_TYPES.repeats, id };
}
