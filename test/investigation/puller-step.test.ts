import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/domain/facts.ts';
import { pullerStep } from '../../src/investigation/puller-step.ts';
import { anIncident } from '../support/an-incident.ts';
import { aGap, FakeFactSource } from '../support/fake-fact-source.ts';
import { aPuller, aWorkload } from '../support/facts.ts';

const SERVICE = { kind: 'ecs-service', place: {}, cluster: 'prod', service: 'checkout' } as const;
const CLUSTERS = {
  clusters: ['a', 'b', 'c'].map((name) => ({
    account: name === 'c' ? '123456789012' : '444455556666',
    region: 'us-east-1',
    arn: name,
  })),
  gaps: [],
};
const noBug = (): void => undefined;
const told = (facts: Partial<Facts>, gaps: Parameters<typeof aGap>[] = [], workload: typeof SERVICE | null = SERVICE) =>
  pullerStep(
    anIncident({ workload }),
    new FakeFactSource(
      { pullerRoles: [], ...facts },
      gaps.map((gap) => aGap(...gap)),
    ),
    noBug,
  );

describe('who pulls', () => {
  it('is named with its account and its role', async () => {
    expect(await told({ puller: aPuller() })).toMatchObject({
      status: 'pass',
      lines: ['service checkout in cluster prod, account 444455556666 us-east-1, execution role checkout-exec'],
    });
  });

  it('is told with both roles where either may pull', async () => {
    const instance = { arn: 'arn:aws:iam::444455556666:role/instances', source: 'instance-role' } as const;
    const puller = aPuller({ roles: [...aPuller().roles, instance] });
    expect((await told({ puller })).lines[0]).toContain(
      'one of execution role checkout-exec and instance role instances',
    );
  });

  it('is told with the service that pulls in its own name', async () => {
    const puller = aPuller({
      name: 'function resize',
      roles: [],
      service: { principal: 'lambda.amazonaws.com', sourceArn: 'arn', sourceAccount: '444455556666' },
    });
    expect((await told({ puller })).lines[0]).toContain('which lambda.amazonaws.com pulls for');
  });

  it('is told with how far the search went', async () => {
    const searched = { clusters: 3, accounts: 2 };
    const facts = { puller: aPuller(), workload: aWorkload({ searched }), ecsClusters: CLUSTERS };
    expect((await told(facts, [], null)).lines[0]).toBe('looked at 3 clusters in 2 accounts');
  });

  it('says how far it looked in vain', async () => {
    const nobody = { reason: 'no-puller-found' } as const;
    const { status, lines } = await told(
      { ecsClusters: CLUSTERS },
      [
        ['puller', nobody],
        ['workload', nobody],
      ],
      null,
    );
    expect(status).toBe('unknown');
    expect(lines).toEqual([
      'looked at 3 clusters in 2 accounts',
      expect.stringContaining('Nothing that I can see in ECS pulls this image'),
    ]);
  });
});
