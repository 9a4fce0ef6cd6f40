import { drawDiagnosis } from '../blocks/diagnosis.ts';
import { resultTitle } from '../blocks/progress.ts';
import { drawQuestion, questionTitle } from '../blocks/question.ts';
import { openProgress } from './progress-message.ts';
import { showPath } from './show-path.ts';
import { isFinal, isNotThere } from '../slack-errors.ts';
import { messagesOf } from './story.ts';
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

function openThread(messages: StoryMessages, { conversation, incident }: Story): Promise<string> {
  return messages.post('parentTs', null, drawQuestion(conversation.user, incident.image));
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
    async finish(diagnosis, durationMs) {
      const isPictured = await showPath(desk, { story, messages, threadTs }, diagnosis);
      const verdict = messages.post('verdictTs', threadTs, drawDiagnosis(diagnosis, desk.names, isPictured));
      await Promise.all([verdict, progress.end(resultTitle(diagnosis, durationMs))]);
    },
  };
}

function silentTeller(): Teller {
  return { step: () => undefined, finish: () => Promise.resolve() };
}
