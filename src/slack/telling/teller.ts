import { drawDiagnosis } from '../blocks/diagnosis.ts';
import { resultTitle } from '../blocks/progress.ts';
import { questionTitle } from '../blocks/question.ts';
import { drawSameAnswer } from '../blocks/same-answer.ts';
import { permalinkOf } from '../permalink.ts';
import { openProgress } from './progress-message.ts';
import { showPath } from './show-path.ts';
import { isFinal, isNotThere } from '../slack-errors.ts';
import { messagesOf, openThread } from './story.ts';
import type { Story, StoryMessages } from './story.ts';
import type { Teller, TellerDesk } from './telling.ts';
import { openWhisper } from './whisper-teller.ts';

export type { Teller, TellerDesk } from './telling.ts';

/**
 * Says at once that it is looking: in the thread of the conversation, in one that it opens, or, where we are not a
 * member, to the one who asked alone.
 * @throws when Slack could not be reached
 */
export async function openTeller(desk: TellerDesk, story: Story): Promise<Teller> {
  if (story.notes.isWhispered === true) return silentTeller();
  try {
    const messages = messagesOf(desk.clients, story);
    const threadTs = story.conversation.threadTs ?? (await openThread(messages, story));
    return await tellInThread(desk, story, messages, threadTs);
  } catch (error) {
    if (isNotThere(error)) return openWhisper(desk, story);
    if (!isFinal(error)) throw error;
    desk.log.error({ err: error, incident: story.incident.id }, 'Slack refuses to let this story be told');
    return silentTeller();
  }
}

async function tellInThread(
  desk: TellerDesk,
  story: Story,
  messages: StoryMessages,
  threadTs: string,
): Promise<Teller> {
  const title = questionTitle(story.incident.image);
  const progress = await openProgress(desk, title, {
    channel: story.conversation.channel,
    post: (drawn) => messages.post('progressTs', threadTs, drawn),
  });
  return {
    step: progress.step,
    stop: () => progress.stop(),
    async finish(diagnosis, durationMs, earlier = null) {
      const drawn =
        earlier === null
          ? drawDiagnosis(diagnosis, desk.names, await showPath(desk, { story, messages, threadTs }, diagnosis))
          : drawSameAnswer(diagnosis, desk.names, earlier, await permalinkOf(desk, earlier.channel, earlier.threadTs));
      const verdict = messages.post('verdictTs', threadTs, drawn);
      await Promise.all([verdict, progress.end(resultTitle(diagnosis, durationMs))]);
    },
  };
}

function silentTeller(): Teller {
  return { step: () => undefined, stop: () => Promise.resolve(), finish: () => Promise.resolve() };
}
