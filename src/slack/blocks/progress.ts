import type { KnownBlock, PlanBlock, TaskCardBlock } from '@slack/types';
import type { Conclusion, Diagnosis } from '../../domain/diagnosis.ts';
import type { StoryStatus, StoryStep } from '../../domain/story.ts';
import { plural } from '../../lib/plural.ts';
import { fullestThatFits, MOST_CHARACTERS_OF_BLOCKS } from './drawn.ts';
import type { Detail, Drawn } from './drawn.ts';
import { bullets, paragraph, richText, sentence } from './rich-text.ts';
import { clip, mrkdwn, nameAccounts, plainLine } from './text.ts';
import type { AccountNames } from './text.ts';

/** The story of a pull as far as it is told. */
export interface Progress {
  /** The question while it is open, the result once it is not. */
  readonly title: string;
  readonly steps: readonly StoryStep[];
}

/** `plain` is for workspaces and surfaces that refuse plan blocks. */
export type ProgressStyle = 'plan' | 'plain';

const MOST_CARDS = 7;

/** Slack folds a plan that a reader has opened at every edit, unless its id stays (slackapi/node-slack-sdk#2701). */
const PLAN_ID = 'story-of-the-pull';

/** Slack has four states of a card. What we could not look at is no success, so it is shown as an error, and says so. */
const CARD_STATUS: Readonly<Record<StoryStatus, TaskCardBlock['status']>> = {
  pending: 'pending',
  asking: 'in_progress',
  pass: 'complete',
  fail: 'error',
  unknown: 'error',
  skipped: 'pending',
};

const STATUS_WORDS: Readonly<Record<StoryStatus, string>> = {
  pending: 'not yet asked',
  asking: 'asking',
  pass: 'all well',
  fail: 'something is wrong',
  unknown: 'could not be checked',
  skipped: 'not asked',
};

const SIGNS: Readonly<Record<StoryStatus, string>> = {
  pending: '·',
  asking: '…',
  pass: '✓',
  fail: '✗',
  unknown: '?',
  skipped: '–',
};

/** The live list of steps: the same message, drawn anew at each telling. */
export function drawProgress(progress: Progress, style: ProgressStyle, names: AccountNames): Drawn {
  const steps = progress.steps.slice(0, MOST_CARDS).map((step) => withAccountNames(step, names));
  const draw = style === 'plan' ? planBlocks : plainBlocks;
  return {
    text: [
      mrkdwn(progress.title, 300),
      ...steps.map((step) => mrkdwn(`${SIGNS[step.status]} ${titleOf(step)}`, 200)),
    ].join('\n'),
    blocks: fullestThatFits((detail) => draw(progress.title, steps, detail), MOST_CHARACTERS_OF_BLOCKS),
  };
}

function withAccountNames(step: StoryStep, names: AccountNames): StoryStep {
  return { ...step, lines: step.lines.map((line) => nameAccounts(line, names)) };
}

function titleOf({ title, status }: StoryStep): string {
  return `${title} · ${STATUS_WORDS[status]}`;
}

function planBlocks(title: string, steps: readonly StoryStep[], detail: Detail): KnownBlock[] {
  const plan: PlanBlock = {
    type: 'plan',
    block_id: PLAN_ID,
    title: plainLine(title, 150),
    tasks: steps.map((step) => taskCard(step, detail)),
  };
  return [plan];
}

function taskCard(step: StoryStep, detail: Detail): TaskCardBlock {
  const lines = shorten(step.lines, detail);
  return {
    type: 'task_card',
    task_id: step.id,
    title: plainLine(titleOf(step), 60),
    status: CARD_STATUS[step.status],
    ...(lines.length === 0 ? {} : { output: richText(bullets(lines)) }),
  };
}

function plainBlocks(title: string, steps: readonly StoryStep[], detail: Detail): KnownBlock[] {
  const told = steps.flatMap((step) => {
    const lines = shorten(step.lines, detail);
    const heading = paragraph(...sentence(`${SIGNS[step.status]} ${titleOf(step)}`));
    return lines.length === 0 ? [heading] : [heading, bullets(lines)];
  });
  return [{ ...richText(paragraph(...sentence(clip(title, 300), { bold: true })), ...told), block_id: PLAN_ID }];
}

/** The last lines are the newest answers, so the first ones are left out. */
function shorten(lines: readonly string[], { linesAPart, charactersALine }: Detail): string[] {
  return lines.slice(-linesAPart).map((line) => clip(line, charactersALine));
}

/** What a finished story is called: `Found the cause in 23 checks, 4.1 s`. */
export function resultTitle({ conclusion, findings }: Diagnosis, durationMs: number): string {
  return `${RESULTS[conclusion.kind]} ${plural(findings.length, 'check')}, ${(durationMs / 1000).toFixed(1)} s`;
}

const RESULTS: Readonly<Record<Conclusion['kind'], string>> = {
  explained: 'Found the cause in',
  undetermined: 'Could not tell the cause from',
  'would-fail-now': 'Found another place that would stop it now in',
  'would-pull-now': 'Found nothing that would stop it now in',
  'out-of-sight': 'Read what the message proves:',
};
