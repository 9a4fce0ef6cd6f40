import type { ConfiguredAccount } from '../../domain/account.ts';
import type { Action } from '../../domain/aws.ts';
import type { AccountCheckup, Trouble } from '../../domain/checkup.ts';
import { ORGANIZATION_ACTIONS } from '../organization/organization-reader.ts';
import { checkActions } from './check-actions.ts';
import { checkFixRole, checkReadRole, type DoorCheck } from './check-roles.ts';
import type { Desk } from './desk.ts';

const NOTHING_WRONG: DoorCheck = { opens: true, troubles: [], additions: [] };
const NOTHING_TRIED = { allowed: [], notTried: [], troubles: [], additions: [] } as const;

/** One account of ecr-why.yml: its two roles, and everything that its reader must be allowed. */
export async function checkAccount(account: ConfiguredAccount, desk: Desk): Promise<AccountCheckup> {
  const { readRole, fixRole } = account;
  const own = account.id === desk.self.account ? desk.self.arn : null;
  const reader = readRole ?? own;
  const [reading, fixing] = await Promise.all([
    readRole === null ? withoutRole(own !== null) : checkReadRole(account, readRole, desk),
    fixRole === null ? NOTHING_WRONG : checkFixRole(account, fixRole, desk),
  ]);
  const actions =
    reader !== null && reading.opens
      ? await checkActions(account, reader, {
          ...desk,
          actions: desk.actions.filter((action) => isFor(account, action)),
        })
      : NOTHING_TRIED;
  return {
    account: account.id,
    name: account.name,
    regions: account.regions,
    reader,
    fixRole,
    allowed: actions.allowed,
    notTried: actions.notTried,
    troubles: [...reading.troubles, ...actions.troubles, ...fixing.troubles],
    additions: [...reading.additions, ...actions.additions, ...fixing.additions],
  };
}

/** What answers an organization's own accounts alone would be denied to all others, whatever IAM allows. */
function isFor({ readsOrganization = false }: ConfiguredAccount, action: Action): boolean {
  return readsOrganization || !ORGANIZATION_ACTIONS.some((each) => each === action);
}

/** No role is needed where our own identity lives. */
function withoutRole(isOurAccount: boolean): DoorCheck {
  if (isOurAccount) return NOTHING_WRONG;
  const trouble: Trouble = { kind: 'no-reading-role', region: null, role: null, action: null, found: null };
  return { opens: false, troubles: [trouble], additions: [] };
}
