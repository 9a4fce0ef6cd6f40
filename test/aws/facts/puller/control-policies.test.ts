import { describe, expect, it } from 'vitest';
import { AwsFactSource } from '../../../../src/aws/fact-source.ts';
import { Identities } from '../../../../src/aws/identities.ts';
import { CallMeter } from '../../../../src/aws/meter.ts';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { SANDBOX_ACCOUNTS, selfCredentials } from '../../../../src/sandbox/accounts.ts';
import { worldHandler } from '../../../../src/sandbox/aws/handler.ts';
import { healthyEstate } from '../../../../src/sandbox/worlds/healthy-estate.ts';
import { attachControl, WORKLOADS_UNIT } from '../../../../src/sandbox/worlds/parts/organization.ts';
import { allow, deny } from '../../../../src/sandbox/worlds/parts/policy.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const REGISTRY = '123456789012';
const WORKLOAD = '444455556666';
const ROOT = 'r-sand';
const SCP = 'SERVICE_CONTROL_POLICY';
const RCP = 'RESOURCE_CONTROL_POLICY';

const incident = anIncident({ workload: { kind: 'role', role: `arn:aws:iam::${WORKLOAD}:role/checkout-exec` } });

async function read(change: (estate: Estate) => void) {
  const learned = await readFact('controlPolicies', incident, change);
  if (!learned.known) throw new Error(`a gap: ${learned.gap.reason}`);
  return learned;
}

describe('the levels', () => {
  it('go from the root down to the account, each with what is attached to it', async () => {
    const { value, evidence } = await read((estate) => {
      attachControl(estate, SCP, 'NoPulls', WORKLOADS_UNIT, deny(['ecr:BatchGetImage']));
    });
    expect(value.resource).toEqual({ account: REGISTRY, levels: null });
    const { service } = value;
    if (service === 'not-asked' || !('levels' in service)) throw new Error('not read');
    expect(service.levels?.map(({ target }) => target)).toEqual([
      `root ${ROOT}`,
      `organizational unit ${WORKLOADS_UNIT}`,
      `account ${WORKLOAD}`,
    ]);
    expect(service.levels?.map(({ policies }) => policies.length)).toEqual([1, 2, 1]);
    expect(service.levels?.[1]?.policies[1]).toMatchObject({
      name: `service control policy NoPulls (p-nopulls) on organizational unit ${WORKLOADS_UNIT}`,
      text: expect.stringContaining('ecr:BatchGetImage'),
    });
    expect(evidence).toContainEqual(
      expect.objectContaining({
        action: 'organizations:ListPoliciesForTarget',
        place: { account: REGISTRY, region: 'us-east-1' },
        subject: `account ${WORKLOAD}`,
        observed: 'service control policy FullAWSAccess (p-FullAWSAccess)',
      }),
    );
  });

  it('are read page by page', async () => {
    const names = Array.from({ length: 25 }, (_, index) => `Guard${index}`);
    const { value } = await read((estate) => {
      for (const name of names) attachControl(estate, SCP, name, ROOT, allow(['*']));
    });
    // With AWS's own, which allows all.
    expect(value.service).toMatchObject({ levels: [{ policies: { length: 26 } }, {}, {}] });
  });

  it('have an own list alone, where somebody took AWS’s own policy off', async () => {
    const { value } = await read((estate) => {
      attachControl(estate, SCP, 'ShopAllows', WORKLOADS_UNIT, allow(['iam:*']));
      estate.organizationPolicies.withoutFullAccess.push(WORKLOADS_UNIT);
    });
    expect(value.service).toMatchObject({
      levels: [{}, { policies: [{ name: expect.stringContaining('ShopAllows') }] }, {}],
    });
  });

  it('are as many as units nest, and more are too much', async () => {
    const nest = (depth: number) => (estate: Estate) => {
      const { parents, policyTypes } = estate.organizationPolicies;
      policyTypes.push(SCP);
      const units = Array.from({ length: depth }, (_, index) => `ou-sand-nested00${index}`);
      const path = [...units, ROOT];
      units.forEach((unit, index) => (parents[unit] = path[index + 1] ?? ROOT));
      parents[WORKLOAD] = units[0] ?? ROOT;
    };
    expect((await read(nest(5))).value.service).toMatchObject({ levels: { length: 7 } });
    expect((await read(nest(6))).value.service).toMatchObject({ gap: { reason: 'too-much' } });
  });
});

