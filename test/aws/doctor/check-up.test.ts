import { describe, expect, it } from 'vitest';
import { checkUp } from '../../../src/aws/doctor/check-up.ts';
import { Identities } from '../../../src/aws/identities.ts';
import type { ConfiguredAccount } from '../../../src/domain/account.ts';
import type { Action } from '../../../src/domain/aws.ts';
import type { AccountCheckup, Checkup } from '../../../src/domain/checkup.ts';
import { SANDBOX_ACCOUNTS, selfCredentials } from '../../../src/sandbox/accounts.ts';
import type { Estate } from '../../../src/sandbox/aws/estate.ts';
import { type ObservedCall, worldHandler } from '../../../src/sandbox/aws/handler.ts';
import { healthyEstate } from '../../../src/sandbox/worlds/healthy-estate.ts';
import { findRole } from '../../../src/sandbox/worlds/parts/find.ts';
import {
  BOT,
  FIX_ROLE,
  READ_ROLE,
  REGISTRY,
  roleArn,
  STAGING,
  WORKLOAD,
} from '../../../src/sandbox/worlds/parts/names.ts';

const SELF = roleArn(BOT, 'ecr-why');
const ACTIONS: readonly Action[] = ['ecr:DescribeImages', 'ec2:DescribeSubnets', 'iam:GetRole', 'ecs:DescribeServices'];

interface Setting {
  readonly estate?: (estate: Estate) => void;
  readonly accounts?: readonly ConfiguredAccount[];
  readonly actions?: readonly Action[];
}

async function checkUpIn({ estate: change, accounts = SANDBOX_ACCOUNTS, actions = ACTIONS }: Setting): Promise<{
  checkup: Checkup;
  calls: readonly ObservedCall[];
}> {
  const estate = healthyEstate();
  change?.(estate);
  const calls: ObservedCall[] = [];
  const identities = new Identities({
    accounts,
    homeRegion: 'us-east-1',
    maxAttempts: 1,
    credentials: selfCredentials(estate),
    requestHandler: worldHandler(() => estate, { onCall: (call) => calls.push(call) }),
  });
  return { checkup: await checkUp(identities, { actions }), calls };
}

/** The checkup of the registry account alone. */
async function registryIn(setting: Setting): Promise<AccountCheckup> {
  const { checkup } = await checkUpIn(setting);
  const found = checkup.accounts.find(({ account }) => account === REGISTRY);
  if (found === undefined) throw new Error('the registry account was not looked at');
  return found;
}

const registryAs = (parts: Partial<ConfiguredAccount>): readonly ConfiguredAccount[] =>
  SANDBOX_ACCOUNTS.filter(({ id }) => id === REGISTRY).map((account) => ({ ...account, ...parts }));

const trouble = { region: null, role: null, action: null, found: null };

describe('a healthy estate', () => {
  it('has no trouble, and everything was allowed in every account', async () => {
    const { checkup } = await checkUpIn({});
    expect(checkup).toMatchObject({ version: 1, self: SELF, obstacle: null });
    expect(checkup.accounts.map(({ account }) => account)).toEqual([REGISTRY, WORKLOAD]);
    for (const { allowed, troubles, additions, notTried } of checkup.accounts) {
      expect({ allowed, troubles, additions, notTried }).toEqual({
        allowed: ACTIONS,
        troubles: [],
        additions: [],
        notTried: [],
      });
    }
  });

  it('is left as it was: nothing but reading is called, and never as the fixing role', async () => {
    const { calls } = await checkUpIn({});
    expect([...new Set(calls.map(({ action }) => action))].toSorted()).toEqual(
      [...ACTIONS, 'sts:AssumeRole', 'sts:GetCallerIdentity'].toSorted(),
    );
    expect(calls.filter(({ caller }) => caller?.includes(FIX_ROLE))).toEqual([]);
    for (const { input } of calls.filter(({ action }) => action === 'sts:AssumeRole')) {
      if (String(input['RoleSessionName']) === 'ecr-why-read') continue;
      expect(String(input['Policy'])).toContain('"Effect":"Deny","Action":"*"');
    }
  });

  it('is asked of IAM once an account, and of the others once a Region', async () => {
    const { calls } = await checkUpIn({ accounts: registryAs({}) });
    const regionsOf = (action: Action) => calls.filter((call) => call.action === action).map(({ region }) => region);
    expect(regionsOf('iam:GetRole')).toHaveLength(1);
    expect(regionsOf('ecr:DescribeImages').toSorted()).toEqual(['eu-west-1', 'us-east-1']);
  });
});

