import type { ModalView, RichTextBlockElement } from '@slack/types';
import type { ConfiguredAccount } from '../../domain/account.ts';
import type { Diagnosis } from '../../domain/diagnosis.ts';
import type { Gap } from '../../domain/evidence.ts';
import { paragraph, preformatted, richText, sentence } from './rich-text.ts';
import { accountLabel, code } from './text.ts';
import type { AccountNames } from './text.ts';

/** Whether something in ecr-why's own rights or configuration, once added, would let it see more. */
export function hasMissingPermissions(diagnosis: Diagnosis): boolean {
  return lacks(diagnosis, []).length > 0;
}

/**
 * What ecr-why lacks, and exactly what to add: the statements for each role, one entry for each account.
 * @param accounts those of ecr-why.yml: what trusts ecr-why must ask for the external id that it sends
 */
export function drawMissingPermissions(
  diagnosis: Diagnosis,
  names: AccountNames,
  accounts: readonly ConfiguredAccount[],
): ModalView {
  const blocks = lacks(diagnosis, accounts)
    .slice(0, 20)
    .map((lack) => richText(...lackElements(lack, names)));
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'What I lack' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: blocks.length > 0 ? blocks : [richText(paragraph(...sentence('I lack nothing that I know of.')))],
  };
}

/** Gaps that the same addition would close. */
interface Lack {
  readonly gaps: readonly [Gap, ...Gap[]];
  readonly addition: string;
}

function lacks({ findings }: Diagnosis, accounts: readonly ConfiguredAccount[]): Lack[] {
  const byAddressee = new Map<string, [Gap, ...Gap[]]>();
  for (const gap of findings.flatMap((finding) => finding.gaps)) {
    const key = `${gap.reason} ${gap.account} ${gap.role}`;
    const known = byAddressee.get(key);
    byAddressee.set(key, known === undefined ? [gap] : [...known, gap]);
  }
  return [...byAddressee.values()].flatMap((gaps) => {
    const addition = additionFor(gaps, accounts);
    return addition === null ? [] : [{ gaps, addition }];
  });
}

interface PolicyGrant {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
}

function additionFor(gaps: readonly [Gap, ...Gap[]], accounts: readonly ConfiguredAccount[]): string | null {
  const [{ reason, account, region, self }] = gaps;
  if (reason === 'denied') return permissionStatement(gaps);
  if (reason === 'role-not-assumable' && self !== null) return trustStatement(self, externalIdOf(account, accounts));
  if (reason === 'account-not-configured' && account !== null) return accountEntry(account, region);
  return null;
}

/** As narrow as the reading policy: one statement for what reaches equally far. */
function permissionStatement(gaps: readonly Gap[]): string | null {
  const byReach = new Map<string, PolicyGrant>();
  for (const { action, resources = ['*'] } of gaps) {
    if (action === null) continue;
    const reach = resources.join(' ');
    const actions = byReach.get(reach)?.Action ?? [];
    byReach.set(reach, {
      Effect: 'Allow',
      Action: [...new Set([...actions, action])].toSorted(),
      Resource: resources.length === 1 ? (resources[0] ?? '*') : resources,
    });
  }
  const [first, ...others] = byReach.values();
  if (first === undefined) return null;
  return json(others.length === 0 ? first : [first, ...others]);
}

function externalIdOf(account: Gap['account'], accounts: readonly ConfiguredAccount[]): string | null {
  return accounts.find(({ id }) => id === account)?.externalId ?? null;
}

/** Statements of a trust policy add up: one without the condition would open a role that another one guards. */
function trustStatement(self: string, externalId: string | null): string {
  const condition = externalId === null ? {} : { Condition: { StringEquals: { 'sts:ExternalId': externalId } } };
  return json({ Effect: 'Allow', Principal: { AWS: self }, Action: 'sts:AssumeRole', ...condition });
}

/** As ecr-why.yml spells it. The name is for the reader to choose. */
function accountEntry(account: string, region: string | null): string {
  return `accounts:\n  - id: "${account}"\n    name: my-account\n    regions: [${region ?? 'eu-west-1'}]\n    readRole: EcrWhyRead`;
}

function lackElements({ gaps: [gap], addition }: Lack, names: AccountNames): RichTextBlockElement[] {
  return [paragraph(...sentence(toAdd(gap, names))), preformatted(addition)];
}

function toAdd({ reason, account, role }: Gap, names: AccountNames): string {
  const where = account === null ? 'the account' : accountLabel(account, names);
  const reader = role === null ? 'my own identity' : `role ${code(role)}`;
  if (reason === 'denied') return `In ${where}, add this to the statements of a policy of ${reader}:`;
  if (reason === 'role-not-assumable') return `In ${where}, the trust policy of ${reader} needs this statement:`;
  return `Create a reading role in ${where}, and add the account to ecr-why.yml:`;
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
