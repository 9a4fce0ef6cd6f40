import { describe, expect, test } from 'vitest';
import { readStoryNotes } from '../../src/bot/story-notes.ts';
import type { JobNotes } from '../../src/jobs/index.ts';
import type { StoryNotes } from '../../src/slack/telling/story.ts';

describe('the notes of a story', () => {
  test.each<[string, JobNotes, StoryNotes]>([
    ['nothing', {}, {}],
    ['a message', { progressTs: '1.2' }, { progressTs: '1.2' }],
    [
      'everything',
      { parentTs: '1.1', progressTs: '1.2', verdictTs: '1.3', isWhispered: true, isPictured: true },
      { parentTs: '1.1', progressTs: '1.2', verdictTs: '1.3', isWhispered: true, isPictured: true },
    ],
    [
      'what is no timestamp',
      { parentTs: 1.1, progressTs: null, verdictTs: ['1.3'], isWhispered: 'yes', isPictured: 1 },
      {},
    ],
    ['what is no part of a story', { found: '{}', isSending: true, verdictTs: '1.3' }, { verdictTs: '1.3' }],
  ])('are read from %s', (_what, notes, story) => {
    expect(readStoryNotes(notes)).toEqual(story);
  });
});