describe('a permission', () => {
  const denied = ['ecr:DescribeImages', 'iam:GetRole'] satisfies Action[];

  it('that is missing is named in every Region, with the statement to add', async () => {
    const { troubles, additions, allowed } = await registryIn({
      estate: (estate) => (estate.deniedToReader[REGISTRY] = denied),
    });
    const role = roleArn(REGISTRY, READ_ROLE);
    expect(troubles).toEqual([
      { kind: 'denied', region: 'us-east-1', role, action: 'ecr:DescribeImages', found: null },
      { kind: 'denied', region: null, role, action: 'iam:GetRole', found: null },
      { kind: 'denied', region: 'eu-west-1', role, action: 'ecr:DescribeImages', found: null },
    ]);
    expect(additions).toEqual([
      {
        to: 'policy',
        of: role,
        statements: [
          {
            Sid: 'SeeRepositories',
            Effect: 'Allow',
            Action: ['ecr:DescribeImages'],
            Resource: `arn:aws:ecr:*:${REGISTRY}:repository/*`,
          },
          {
            Sid: 'SeeRolesThatPull',
            Effect: 'Allow',
            Action: ['iam:GetRole'],
            Resource: `arn:aws:iam::${REGISTRY}:role/*`,
          },
        ],
      },
    ]);
    expect(allowed).toEqual(['ec2:DescribeSubnets', 'ecs:DescribeServices']);
  });

  it('that nobody could answer for is neither missing nor fine', async () => {
    const { troubles, additions, allowed } = await registryIn({
      estate: (estate) => (estate.throttled = ['ecr:DescribeImages']),
    });
    expect(troubles).toMatchObject([
      { kind: 'no-answer', region: 'us-east-1', found: 'ThrottlingException' },
      { kind: 'no-answer', region: 'eu-west-1', found: 'ThrottlingException' },
    ]);
    expect(additions).toEqual([]);
    expect(allowed).not.toContain('ecr:DescribeImages');
  });

  it('that no probe can try is not tried, and says why', async () => {
    const { allowed, notTried } = await registryIn({
      actions: ['kms:DescribeKey', 'ecs:DescribeTasks', 'sqs:Unheard'],
    });
    expect(allowed).toEqual(['ecs:DescribeTasks']);
    expect(notTried).toEqual([
      { action: 'kms:DescribeKey', because: 'each key’s own policy decides as well' },
      { action: 'sqs:Unheard', because: 'no harmless call is known that tells' },
    ]);
  });

  it('in a Region that is not enabled was not asked for', async () => {
    const { troubles } = await registryIn({
      estate: ({ accounts }) => {
        for (const account of accounts) account.regions = ['us-east-1'];
      },
    });
    expect(new Set(troubles.map(({ kind, region }) => `${kind} ${region}`))).toEqual(new Set(['no-answer eu-west-1']));
  });
});

