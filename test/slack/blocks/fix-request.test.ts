import { describe, expect, it } from 'vitest';
import { drawFixRequest } from '../../../src/slack/blocks/fix-request.ts';
import { NAMES } from '../support/diagnoses.ts';
import { request, shown, STATES } from '../support/requests.ts';

describe('a request', () => {
  it('has buttons only while it waits', () => {
    expect(STATES.map((state) => shown(drawFixRequest(request(state), NAMES).blocks).includes('"actions"'))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('names who asked, for what, and who decided', () => {
    const [awaiting, approved, rejected, expired] = STATES.map((state) => drawFixRequest(request(state), NAMES).text);
    expect(awaiting).toMatch(/^<@UANN> asked to prevent the next failure <!date.*: Make tags of shop\/api immutable\./);
    expect(awaiting).toContain('Waiting for <@UBEN>, <!subteam^S0ONCALL> to decide.');
    expect(awaiting).toMatch(/It expires <!date/);
    expect(approved).toMatch(/Approved by <@UBEN> <!date/);
    expect(rejected).toContain('Nothing was changed.');
    expect(expired).toContain('nobody decided. Nothing was changed.');
  });
});
