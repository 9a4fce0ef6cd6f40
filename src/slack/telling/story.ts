import type { Incident } from '../../domain/incident.ts';
import { METADATA_TYPES } from '../blocks/action-ids.ts';
import type { Drawn } from '../blocks/drawn.ts';
import type { SlackClients } from '../clients.ts';
import { postOnce } from './post-once.ts';
import type { Conversation } from '../ports.ts';

/** Which messages of a story already stand: saved with its job, so that a re-run goes on in the same ones. */
export interface StoryNotes {
  readonly parentTs?: string;
  readonly progressTs?: string;
  readonly verdictTs?: string;
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
  /** Notes what else has come of the story; settles once that would survive a crash. */
  note(more: StoryNotes): Promise<void>;
}

type StoryPart = 'parentTs' | 'progressTs' | 'verdictTs';

const MARKS: Readonly<Record<StoryPart, string>> = {
  parentTs: METADATA_TYPES.parent,
  progressTs: METADATA_TYPES.progress,
  verdictTs: METADATA_TYPES.verdict,
};

/** The messages of one story, each posted once however often the story is told. */
export function messagesOf(clients: SlackClients, story: Story): StoryMessages {
  const { incident, conversation, isRerun } = story;
  let notes = story.notes;
  const note = (more: StoryNotes): Promise<void> => {
    notes = { ...notes, ...more };
    return story.remember(notes);
  };
  return {
    note,
    async post(part, threadTs, drawn) {
      const known = notes[part];
      if (known !== undefined) return known;
      const mark = { type: MARKS[part], id: incident.id };
      const ts = await postOnce(clients, { channel: conversation.channel, threadTs, drawn, mark }, isRerun);
      await note({ [part]: ts });
      return ts;
    },
  };
}
