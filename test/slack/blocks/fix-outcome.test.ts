import { describe, expect, it } from 'vitest';
import type { FixOutcomeKind } from '../../../src/domain/fix.ts';
import { drawFixOutcome } from '../../../src/slack/blocks/fix-outcome.ts';
import { NAMES } from '../support/diagnoses.ts';
import { AT, finished, request, shown } from '../support/requests.ts';

describe('an outcome', () => {
  it.each<[FixOutcomeKind, string, string]>([
    ['verified', 'white_check_mark', 'Applied, and checked again'],
    ['not-verified', 'warning', 'Sent, but the check does not pass yet'],
    ['changed-meanwhile', 'information_source', 'Not applied'],
    ['refused', 'x', 'Not applied'],
    ['unreadable', 'warning', 'Not applied'],
  ])('that is %s', (kind, sign, words) => {
    const { text, blocks } = drawFixOutcome(request(finished(kind)), finished(kind), NAMES);
    expect(shown(blocks)).toContain(`{"type":"emoji","name":"${sign}"}`);
    expect(text).toMatch(new RegExp(`^${words}: Make tags`));
    expect(text).toMatch(/Asked by <@UANN> <!date.*, approved by <@UBEN> <!date.*, done <!date/);
    expect(text).not.toContain('undone');
  });

  it('offers undo while that is possible', () => {
    const { text, blocks } = drawFixOutcome(request(finished('verified', AT)), finished('verified', AT), NAMES);
    expect(text).toContain('It can be undone from here until');
    expect(shown(blocks)).toContain('"action_id":"undo_fix"');
  });
});
