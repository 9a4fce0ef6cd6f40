import { drawDiagnosis } from '../blocks/diagnosis.ts';
import type { Drawn } from '../blocks/drawn.ts';
import { drawLines } from '../blocks/lines.ts';
import { questionTitle } from '../blocks/question.ts';
import { whisper } from './response-url.ts';
import type { Story } from './story.ts';
import type { Teller, TellerDesk } from './telling.ts';

const ALONE = 'Only you can see this, because I am not in this channel: `/invite @ecr-why` lets everybody follow.';

/**
 * Tells a story to the one who asked alone. A response URL takes five messages, so there are two: that we look, and the
 * verdict. Without such a URL nobody can be told, and the log says so.
 */
export async function openWhisper(desk: TellerDesk, story: Story): Promise<Teller> {
  const { incident, notes, isRerun } = story;
  const say = whisperOf(desk, story);
  if (!isRerun) await say(drawLines([[`${questionTitle(incident.image)} I am looking. ${ALONE}`]]));
  return {
    step: () => undefined,
    stop: () => Promise.resolve(),
    async finish(diagnosis) {
      // Noted first: of the two ways to fail between them, a missing whisper can be asked for again, a second one confuses.
      await story.remember({ ...notes, isWhispered: true });
      const { text, blocks } = drawDiagnosis(diagnosis, desk.names);
      await say({ text, blocks: [...blocks, ...drawLines([[ALONE]]).blocks] });
    },
  };
}

/** Says something of a story to the one who asked alone. Never throws: where that is impossible, the log says so. */
export function whisperOf({ log, slackApiUrl }: TellerDesk, { incident, conversation }: Story) {
  return async (drawn: Drawn): Promise<void> => {
    const { responseUrl, channel } = conversation;
    if (responseUrl === null) {
      log.warn({ incident: incident.id, channel }, 'not in the channel, and nowhere else to answer');
      return;
    }
    await whisper(responseUrl, drawn, slackApiUrl).catch((error: unknown) =>
      log.error({ err: error, incident: incident.id }, 'the one who asked could not be answered'),
    );
  };
}
