import type { KnownBlock, ModalView, RichTextElement } from '@slack/types';
import type { Fix } from '../../domain/fix.ts';
import { drawCall } from './plan-of-calls.ts';
import { mention, mentions, paragraph, richText, sentence } from './rich-text.ts';
import { clip, nameAccounts, plainLine } from './text.ts';
import type { AccountNames } from './text.ts';

/** Who still has to agree before anything is sent. */
export type NextStep =
  /** The reader alone decides: pressing the button applies it. */
  | { readonly kind: 'apply' }
  /** The reader asks; one of these decides, and where it takes two, not the reader who is one of them. */
  | { readonly kind: 'ask'; readonly owners: readonly string[]; readonly isReaderOwner: boolean }
  /** Somebody asked; the reader decides. */
  | { readonly kind: 'approve'; readonly requester: string };

export interface FixPlan {
  readonly fix: Fix;
  readonly next: NextStep;
  /** The names of the production accounts that it changes. */
  readonly production: readonly string[];
  /** Which form this is, and which plan it is about: keys to look up, sent back by Slack. */
  readonly callbackId: string;
  readonly key: string;
  readonly names: AccountNames;
}

const SUBMIT: Readonly<Record<NextStep['kind'], string>> = {
  apply: 'Apply',
  ask: 'Ask for approval',
  approve: 'Approve and apply',
};

const KINDS: Readonly<Record<Fix['kind'], string>> = {
  repair: 'This repairs the pull that failed.',
  prevent: 'This prevents the next failure; it does not bring anything back.',
  undo: 'This puts an earlier fix back.',
};

const COURSE =
  'I read the setting again first, and send nothing if it is no longer what it was when this plan was made. ' +
  'Afterwards I read it once more, ask the same check again, and say in the thread what came of it.';

/** The plan of a fix, whole: what will be sent, what it changes and for whom, how to undo it, and who must agree. */
export function drawFixPlan({ fix, next, production, callbackId, key, names }: FixPlan): ModalView {
  const part = (heading: string, words: string): KnownBlock =>
    drawPart(heading, sentence(clip(nameAccounts(words, names), 2_000)));
  const danger = dangerOf(fix, production);
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: key,
    title: { type: 'plain_text', text: 'Plan of a fix' },
    submit: { type: 'plain_text', text: SUBMIT[next.kind] },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: plainLine(fix.title, 150) } },
      part('What changes', `${fix.effect} ${KINDS[fix.kind]}`),
      part('Who else feels it', fix.blastRadius),
      ...(danger === '' ? [] : [part('Take care', danger)]),
      ...fix.calls.flatMap((call) => drawCall('What will be sent', call, names)),
      ...(fix.undo ?? []).flatMap((call) => drawCall('How to undo it', call, names)),
      ...(fix.undo === null ? [part('How to undo it', 'It cannot be undone.')] : []),
      part('What happens then', COURSE),
      drawPart('Who must agree', agreement(next)),
    ],
  };
}

function dangerOf({ widensAccess }: Fix, production: readonly string[]): string {
  const widening = widensAccess ? 'It lets somebody do more than before. ' : '';
  const live = production.length > 0 ? `It changes production: ${production.join(', ')}. ` : '';
  return widening === '' && live === '' ? '' : `${widening}${live}The one who asks may not be the one who approves.`;
}

function agreement(next: NextStep): RichTextElement[] {
  if (next.kind === 'apply') return sentence('You, by pressing the button. The thread will say that it was you.');
  if (next.kind === 'approve') return [...sentence('You. '), mention(next.requester), ...sentence(' asked for it.')];
  return [
    ...sentence('One of '),
    ...mentions(next.owners),
    ...sentence(next.isReaderOwner ? ', other than you.' : '.'),
  ];
}

function drawPart(heading: string, elements: RichTextElement[]): KnownBlock {
  return richText(paragraph(...sentence(heading, { bold: true })), paragraph(...elements));
}
