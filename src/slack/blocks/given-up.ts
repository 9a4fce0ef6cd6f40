import type { Incident } from '../../domain/incident.ts';
import type { StoryStep } from '../../domain/story.ts';
import { ACTION_IDS } from './action-ids.ts';
import { button } from './button.ts';
import type { Drawn } from './drawn.ts';
import { linesBlock, linesText } from './lines.ts';
import type { Line } from './lines.ts';
import { nameOf } from './question.ts';
import { clip, code } from './text.ts';

const MOST_QUOTED = 300;

/** What a list of steps says that nobody goes on with: its own steps were lost with the work. */
export const GIVEN_UP_TITLE = 'I could not finish this';
export const GIVEN_UP_STEPS: readonly StoryStep[] = [
  { id: 'message', title: 'Read the message', status: 'pass', lines: [] },
  { id: 'given-up', title: 'Look into it', status: 'unknown', lines: ['This failed on my side, several times.'] },
];

/** What is said in place of a verdict when the work on it has failed for good: what is known, and what to do. */
export function drawGivenUp({ id, image, symptom }: Incident): Drawn {
  const lines: Line[] = [
    [`I could not find out why ${nameOf(image)} cannot be pulled: my own work on it failed several times.`],
    [
      symptom === null
        ? 'Nothing is known about the pull, neither that it works nor that it does not.'
        : `All that is known is what the message says: ${code(clip(symptom.quote, MOST_QUOTED))}.`,
    ],
    [`If it fails again, my log says why, under ${code(id)}.`],
  ];
  const again = button({ id: ACTION_IDS.lookAgain, text: 'Look again', value: id });
  return { text: linesText(lines), blocks: [linesBlock(lines, 'warning'), { type: 'actions', elements: [again] }] };
}
