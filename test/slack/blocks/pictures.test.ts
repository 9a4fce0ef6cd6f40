import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBlocks } from '../../../src/sandbox/slack/block-limits.ts';
import { checkView } from '../../../src/sandbox/slack/view-limits.ts';
import { drawChecks } from '../../../src/slack/blocks/checks-modal.ts';
import type { Drawn } from '../../../src/slack/blocks/drawn.ts';
import { drawFixOutcome } from '../../../src/slack/blocks/fix-outcome.ts';
import { drawFixRequest } from '../../../src/slack/blocks/fix-request.ts';
import { drawHelp } from '../../../src/slack/blocks/help.ts';
import { drawHome } from '../../../src/slack/blocks/home.ts';
import { drawMissingPermissions } from '../../../src/slack/blocks/missing-permissions.ts';
import { drawElsewhere, drawNotYours, drawRefusal } from '../../../src/slack/blocks/refusal.ts';
import { diagnosis, finding, FIX, NAMES, NOT_ALLOWED } from '../support/diagnoses.ts';
import { REGISTRY } from '../support/fake-desk.ts';
import { hostileText, markupIn } from '../support/hostile.ts';
import { AT, finished, plan, request, shown, STATES } from '../support/requests.ts';

function messagesWith(text: string): Drawn[] {
  const fix = { ...FIX, title: text, effect: text, blastRadius: text };
  return [
    ...STATES.map((state) => drawFixRequest(request(state, { fix }), NAMES)),
    drawFixOutcome(
      request({ kind: 'awaiting' }, { fix }),
      { ...finished('refused', AT), outcome: { kind: 'refused', says: text, at: AT } },
      NAMES,
    ),
    drawHelp(text),
    drawNotYours(fix, ['UBEN'], 'k'),
  ];
}

describe('every picture', () => {
  it('of a message keeps to the limits of Slack, and has a text', () => {
    const drawn = [
      ...messagesWith('plain words'),
      ...messagesWith('x'.repeat(400)),
      drawRefusal('unknown-channel'),
      drawElsewhere(null),
    ];
    for (const { text, blocks } of drawn) {
      expect(checkBlocks(blocks, 'message')).toEqual([]);
      expect(text).not.toBe('');
      expect(text.length).toBeLessThanOrEqual(3_000);
    }
  });

  it('of a form keeps to the limits of Slack', () => {
    const many = Array.from({ length: 130 }, (_, index) =>
      finding({ check: `c${index}`, summary: 'long '.repeat(500) }),
    );
    const forms = [
      plan({ kind: 'apply' }),
      plan(
        { kind: 'ask', owners: ['UBEN', 'S0ONCALL'], isReaderOwner: true },
        { ...FIX, widensAccess: true, undo: null },
        ['shop-prod'],
      ),
      plan({ kind: 'approve', requester: 'UANN' }, { ...FIX, title: 'x'.repeat(500), effect: 'y'.repeat(5_000) }),
      drawChecks(diagnosis(), NAMES),
      drawChecks(diagnosis({ findings: many }), NAMES),
      drawChecks(diagnosis({ findings: [] }), NAMES),
      drawMissingPermissions(diagnosis({ findings: [NOT_ALLOWED] }), NAMES, [REGISTRY]),
      drawMissingPermissions(diagnosis(), NAMES, [REGISTRY]),
      drawHome({ recent: [], waiting: [], health: 'All is well.' }, [], NAMES),
      drawHome(
        {
          recent: Array.from({ length: 40 }, () => ({
            id: 'd',
            image: 'a:b',
            says: 'x '.repeat(400),
            at: AT,
            channel: 'C1',
          })),
          waiting: Array.from({ length: 40 }, () => request({ kind: 'awaiting' })),
          health: 'x',
        },
        Array.from({ length: 60 }, () => REGISTRY),
        NAMES,
      ),
    ];
    for (const form of forms) expect(checkView(form)).toEqual([]);
  });

  it('lets nothing from outside become a mention or a link', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const { text: said, blocks } of messagesWith(text)) {
          const marks = markupIn(said).filter((mark) => !/^<@U[A-Z]+>$|^<!subteam\^S0ONCALL>$/.test(mark));
          expect(marks).toEqual([]);
          expect(shown(blocks)).not.toMatch(/"type":"(?:mrkdwn|link|broadcast|channel)"/);
        }
        expect(shown(plan({ kind: 'apply' }, { ...FIX, title: text, effect: text }))).not.toMatch(
          /"type":"(?:mrkdwn|link|user|broadcast)"/,
        );
      }),
    );
  });
});
