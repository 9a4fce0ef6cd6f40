import type { HomeView, KnownBlock } from '@slack/types';
import type { ConfiguredAccount } from '../../domain/account.ts';
import { ACTION_IDS } from './action-ids.ts';
import { button } from './button.ts';
import { linesBlock, named } from './lines.ts';
import type { Line } from './lines.ts';
import type { FixRequest, HomeFacts } from './records.ts';
import { bullets, paragraph, richText, sentence } from './rich-text.ts';
import { accountLabel, clip, code, nameAccounts } from './text.ts';
import type { AccountNames } from './text.ts';

const MOST_ENTRIES = 10;

/** One person's App Home: what waits for them, what was found lately, what the bot can see, and how it is. */
export function drawHome(
  { recent, waiting, health }: HomeFacts,
  accounts: readonly ConfiguredAccount[],
  names: AccountNames,
): HomeView {
  return {
    type: 'home',
    blocks: [
      ...part(
        'Waiting for your decision',
        waiting.slice(0, MOST_ENTRIES).flatMap(waitingBlocks),
        'Nothing waits for you.',
      ),
      ...part('Recent answers', recentBlocks(recent, names), 'Nothing was asked yet. Try `/ecr help`.'),
      ...part(
        'What I can look into',
        accountBlocks(accounts, names),
        'No account is configured: add them to ecr-why.yml.',
      ),
      ...part('How I am', [richText(paragraph(...sentence(clip(health, 500))))], ''),
    ],
  };
}

function part(heading: string, blocks: readonly KnownBlock[], otherwise: string): KnownBlock[] {
  const header: KnownBlock = { type: 'header', text: { type: 'plain_text', text: heading } };
  return [header, ...(blocks.length > 0 ? blocks : [richText(paragraph(...sentence(otherwise)))])];
}

function waitingBlocks({ id, fix, requester, expiresAt }: FixRequest): KnownBlock[] {
  const line: Line = [named(requester.user), ` asks: ${clip(fix.title, 200)}. It expires ${expiresAt}.`];
  const review = button({
    id: ACTION_IDS.approveFix,
    text: 'Review and approve …',
    value: id,
    label: `Review and approve: ${fix.title}`,
  });
  return [linesBlock([line]), { type: 'actions', elements: [review] }];
}

function recentBlocks(recent: HomeFacts['recent'], names: AccountNames): KnownBlock[] {
  const lines = recent
    .slice(0, MOST_ENTRIES)
    .map(({ image, says, at }) => clip(`${at} ${code(image)}: ${nameAccounts(says, names)}`, 400));
  return lines.length === 0 ? [] : [richText(bullets(lines))];
}

function accountBlocks(accounts: readonly ConfiguredAccount[], names: AccountNames): KnownBlock[] {
  const lines = accounts.slice(0, 2 * MOST_ENTRIES).map((account) => {
    const fixes = account.fixRole === null ? 'I may only read' : 'I may apply approved fixes';
    return `${accountLabel(account.id, names)}, ${account.regions.join(', ')}: ${fixes}.`;
  });
  return lines.length === 0 ? [] : [richText(bullets(lines))];
}