describe('resource control policies', () => {
  it('are those over the registry', async () => {
    const { value } = await read((estate) => attachControl(estate, RCP, 'Perimeter', REGISTRY, deny(['ecr:*'])));
    expect(value.resource).toMatchObject({
      account: REGISTRY,
      levels: [{ target: `root ${ROOT}` }, { target: `account ${REGISTRY}`, policies: { length: 2 } }],
    });
    expect(value.service).toEqual({ account: WORKLOAD, levels: null });
  });
});

describe('nothing binds', () => {
  it('where a type is not switched on, and nothing more is asked', async () => {
    const { value, evidence } = await read(() => undefined);
    expect(value).toEqual({
      service: { account: WORKLOAD, levels: null },
      resource: { account: REGISTRY, levels: null },
    });
    expect(evidence.map(({ action, observed }) => [action, observed])).toEqual([
      ['organizations:ListRoots', 'no service control policy is in use'],
      ['organizations:ListRoots', 'no resource control policy is in use'],
    ]);
  });

  it('the management account itself', async () => {
    const { value } = await read((estate) => {
      attachControl(estate, SCP, 'NoPulls', ROOT, deny(['ecr:*']));
      estate.organizationPolicies.managementAccount = WORKLOAD;
    });
    expect(value.service).toEqual({ account: WORKLOAD, levels: null });
  });
});

describe('what could not be asked', () => {
  it('is a gap with the call that was denied, for each kind of policy by itself', async () => {
    const { value } = await read((estate) => {
      attachControl(estate, SCP, 'NoPulls', ROOT, deny(['ecr:*']));
      estate.deniedToReader[REGISTRY] = ['organizations:ListPoliciesForTarget'];
    });
    expect(value.service).toMatchObject({
      account: WORKLOAD,
      gap: { reason: 'denied', action: 'organizations:ListPoliciesForTarget', account: REGISTRY },
    });
    expect(value.resource).toEqual({ account: REGISTRY, levels: null });
  });

  it('is a gap where the account that should may not after all', async () => {
    const { value } = await read(({ organizationPolicies }) => {
      organizationPolicies.delegatedAdministrators = [];
    });
    const gap = { reason: 'denied', action: 'organizations:ListRoots', account: REGISTRY };
    expect(value).toMatchObject({ service: { gap }, resource: { gap } });
  });

  it.each([
    [
      'an account of no organization',
      (estate: Estate) => delete estate.organizationPolicies.parents[WORKLOAD],
      WORKLOAD,
    ],
    ['a reader of no organization', (estate: Estate) => delete estate.organizationPolicies.parents[REGISTRY], REGISTRY],
  ])('leaves nothing open for %s', async (_who, leave) => {
    expect((await read(leave)).value.service).toBe('not-asked');
  });

  it('is nothing where ecr-why.yml names nobody that may', async () => {
    const estate = healthyEstate();
    attachControl(estate, SCP, 'NoPulls', ROOT, deny(['ecr:*']));
    const identities = new Identities({
      accounts: SANDBOX_ACCOUNTS.map((account) => ({ ...account, readsOrganization: false })),
      homeRegion: 'us-east-1',
      maxAttempts: 1,
      credentials: selfCredentials(estate),
      requestHandler: worldHandler(() => estate),
    });
    const learned = await new AwsFactSource(identities, new CallMeter()).learn('controlPolicies', incident);
    expect(learned).toMatchObject({
      known: true,
      value: { service: 'not-asked', resource: 'not-asked' },
      evidence: [],
    });
  });

  it('is nothing of service control policies where nobody knows who pulls', async () => {
    const learned = await readFact('controlPolicies', anIncident({ platform: 'kubernetes' }));
    expect(learned).toMatchObject({ known: true, value: { service: 'not-asked', resource: { account: REGISTRY } } });
  });
});
