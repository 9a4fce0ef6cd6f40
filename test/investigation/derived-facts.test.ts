import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/domain/facts.ts';
import type { PullerRole } from '../../src/domain/facts/puller.ts';
import { withDerivedFacts } from '../../src/investigation/derived-facts.ts';
import { anIncident } from '../support/an-incident.ts';
import { aPuller } from '../support/facts.ts';
import { aGap, FakeFactSource } from '../support/fake-fact-source.ts';

const role = (account: string): PullerRole => ({
  arn: `arn:aws:iam::${account}:role/exec`,
  account,
  source: 'execution-role',
  exists: true,
  trustPolicy: null,
  policies: [
    {
      name: 'inline policy pull',
      text: JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'ecr:*', Resource: '*' } }),
    },
  ],
  permissionsBoundary: null,
  tags: {},
});

const NONE: Partial<Facts> = {
  pullerRoles: [role('123456789012')],
  repositoryPolicy: null,
  registryPolicy: null,
  controlPolicies: { service: 'not-asked', resource: 'not-asked' },
};
const learn = (facts: Partial<Facts>, ...gaps: Parameters<typeof aGap>[]) =>
  withDerivedFacts(
    new FakeFactSource(
      facts,
      gaps.map((gap) => aGap(...gap)),
    ),
  ).learn('pullAccess', anIncident());

describe('pullAccess', () => {
  it('builds on the role and on both policies', async () => {
    const learned = await learn(NONE);
    expect(learned).toMatchObject({
      known: true,
      value: { actions: [{ outcome: 'allowed' }, { outcome: 'allowed' }] },
    });
    expect(learned.known && learned.evidence.map(({ subject }) => subject)).toEqual([
      'pullerRoles',
      'repositoryPolicy',
      'registryPolicy',
      'controlPolicies',
    ]);
  });

  it.each(['pullerRoles', 'repositoryPolicy', 'registryPolicy'] as const)(
    'is the gap in %s, when that could turn the answer',
    async (fact) => {
      const learned = await learn(NONE, [fact, { action: 'ecr:Test' }]);
      expect(learned).toMatchObject({ known: false, gap: { fact: 'pullAccess', action: 'ecr:Test' } });
    },
  );

  it('is known in spite of a gap that cannot turn it', async () => {
    const none = { ...role('444455556666'), policies: [] };
    const learned = await learn({ ...NONE, pullerRoles: [none] }, ['registryPolicy'], ['repositoryPolicy']);
    expect(learned).toMatchObject({ known: true, value: { actions: [{ outcome: 'denied' }, { outcome: 'denied' }] } });
  });

  it('is the gap when that could turn the answer for one of two that may pull', async () => {
    const without = { ...role('444455556666'), policies: [] };
    const facts = { ...NONE, pullerRoles: [without, role('444455556666')] };
    expect(await learn(facts, ['repositoryPolicy'])).toMatchObject({ known: false, gap: { fact: 'pullAccess' } });
  });

  it('is that of the service where one pulls in its own name', async () => {
    const service = { principal: 'lambda.amazonaws.com', sourceArn: 'arn', sourceAccount: '444455556666' };
    const learned = await learn({ ...NONE, pullerRoles: [], puller: aPuller({ roles: [], service }) });
    expect(learned).toMatchObject({
      known: true,
      value: {
        principal: 'lambda.amazonaws.com',
        exists: true,
        actions: [{ outcome: 'denied' }, { outcome: 'denied' }],
      },
    });
  });
});
