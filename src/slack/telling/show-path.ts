import type { Diagnosis } from '../../domain/diagnosis.ts';
import { describePath } from '../../picture/describe-path.ts';
import { drawPath } from '../../picture/draw-path.ts';
import { pathToShow } from '../../picture/path-to-show.ts';
import { clip } from '../blocks/text.ts';
import { MOST_ALT_TEXT, sharePicture } from './share-picture.ts';
import type { Story, StoryMessages } from './story.ts';
import type { TellerDesk } from './telling.ts';

interface Place {
  readonly story: Story;
  readonly messages: StoryMessages;
  readonly threadTs: string;
}

/**
 * Shows the way of the pull as a picture in the thread, at most once, when the answer is about the network. Answers whether
 * it is sure to stand there: if not, the verdict says it in words. Never throws, for a picture is never needed.
 *
 * What is shared has no mark to be found by, as our messages have. So it is noted before it is shared: after a crash
 * between the two there is no picture, after one behind them there are picture and words, and never are there two.
 */
export async function showPath(
  { clients, log, toPng }: TellerDesk,
  { story, messages, threadTs }: Place,
  diagnosis: Diagnosis,
): Promise<boolean> {
  const paths = pathToShow(diagnosis);
  const { isPictured = false, verdictTs } = story.notes;
  if (paths === null || isPictured || verdictTs !== undefined) return false;
  try {
    const picture = {
      channel: story.conversation.channel,
      threadTs,
      name: 'way-of-the-pull.png',
      title: 'The way of the pull',
      altText: clip(describePath(paths).join('\n'), MOST_ALT_TEXT),
      png: await toPng(drawPath(paths)),
    };
    await sharePicture(clients, picture, () => messages.note({ isPictured: true }));
    return true;
  } catch (error) {
    log.debug({ err: error, incident: story.incident.id }, 'the way of the pull is told without a picture');
    return false;
  }
}
