import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../src/domain/facts.ts';
import { withDerivedFacts } from '../../../../src/investigation/derived-facts.ts';
import { judgeUpstreamAccess } from '../../../../src/investigation/derived/access/upstream-access.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { FakeFactSource } from '../../../support/fake-fact-source.ts';
import { anUpstream, aRule } from '../../../support/facts.ts';

const HERE = '123456789012';
const ROLE = `arn:aws:iam::${HERE}:role/ecr-cache`;
const NEEDED = [
  'ecr:BatchGetImage',
  'ecr:GetDownloadUrlForLayer',
  'ecr:BatchImportUpstreamImage',
  'ecr:GetImageCopyStatus',
];

const granting = (principal: string, actions: readonly string[]) => ({
  name: 'repository policy',
  text: JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: { AWS: principal }, Action: actions, Resource: '*' },
  }),
});

const deniedIn = (parts: Parameters<typeof anUpstream>[0]): readonly string[] =>
  judgeUpstreamAccess(ROLE, HERE, anUpstream(parts)).actions.flatMap(({ action, outcome }) =>
    outcome === 'allowed' ? [] : [action],
  );

describe('the upstream registry', () => {
  it.each<[string, Parameters<typeof anUpstream>[0], readonly string[]]>([
    ['without policies', {}, NEEDED],
    ['whose repository grants all to the cache’s account', { repositoryPolicy: granting(HERE, NEEDED) }, []],
    ['whose repository grants all to the role', { repositoryPolicy: granting(ROLE, NEEDED) }, []],
    [
      'whose repository grants only the pull',
      { repositoryPolicy: granting(HERE, NEEDED.slice(0, 2)) },
      NEEDED.slice(2),
    ],
    ['that grants all by its registry policy', { registryPolicy: { ...granting(HERE, NEEDED), scope: 'V2' } }, []],
    [
      'whose registry policy is of scope V1',
      { registryPolicy: { ...granting(HERE, NEEDED), scope: 'V1' } },
      NEEDED.filter((each) => each !== 'ecr:BatchImportUpstreamImage'),
    ],
  ])('%s', (_which, parts, denied) => {
    expect(deniedIn(parts)).toEqual(denied);
  });
});

it.each<[string, Partial<Facts>]>([
  ['nothing is to be imported', { importingRule: null, upstreamRepository: null }],
  ['the upstream is no registry of ECR', { importingRule: aRule(), upstreamRepository: null }],
  [
    'it is of the same account',
    { importingRule: aRule({ customRole: ROLE }), upstreamRepository: anUpstream({ account: HERE }) },
  ],
])('is null when %s', async (_when, facts) => {
  const source = withDerivedFacts(new FakeFactSource(facts));
  expect(await source.learn('upstreamAccess', anIncident())).toMatchObject({ known: true, value: null });
});
