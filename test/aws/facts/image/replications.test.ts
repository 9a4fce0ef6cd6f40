import { expect, it } from 'vitest';
import type { Estate } from '../../../../src/sandbox/aws/estate.ts';
import { pushAbroad, replicateHome, sentHome } from '../../../../src/sandbox/worlds/parts/abroad.ts';
import { findAccount } from '../../../../src/sandbox/worlds/parts/find.ts';
import { ABROAD as ABROAD_REGION, HOME, REGISTRY, WORKLOAD } from '../../../../src/sandbox/worlds/parts/names.ts';
import { image, registry, repository } from '../../../../src/sandbox/worlds/parts/registry.ts';
import { ago } from '../../../../src/sandbox/worlds/parts/time.ts';
import { anImage, anIncident } from '../../../support/an-incident.ts';
import { readFact } from '../../../support/read-fact.ts';

const ABROAD = { account: '123456789012', region: 'eu-west-1' };
const asked = anIncident({ image: anImage({ repository: 'shop/api', tag: 'v9.9.9' }) });

const push = (estate: Estate) => pushAbroad(estate, 'shop/api', 'v9.9.9', { hours: 3 });
const read = (change: (estate: Estate) => void) => readFact('replications', asked, change);

it.each([
  ['in-progress', { status: 'IN_PROGRESS' }],
  ['complete', { status: 'COMPLETE' }],
  ['failed', { status: 'FAILED', failureCode: 'AccessDenied' }],
] as const)('is %s where ECR says so', async (state, said) => {
  const learned = await read((estate) => {
    replicateHome(estate, 'shop/');
    sentHome(push(estate), said);
  });
  const failure = 'failureCode' in said ? said.failureCode : null;
  expect(learned).toMatchObject({
    known: true,
    value: [{ ...ABROAD, state, failure, prefixes: ['shop/'] }],
    evidence: [{ action: 'ecr:DescribeRegistry' }, { action: 'ecr:DescribeImageReplicationStatus' }],
  });
});

it('was not sent when a rule takes the repository and ECR tells of no attempt to here', async () => {
  const learned = await read((estate) => {
    replicateHome(estate);
    push(estate).replications = [{ account: '123456789012', region: 'eu-north-1', status: 'COMPLETE' }];
  });
  expect(learned).toMatchObject({ value: [{ state: 'not-sent', prefixes: [] }] });
});

it('is what ECR says of here, and not of the same Region of the source’s own account', async () => {
  const learned = await read((estate) => {
    const sent = image('shop/api', ['v9.9.9'], ago(estate.now, { hours: 3 }));
    sent.replications = [
      { account: WORKLOAD, region: HOME, status: 'COMPLETE' },
      { account: REGISTRY, region: HOME, status: 'FAILED' },
    ];
    const source = registry([repository('shop/api', ago(estate.now, { days: 30 }), [sent])]);
    source.replicationRules = [{ destinations: [{ account: REGISTRY, region: HOME }], prefixes: [] }];
    findAccount(estate, WORKLOAD).registries[ABROAD_REGION] = source;
  });
  expect(learned).toMatchObject({ value: [{ account: WORKLOAD, state: 'failed' }] });
});

it.each<[string, readonly string[], object]>([
  ['takes nothing that is said of a third account', ['777788889999'], { known: true, value: [{ state: 'not-sent' }] }],
  [
    'does not choose between two of the source’s own',
    [WORKLOAD, WORKLOAD],
    { known: false, gap: { reason: 'unavailable' } },
  ],
])('%s', async (_what, accounts, expected) => {
  const learned = await read((estate) => {
    const sent = image('shop/api', ['v9.9.9'], ago(estate.now, { hours: 3 }));
    sent.replications = accounts.map((account) => ({ account, region: HOME, status: 'COMPLETE' }));
    const source = registry([repository('shop/api', ago(estate.now, { days: 30 }), [sent])]);
    source.replicationRules = [{ destinations: [{ account: REGISTRY, region: HOME }], prefixes: [] }];
    findAccount(estate, WORKLOAD).registries[ABROAD_REGION] = source;
  });
  expect(learned).toMatchObject(expected);
});

it('leaves out what no filter takes, and does not ask for the image then', async () => {
  const learned = await read((estate) => {
    replicateHome(estate, 'base/', 'shop/web');
    push(estate);
  });
  expect(learned).toMatchObject({
    value: [{ state: 'left-out', prefixes: ['base/', 'shop/web'] }],
    evidence: [{ action: 'ecr:DescribeRegistry' }],
  });
});

it('is none without a rule to here, and without a place that has the image', async () => {
  expect(await read(push)).toMatchObject({ known: true, value: [] });
  expect(await read((estate) => replicateHome(estate))).toMatchObject({ known: true, value: [] });
});

it('is a gap when the only source may not be asked', async () => {
  const learned = await read((estate) => {
    replicateHome(estate);
    push(estate);
    estate.deniedToReader = { '123456789012': ['ecr:DescribeImageReplicationStatus'] };
  });
  expect(learned).toMatchObject({
    known: false,
    gap: { reason: 'denied', action: 'ecr:DescribeImageReplicationStatus', ...ABROAD },
  });
});
