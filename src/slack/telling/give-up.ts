import { drawGivenUp, GIVEN_UP_STEPS, GIVEN_UP_TITLE } from '../blocks/given-up.ts';
import { isFinal, isNotThere } from '../slack-errors.ts';
import { openProgress } from './progress-message.ts';
import { messagesOf, openThread } from './story.ts';
import type { Story } from './story.ts';
import type { TellerDesk } from './telling.ts';
import { questionTitle } from '../blocks/question.ts';
import { whisperOf } from './whisper-teller.ts';

/**
 * Says in the thread of a story that there will be no verdict, once, and ends its list of steps; where we are not a member,
 * to the one who asked alone.
 * @throws when Slack could not be reached; telling it again then posts nothing twice
 */
export async function tellGivenUp(desk: TellerDesk, story: Story): Promise<void> {
  const { incident, conversation, notes } = story;
  if (notes.verdictTs !== undefined || notes.isWhispered === true) return;
  const messages = messagesOf(desk.clients, story);
  const drawn = drawGivenUp(incident);
  try {
    const threadTs = conversation.threadTs ?? (await openThread(messages, story));
    await messages.post('failureTs', threadTs, drawn);
    const progressTs = await messages.find('progressTs', threadTs);
    if (progressTs === null) return;
    const place = { channel: conversation.channel, post: () => Promise.resolve(progressTs) };
    const progress = await openProgress(desk, questionTitle(incident.image), place);
    await progress.end(GIVEN_UP_TITLE, GIVEN_UP_STEPS);
  } catch (error) {
    if (isNotThere(error)) {
      // Noted first, as with a verdict: a second whisper confuses more than a missing one.
      await messages.note({ isWhispered: true });
      return whisperOf(desk, story)(drawn);
    }
    if (!isFinal(error)) throw error;
    desk.log.error({ err: error, incident: incident.id }, 'Slack refuses to let the end of this story be told');
  }
}
