import { expect, it } from 'vitest';
import { checkRegion } from '../../../src/aws/doctor/check-region.ts';
import { Identities } from '../../../src/aws/identities.ts';
import { SANDBOX_ACCOUNTS, selfCredentials } from '../../../src/sandbox/accounts.ts';
import { worldHandler } from '../../../src/sandbox/aws/handler.ts';
import { healthyEstate } from '../../../src/sandbox/worlds/healthy-estate.ts';
import { READ_ROLE, REGISTRY, roleArn, WORKLOAD } from '../../../src/sandbox/worlds/parts/names.ts';

it('asks AWS whose session it holds, and tries nothing in an account that was not meant', async () => {
  const estate = healthyEstate();
  const role = roleArn(WORKLOAD, READ_ROLE);
  const identities = new Identities({
    accounts: SANDBOX_ACCOUNTS.map((account) => ({ ...account, readRole: role })),
    homeRegion: 'us-east-1',
    maxAttempts: 1,
    credentials: selfCredentials(estate),
    requestHandler: worldHandler(() => estate),
  });
  const self = await identities.self();
  const desk = { identities, self, actions: [], probes: {}, turn: <Result>(work: () => Promise<Result>) => work() };
  const { answers, troubles } = await checkRegion({ account: REGISTRY, region: 'us-east-1' }, role, [], desk);
  expect(troubles).toEqual([{ kind: 'wrong-account', region: 'us-east-1', role, action: null, found: WORKLOAD }]);
  expect(answers.size).toBe(0);
});
