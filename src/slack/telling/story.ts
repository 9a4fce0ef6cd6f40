import type { Incident } from '../../domain/incident.ts';
import { METADATA_TYPES } from '../blocks/action-ids.ts';
import type { Drawn } from '../blocks/drawn.ts';
import { drawQuestion } from '../blocks/question.ts';
import type { SlackClients } from '../clients.ts';
import { findPosted, postOnce } from './post-once.ts';
import type { Conversation } from '../ports.ts';

/** Which messages of a story already stand: saved with its job, so that a re-run goes on in the same ones. */
export interface StoryNotes {
  readonly parentTs?: string;
  readonly progressTs?: string;
  readonly verdictTs?: string;
  /** In place of a verdict: that there will be none. */
  readonly failureTs?: string;
  /** The verdict went to the one who asked alone, because we are not in the channel. */
  readonly isWhispered?: boolean;
  /** A picture was about to be shown, and may stand in the thread. */
  readonly isPictured?: boolean;
}

/** One diagnosis and where it is told. */
export interface Story {
  readonly incident: Incident;
  readonly conversation: Conversation;
  readonly notes: StoryNotes;
  /** An earlier run may have posted more than it noted. */
  readonly isRerun: boolean;
  /** Saves the notes; settles once they would survive a crash. */
  remember(notes: StoryNotes): Promise<void>;
}

export interface StoryMessages {
  /** Posts a message of the story, unless it stands already, and answers with its `ts`. */
  post(part: StoryPart, threadTs: string | null, drawn: Drawn): Promise<string>;
  /** The `ts` of a message of the story, as noted or else as it stands in the thread; `null` when there is none. */
  find(part: StoryPart, threadTs: string | null): Promise<string | null>;
  /** Notes what else has come of the story; settles once that would survive a crash. */
  note(more: StoryNotes): Promise<void>;
}

type StoryPart = 'parentTs' | 'progressTs' | 'verdictTs' | 'failureTs';

const MARKS: Readonly<Record<StoryPart, string>> = {
  parentTs: METADATA_TYPES.parent,
  progressTs: METADATA_TYPES.progress,
  verdictTs: METADATA_TYPES.verdict,
  failureTs: METADATA_TYPES.failure,
};

/** The messages of one story, each posted once however often the story is told. */
export function messagesOf(clients: SlackClients, story: Story): StoryMessages {
  const { incident, conversation, isRerun } = story;
  let notes = story.notes;
  const note = (more: StoryNotes): Promise<void> => {
    notes = { ...notes, ...more };
    return story.remember(notes);
  };
  const markOf = (part: StoryPart) => ({ type: MARKS[part], id: incident.id });
  return {
    note,
    find: async (part, threadTs) =>
      notes[part] ?? findPosted(clients, { channel: conversation.channel, threadTs, mark: markOf(part) }),
    async post(part, threadTs, drawn) {
      const known = notes[part];
      if (known !== undefined) return known;
      const post = { channel: conversation.channel, threadTs, drawn, mark: markOf(part) };
      const ts = await postOnce(clients, post, isRerun);
      await note({ [part]: ts });
      return ts;
    },
  };
}

/** Posts the message that opens a thread for a question without one, and answers with its `ts`. */
export function openThread(messages: StoryMessages, { conversation, incident }: Story): Promise<string> {
  return messages.post('parentTs', null, drawQuestion(conversation.user, incident.image));
}
