import { describe, expect, it } from 'vitest';
import { drawSameAnswer } from '../../../src/slack/blocks/same-answer.ts';
import { diagnosis, explained, finding, NAMES } from '../support/diagnoses.ts';
import { shown } from '../support/requests.ts';

const EARLIER = { channel: 'C1', threadTs: '1.1', at: '2026-11-21T08:10:00Z' };
const LINK = 'https://demo.slack.com/archives/C1/p11';

describe('a verdict that was given before', () => {
  it('says its sentence and how sure it is, and leads to the thread where the rest stands', () => {
    const { text, blocks } = drawSameAnswer(diagnosis(), NAMES, EARLIER, LINK);
    expect(text).toMatch(
      /^Repository `shop\/api` exists, but holds no image .* Confirmed\.\nThis is the same as <!date\^/,
    );
    expect(text).toContain(`<${LINK}|that thread>`);
    expect(text).toMatch(/Nothing has changed since\.$/);
    expect(shown(blocks)).toContain(`"url":"${LINK}"`);
  });

  it('does without a link when Slack gave none', () => {
    const { text, blocks } = drawSameAnswer(diagnosis(), NAMES, EARLIER, null);
    expect(text).toContain('stand in an earlier thread here.');
    expect(shown(blocks)).not.toContain('"url"');
  });

  it('offers no fix a second time, but all checks and another look', () => {
    const actions = shown(drawSameAnswer(diagnosis(), NAMES, EARLIER, LINK).blocks);
    expect(actions).not.toContain('open_fix');
    for (const action of ['show_checks', 'look_again']) expect(actions).toContain(`"action_id":"${action}"`);
  });

  it('says no certainty where the sentence itself says it, and keeps within what Slack takes', () => {
    const open = { kind: 'undetermined', says: 'I cannot tell yet.', unknown: [], alsoWrong: [] } as const;
    expect(drawSameAnswer(diagnosis({ conclusion: open }), NAMES, EARLIER, LINK).text).toMatch(
      /^I cannot tell yet\.\nThis is the same/,
    );
    const long = explained({ cause: finding({ summary: 'A word. '.repeat(2_000) }) });
    expect(drawSameAnswer(diagnosis({ conclusion: long }), NAMES, EARLIER, LINK).text.length).toBeLessThan(4_000);
  });
});
