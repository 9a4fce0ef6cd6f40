import type { ActionsBlock } from '@slack/types';
import type { FixOutcomeKind } from '../../domain/fix.ts';
import { ACTION_IDS } from './action-ids.ts';
import { button } from './button.ts';
import type { Drawn } from './drawn.ts';
import { linesBlock, linesText, named } from './lines.ts';
import type { Line } from './lines.ts';
import type { FixRequest, FixState } from './records.ts';
import { nameAccounts } from './text.ts';
import type { AccountNames } from './text.ts';

type Finished = Extract<FixState, { readonly kind: 'finished' }>;

const SIGNS: Readonly<Record<FixOutcomeKind, string>> = {
  verified: 'white_check_mark',
  'not-verified': 'warning',
  'changed-meanwhile': 'information_source',
  refused: 'x',
  unreadable: 'warning',
};

const HEADLINES: Readonly<Record<FixOutcomeKind, string>> = {
  verified: 'Applied, and checked again',
  'not-verified': 'Sent, but the check does not pass yet',
  'changed-meanwhile': 'Not applied',
  refused: 'Not applied',
  unreadable: 'Not applied',
};

/** What came of a fix: a message of its own, so that the thread hears of it. Names who asked, who agreed, and when. */
export function drawFixOutcome(
  { id, fix, requester, requestedAt }: FixRequest,
  finished: Finished,
  names: AccountNames,
): Drawn {
  const { by, at, outcome, undoUntil } = finished;
  const lines: Line[] = [
    [`${HEADLINES[outcome.kind]}: ${fix.title}.`],
    [nameAccounts(outcome.says, names)],
    [
      'Asked by ',
      named(requester.user),
      ` ${requestedAt}, approved by `,
      named(by.user),
      ` ${at}, done ${outcome.at}.`,
    ],
    ...(undoUntil === null
      ? []
      : [[`It can be undone from here until ${undoUntil}, if nobody changes it in between.`]]),
  ];
  return {
    text: linesText(lines),
    blocks: [linesBlock(lines, SIGNS[outcome.kind]), ...(undoUntil === null ? [] : [undoButton(id, fix.title)])],
  };
}

function undoButton(requestId: string, title: string): ActionsBlock {
  return {
    type: 'actions',
    elements: [button({ id: ACTION_IDS.undoFix, text: 'Undo …', value: requestId, label: `Undo: ${title}` })],
  };
}
