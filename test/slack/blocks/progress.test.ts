import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBlocks } from '../../../src/sandbox/slack/block-limits.ts';
import type { StoryStatus, StoryStep } from '../../../src/domain/story.ts';
import { drawProgress, resultTitle } from '../../../src/slack/blocks/progress.ts';
import type { ProgressStyle } from '../../../src/slack/blocks/progress.ts';
import { drawQuestion, questionTitle } from '../../../src/slack/blocks/question.ts';
import { diagnosis, INCIDENT, NAMES } from '../support/diagnoses.ts';
import { hostileText, markupIn } from '../support/hostile.ts';

const STATUSES: readonly StoryStatus[] = ['pending', 'asking', 'pass', 'fail', 'unknown', 'skipped'];
const step = (id: string, status: StoryStatus, lines: readonly string[] = []): StoryStep => ({
  id,
  title: id,
  status,
  lines,
});
const steps = STATUSES.map((status) =>
  step(`step ${status}`, status, [`ecr:DescribeImages in 111122223333: ${status}`]),
);
const STYLES: readonly ProgressStyle[] = ['plan', 'plain'];

describe.each(STYLES)('progress drawn as %s', (style) => {
  it('keeps to the limits of Slack, however much there is to tell', () => {
    const long = Array.from({ length: 12 }, (_, index) =>
      step(
        `step ${index}`,
        'fail',
        Array.from({ length: 40 }, () => 'x '.repeat(900)),
      ),
    );
    for (const told of [[], steps, long]) {
      const { text, blocks } = drawProgress({ title: 'y'.repeat(500), steps: told }, style, NAMES);
      expect(checkBlocks(blocks, 'message')).toEqual([]);
      expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(8_000);
      expect(text.length).toBeLessThanOrEqual(3_000);
    }
  });

  it('has the same id at each telling, so that what a reader has unfolded stays so', () => {
    const ids = [[], steps].map((told) =>
      drawProgress({ title: 't', steps: told }, style, NAMES).blocks.map(({ block_id: id }) => id),
    );
    expect(ids[0]).toEqual(['story-of-the-pull']);
    expect(ids[1]).toEqual(ids[0]);
  });

  it('names accounts, and says in words what a colour would say', () => {
    const { text, blocks } = drawProgress({ title: 't', steps }, style, NAMES);
    expect(JSON.stringify(blocks)).toContain('1111 2222 3333 registry');
    for (const words of ['all well', 'something is wrong', 'could not be checked', 'not asked']) {
      expect(text).toContain(words);
      expect(JSON.stringify(blocks)).toContain(words);
    }
  });

  it('lets nothing from outside become markup', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const drawn = drawProgress({ title: text, steps: [step(text, 'fail', [text || '-'])] }, style, NAMES);
        expect(markupIn(drawn.text)).toEqual([]);
        expect(JSON.stringify(drawn.blocks)).not.toMatch(/"type":"(?:mrkdwn|link|user|usergroup|broadcast|channel)"/);
      }),
    );
  });
});

describe('the cards of a plan', () => {
  it('are at most seven, and never call a success what could not be looked at', () => {
    const many = Array.from({ length: 9 }, (_, index) => step(`s${index}`, 'pass'));
    const { blocks } = drawProgress({ title: 't', steps: many }, 'plan', NAMES);
    expect(JSON.stringify(blocks).match(/"type":"task_card"/g)).toHaveLength(7);
    const [plan] = drawProgress({ title: 't', steps }, 'plan', NAMES).blocks;
    expect(plan).toMatchObject({
      tasks: ['pending', 'in_progress', 'complete', 'error', 'error', 'pending'].map((status) => ({ status })),
    });
  });
});

describe('titles', () => {
  it('ask what is asked, and who asked', () => {
    expect(questionTitle(INCIDENT.image)).toBe('Why can `shop/api:v2.1.0` not be pulled?');
    expect(drawQuestion('U1', INCIDENT.image).text).toBe('<@U1> asked why `shop/api:v2.1.0` cannot be pulled.');
    expect(drawQuestion(null, null).text).toBe('Why can this image not be pulled?');
  });

  it('say how it ended, from how many checks and how long it took', () => {
    expect(resultTitle(diagnosis(), 4_123)).toBe('Found the cause in 4 checks, 4.1 s');
    const undetermined = diagnosis({ conclusion: { kind: 'undetermined', says: 'x', unknown: [], alsoWrong: [] } });
    expect(resultTitle(undetermined, 40)).toBe('Could not tell the cause from 4 checks, 0.0 s');
  });
});