describe('a role', () => {
  const shutFor = (name: string) => (estate: Estate) => {
    const role = findRole(estate, REGISTRY, name);
    role.trustPolicy = role.trustPolicy.replace('"sandbox"', '"changed"');
  };

  it('that reads and does not let us in hides the rest, and both sides are told what to add', async () => {
    const { troubles, additions, allowed, notTried } = await registryIn({ estate: shutFor(READ_ROLE) });
    const role = roleArn(REGISTRY, READ_ROLE);
    expect(troubles).toEqual([
      { ...trouble, kind: 'role-shut', role, action: 'sts:AssumeRole', found: 'AccessDenied' },
    ]);
    expect([allowed, notTried]).toEqual([[], []]);
    expect(additions).toMatchObject([
      { to: 'trust', of: role, statements: [{ Principal: { AWS: SELF } }] },
      { to: 'policy', of: SELF, statements: [{ Action: 'sts:AssumeRole', Resource: [role] }] },
    ]);
  });

  it('that fixes and does not let us in hides nothing', async () => {
    const { troubles, allowed } = await registryIn({ estate: shutFor(FIX_ROLE) });
    expect(troubles).toMatchObject([
      { kind: 'role-shut', role: roleArn(REGISTRY, FIX_ROLE), action: 'sts:AssumeRole' },
    ]);
    expect(allowed).toEqual(ACTIONS);
  });

  it.each(['sts:SetSourceIdentity', 'sts:TagSession'])(
    'that fixes and does not allow %s is shut for that',
    async (action) => {
      const { troubles, additions } = await registryIn({
        estate: (estate) => {
          const role = findRole(estate, REGISTRY, FIX_ROLE);
          role.trustPolicy = role.trustPolicy.replace(action, 'sts:Nothing');
        },
      });
      expect(troubles).toMatchObject([{ kind: 'role-shut', role: roleArn(REGISTRY, FIX_ROLE), action }]);
      expect(additions.map(({ to }) => to)).toEqual(['trust', 'policy']);
    },
  );

  it('that asks for no external id lets others in as well', async () => {
    const { troubles, additions } = await registryIn({
      estate: (estate) => {
        const role = findRole(estate, REGISTRY, READ_ROLE);
        role.trustPolicy = role.trustPolicy.replace(/,"Condition":\{[^}]*\}\}/, '');
      },
    });
    const role = roleArn(REGISTRY, READ_ROLE);
    expect(troubles).toEqual([{ ...trouble, kind: 'external-id-not-asked', role }]);
    expect(additions).toMatchObject([{ to: 'trust', of: role }]);
  });

  it('of another account is not taken for this one’s', async () => {
    const { troubles, allowed } = await registryIn({
      accounts: registryAs({ readRole: roleArn(WORKLOAD, READ_ROLE) }),
    });
    expect(troubles).toMatchObject([{ kind: 'wrong-account', found: WORKLOAD }]);
    expect(allowed).toEqual([]);
  });

  it('that is missing from ecr-why.yml is needed, unless we live there', async () => {
    const { troubles, reader } = await registryIn({ accounts: registryAs({ readRole: null }) });
    expect([troubles, reader]).toEqual([[{ ...trouble, kind: 'no-reading-role' }], null]);
    const { checkup } = await checkUpIn({ accounts: registryAs({ id: BOT, readRole: null, fixRole: null }) });
    expect(checkup.accounts).toMatchObject([{ account: BOT, reader: SELF }]);
    expect(checkup.accounts[0]?.troubles.every(({ kind }) => kind === 'denied')).toBe(true);
  });

  it('in an account without roles is shut', async () => {
    const { checkup } = await checkUpIn({
      accounts: registryAs({ id: STAGING, readRole: roleArn(STAGING, READ_ROLE) }),
    });
    expect(checkup.accounts[0]?.troubles).toContainEqual(expect.objectContaining({ kind: 'role-shut' }));
  });
});

it('tries nothing while AWS does not say who we are', async () => {
  const estate = healthyEstate();
  const identities = new Identities({
    accounts: SANDBOX_ACCOUNTS,
    homeRegion: 'us-east-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'somebody else', secretAccessKey: 'x' },
    requestHandler: worldHandler(() => estate),
  });
  expect(await checkUp(identities)).toEqual({ version: 1, self: null, obstacle: 'InvalidClientTokenId', accounts: [] });
});

it('calls no role shut because STS is throttled', async () => {
  const { troubles } = await registryIn({ estate: (estate) => (estate.throttled = ['sts:AssumeRole']) });
  expect(troubles).toMatchObject([
    { kind: 'no-answer', action: 'sts:AssumeRole' },
    { kind: 'no-answer', action: 'sts:AssumeRole' },
  ]);
});

it('misses no external id where ecr-why.yml has none', async () => {
  const { troubles } = await registryIn({
    accounts: registryAs({ externalId: null, fixRole: null }),
    estate: (estate) => {
      const role = findRole(estate, REGISTRY, READ_ROLE);
      role.trustPolicy = role.trustPolicy.replace(/,"Condition":\{[^}]*\}\}/, '');
    },
  });
  expect(troubles).toEqual([]);
});
