import { describe, expect, it } from 'vitest';
import type { NetworkEstate } from '../../../../src/domain/network-estate.ts';
import type { SiblingTask } from '../../../../src/domain/facts/siblings.ts';
import { withDerivedFacts } from '../../../../src/investigation/derived-facts.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { aPuller, aWorkload } from '../../../support/facts.ts';
import { aGap, FakeFactSource } from '../../../support/fake-fact-source.ts';
import { ACCOUNT, natNetwork, REGION, withRoutes, withSource } from '../../../support/network.ts';

const HOST = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`;
const PLACE = { account: ACCOUNT, region: REGION };
const incident = anIncident({ image: { ...anImage(), registry: { kind: 'ecr', host: HOST, ...PLACE } } });

const open = natNetwork();
const shut = withRoutes(open, 'rtb-task', []);
/** The same VPC seen from another of its subnets. */
const elsewhere = (estate: NetworkEstate): NetworkEstate =>
  withSource(estate, { id: 'subnet-public', subnet: 'subnet-public', hasPublicAddress: true, addresses: 'unknown' });

const sibling = (parts: Partial<SiblingTask> = {}): SiblingTask => ({
  id: 'ab12',
  pulledAt: '2026-03-01T14:02:00Z',
  taskDefinition: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/checkout:7',
  platformVersion: '1.4.0',
  subnet: 'subnet-task',
  securityGroups: ['sg-task'],
  hasPublicAddress: false,
  ...parts,
});

function source(estates: readonly NetworkEstate[], siblings: readonly SiblingTask[] | 'gap' = []) {
  const facts = {
    workload: aWorkload({ ...PLACE, platformVersion: '1.4.0' }),
    puller: aPuller(PLACE),
    pullerRoles: [],
    network: { estates, gaps: [] },
    ...(siblings !== 'gap' && { siblings }),
  };
  return new FakeFactSource(facts, siblings === 'gap' ? [aGap('siblings')] : []);
}
const pullOf = (estates: readonly NetworkEstate[], siblings: readonly SiblingTask[] | 'gap') =>
  withDerivedFacts(source(estates, siblings)).learn('siblingPull', incident);

describe('the sibling that pulled', () => {
  it.each<[string, SiblingTask, object | null]>([
    ['is nobody who stood and was made just so', sibling(), null],
    [
      'is nobody of whom nothing else is known',
      sibling({ securityGroups: 'unknown', hasPublicAddress: 'unknown' }),
      null,
    ],
    [
      'stood in another subnet',
      sibling({ subnet: 'subnet-public', securityGroups: ['sg-task'] }),
      { there: 'subnet-public', differences: [{ what: 'route table' }, { what: 'network ACL' }] },
    ],
    ['stood in another VPC', sibling({ subnet: 'subnet-elsewhere' }), { there: 'subnet-elsewhere', differences: [] }],
    ['wore other groups', sibling({ securityGroups: ['sg-old'] }), { differences: [{ what: 'security groups' }] }],
    [
      'had a public address',
      sibling({ hasPublicAddress: true }),
      { differences: [{ what: 'public address', here: 'none', there: 'one' }] },
    ],
    [
      'ran on another platform',
      sibling({ platformVersion: '1.3.0' }),
      { differences: [{ what: 'platform version', here: '1.4.0', there: '1.3.0' }] },
    ],
    ['ran on whatever was the latest, which says nothing', sibling({ platformVersion: 'LATEST' }), null],
    [
      'was made from another revision',
      sibling({ taskDefinition: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/checkout:6' }),
      { differences: [{ what: 'task definition', here: 'checkout:7', there: 'checkout:6' }] },
    ],
  ])('%s', async (_title, one, value) => {
    const learned = await pullOf([shut], [one]);
    if (value === null) expect(learned).toMatchObject({ known: true, value: null });
    else expect(learned).toMatchObject({ known: true, value: { task: 'ab12', here: 'subnet-task', ...value } });
  });

  it('is the newest of those that differ', async () => {
    const pulled = [sibling({ id: 'new' }), sibling({ id: 'old', securityGroups: ['sg-old'] })];
    expect(await pullOf([shut], pulled)).toMatchObject({ known: true, value: { task: 'old' } });
  });

  it('is not asked for where no way is shut', async () => {
    expect(await pullOf([open], 'gap')).toMatchObject({ known: true, value: null });
  });

  it('is not known where the tasks could not be read', async () => {
    expect(await pullOf([shut], 'gap')).toMatchObject({ known: false });
  });
});

describe('the open subnet', () => {
  const learn = (...estates: NetworkEstate[]) => withDerivedFacts(source(estates)).learn('openSubnet', incident);

  it('is one out of which every connection gets through, beside one where that is not so', async () => {
    expect(await learn(shut, elsewhere(shut))).toMatchObject({
      known: true,
      value: {
        here: 'subnet-task',
        there: 'subnet-public',
        differences: expect.arrayContaining([{ what: 'route table', here: 'rtb-task', there: 'rtb-public' }]),
      },
    });
  });

  it.each<[string, readonly NetworkEstate[]]>([
    ['all are open', [open, elsewhere(open)]],
    ['there is but one', [shut]],
    ['of the other it is not known', [shut, { ...elsewhere(shut), networkAcls: 'unknown' }]],
  ])('is none when %s', async (_when, estates) => {
    expect(await learn(...estates)).toMatchObject({ known: true, value: null });
  });
});
