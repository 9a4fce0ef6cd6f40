import type { Fix } from '../../domain/fix.ts';
import { ACTION_IDS } from './action-ids.ts';
import { button } from './button.ts';
import type { Drawn } from './drawn.ts';
import { drawLines, link, named } from './lines.ts';
import type { Line } from './lines.ts';
import type { FixRequest } from './records.ts';

/** What is said to one person alone, when the answer is no. Each says who could do it, or what to do instead. */

export const REFUSALS = {
  'other-company': 'Only members of the workspace that I belong to can use me.',
  'account-without-fixes': 'I may not change anything in that account: ecr-why.yml names no `fixRole` for it.',
  'account-without-owners': 'Nobody may approve changes in that account: ecr-why.yml names no `owners` for it.',
  'shared-channel':
    'This channel is shared with another company, so I show and change nothing here. Ask me in a channel of your own.',
  'unknown-channel':
    'I could not find out whether this channel is shared with another company, so I do nothing here. In a private channel I need the scope `groups:read` for that.',
  'invite-first': 'A fix is agreed upon where others can see it: `/invite @ecr-why` to this channel, and ask again.',
  'nothing-to-read': 'I see no failed pull in that message. Ask me about an image: `/ecr why` and its name.',
  'nothing-named':
    'A pull failed there, but the message names neither the image nor the workload. Ask me about the image: `/ecr why` and its name.',
  'looking-already': 'I am looking already; the answer comes in this thread.',
  'too-slow': 'That took me too long, and Slack lets me open a form for three seconds only. Press the button again.',
  'our-fault': 'That went wrong on my side, and my log says why. Try again in a minute.',
  gone: 'I no longer know what this button was about. Ask again to get a new one.',
  'cannot-undo': 'This can no longer be undone from here: its time is over, or it was changed in between.',
} as const;

export type RefusalKey = keyof typeof REFUSALS;

export function drawRefusal(key: RefusalKey): Drawn {
  return drawLines([[REFUSALS[key]]]);
}

/**
 * To somebody who may ask for a fix but not approve it.
 * @param key which fix: what the button sends back
 */
export function drawNotYours(fix: Fix, owners: readonly string[], key: string): Drawn {
  const { text, blocks } = drawLines([
    [`To approve “${fix.title}” takes one of `, named(...owners), '. I have not asked them.'],
  ]);
  const ask = button({
    id: ACTION_IDS.askForFix,
    text: 'Ask them …',
    value: key,
    label: `Ask them … for: ${fix.title}`,
  });
  return { text, blocks: [...blocks, { type: 'actions', elements: [ask] }] };
}

/** To somebody who may not decide a request. */
export function drawNotYoursToDecide({ approvers, requester }: FixRequest, user: string): Drawn {
  if (user === requester.user)
    return drawLines([['You asked for this, so somebody else must approve it: ', named(...approvers), '.']]);
  return drawLines([['This is for one of ', named(...approvers), ' to decide.']]);
}

/** To somebody whose click came too late. */
export function drawAlreadyDecided({ state }: FixRequest): Drawn {
  switch (state.kind) {
    case 'awaiting':
      return drawLines([['Nobody has decided this yet.']]);
    case 'expired':
      return drawLines([[`This request expired ${state.at}. Ask again to get a new one.`]]);
    case 'rejected':
      return drawLines([['Already rejected by ', named(state.by.user), ` ${state.at}.`]]);
    case 'approved':
    case 'finished':
      return drawLines([['Already approved by ', named(state.by.user), ` ${state.at}.`]]);
  }
}

/**
 * To somebody who asks for a fix that somebody asked for already.
 * @param permalink to the request; `null` when it is not shown yet, or Slack did not give one
 */
export function drawAlreadyAsked({ requester, requestedAt }: FixRequest, permalink: string | null): Drawn {
  const asked: Line = [named(requester.user), ` asked for this ${requestedAt}, and it waits for a decision`];
  if (permalink === null) return drawLines([[...asked, '. Whoever may decide finds it in my Home tab.']]);
  return drawLines([[...asked, ': ', link(permalink, 'here is the request'), '.']]);
}

/**
 * To somebody who asks what is being answered elsewhere.
 * @param permalink to that thread; `null` when Slack did not give one
 */
export function drawElsewhere(permalink: string | null): Drawn {
  if (permalink === null)
    return drawLines([['The same was asked a moment ago, and is being answered in another thread.']]);
  return drawLines([['The same was asked a moment ago: ', link(permalink, 'here is the thread'), '.']]);
}
