import type { AccountCheckup, Addition, Checkup, Trouble } from '../domain/checkup.ts';
import { listOf, plural } from '../lib/plural.ts';
import { safeText } from './safe-text.ts';
import { drawTable } from './table.ts';

/** A checkup for a terminal: who we are, what is well in a line each, what is not as a table, and what to add. */
export function drawCheckup({ self, obstacle, accounts }: Checkup): string {
  if (self === null) return safeText(`${withoutSelf(obstacle)}\n`);
  const troubled = accounts.filter(({ troubles }) => troubles.length > 0);
  const sections = [
    `ecr-why is ${self}.`,
    accounts
      .filter(({ troubles }) => troubles.length === 0)
      .map(drawHealthy)
      .join('\n'),
    troubled.length === 0 ? '' : drawTable(['account', 'Region', 'what is missing'], troubled.flatMap(rowsOf)),
    ...troubled.flatMap(({ additions }) => additions.map(drawAddition)),
    drawNotTried(accounts),
  ];
  return safeText(`${sections.filter((text) => text !== '').join('\n\n')}\n`);
}

function withoutSelf(obstacle: string | null): string {
  if (obstacle === 'CredentialsProviderError') {
    return 'No AWS credentials were found: run it where ecr-why runs, or set some, such as AWS_PROFILE=tools ecr-why doctor.';
  }
  return `AWS does not say who we are (sts:GetCallerIdentity: ${obstacle}), so nothing was tried.`;
}

function drawHealthy({ account, name, regions, reader, fixRole, allowed }: AccountCheckup): string {
  const fixes = fixRole === null ? 'no fixing role is configured' : 'the fixing role opens';
  return `✓ ${account} ${name}: ${reader} may make all ${plural(allowed.length, 'call')} that were tried in ${listOf(regions)}; ${fixes}.`;
}

/** Regions in which the same is wrong share a row. */
function rowsOf(checkup: AccountCheckup): readonly (readonly string[])[] {
  const regionsOf = new Map<string, (string | null)[]>();
  for (const trouble of checkup.troubles) {
    const sentence = describe(trouble, checkup);
    regionsOf.set(sentence, [...(regionsOf.get(sentence) ?? []), trouble.region]);
  }
  return [...regionsOf].map(([sentence, regions]) => [
    `${checkup.account} ${checkup.name}`,
    regions.includes(null) || regions.length === checkup.regions.length ? 'all' : regions.join(', '),
    sentence,
  ]);
}

function describe({ kind, role, action, found }: Trouble, { account, fixRole }: AccountCheckup): string {
  switch (kind) {
    case 'no-reading-role':
      return 'ecr-why.yml names no readRole, and our own identity is in another account';
    case 'role-shut':
      return `${role} does not let us in: ${action} is denied`;
    case 'external-id-not-asked':
      return `${role} lets us in without the external id`;
    case 'wrong-account':
      return `${role} is in account ${found}, not in ${account}`;
    case 'denied':
      return `${action} is denied`;
    case 'no-answer':
      return `${action}${role === fixRole ? ` of ${role}` : ''} was answered neither yes nor no: ${found}`;
  }
}

function drawAddition({ to, of, statements }: Addition): string {
  const where =
    to === 'policy' ? `Add to a policy of ${of}:` : `The trust policy of ${of} must say of us this and no more:`;
  return `${where}\n${JSON.stringify(statements, null, 2)}`;
}

/** The same in most accounts, so said once. */
function drawNotTried(accounts: readonly AccountCheckup[]): string {
  const lines = accounts.flatMap(({ notTried }) => notTried.map(({ action, because }) => `  ${action}: ${because}`));
  return lines.length === 0 ? '' : ['Not tried:', ...new Set(lines)].join('\n');
}
