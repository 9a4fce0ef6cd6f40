import type { ActionsBlock } from '@slack/types';
import type { Fix } from '../../domain/fix.ts';
import { ACTION_IDS } from './action-ids.ts';
import { button, confirmation } from './button.ts';
import type { Drawn } from './drawn.ts';
import { linesBlock, linesText, named } from './lines.ts';
import type { Line } from './lines.ts';
import type { FixRequest } from './records.ts';
import { nameAccounts } from './text.ts';
import type { AccountNames } from './text.ts';

/** The message of a request: who asked for what, and how it stands. Edited in place as it moves on. */
export function drawFixRequest(request: FixRequest, names: AccountNames): Drawn {
  const { fix, requester, requestedAt } = request;
  const lines: Line[] = [
    [named(requester.user), ` asked ${KINDS[fix.kind]} ${requestedAt}: ${fix.title}.`],
    [nameAccounts(`${fix.effect} ${fix.blastRadius}`, names)],
    stateLine(request),
  ];
  return { text: linesText(lines), blocks: [linesBlock(lines), ...decisionButtons(request)] };
}

const KINDS: Readonly<Record<Fix['kind'], string>> = {
  repair: 'for a repair',
  prevent: 'to prevent the next failure',
  undo: 'to put a fix back',
};

function stateLine({ state, approvers, expiresAt }: FixRequest): Line {
  switch (state.kind) {
    case 'awaiting':
      return ['Waiting for ', named(...approvers), ` to decide. It expires ${expiresAt}.`];
    case 'rejected':
      return ['Rejected by ', named(state.by.user), ` ${state.at}. Nothing was changed.`];
    case 'expired':
      return [`Expired ${state.at}, because nobody decided. Nothing was changed.`];
    // The same words before and after: the two edits come from two processes, and the later one may arrive first.
    case 'approved':
    case 'finished':
      return ['Approved by ', named(state.by.user), ` ${state.at}. What comes of it is told below.`];
  }
}

/** Slack has no disabled button, so they are gone once somebody has decided. */
function decisionButtons({ state, id, fix }: FixRequest): ActionsBlock[] {
  if (state.kind !== 'awaiting') return [];
  const { approveFix, rejectFix } = ACTION_IDS;
  const confirm = confirmation(
    'Reject this fix?',
    `${fix.title}. Nothing is changed, and this request cannot be approved any more.`,
    'Reject',
  );
  return [
    {
      type: 'actions',
      elements: [
        button({
          id: approveFix,
          text: 'Review and approve …',
          value: id,
          style: 'primary',
          label: `Review and approve: ${fix.title}`,
        }),
        button({ id: rejectFix, text: 'Reject', value: id, label: `Reject: ${fix.title}`, confirm }),
      ],
    },
  ];
}
