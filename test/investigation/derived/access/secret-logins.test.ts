import { expect, it } from 'vitest';
import { secretLogins } from '../../../../src/investigation/derived/access/secret-logins.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { aPuller, aWorkload } from '../../../support/facts.ts';
import { aGap, FakeFactSource } from '../../../support/fake-fact-source.ts';

const workload = aWorkload({ imagesWithCredentials: ['an-image'] });

it.each([
  ['fargate-task', ['an-image']],
  ['ecs-instance', ['an-image']],
  ['eks-node', null],
  ['lambda-function', null],
  ['build', null],
] as const)('of what %s pulls are %j', async (kind, value) => {
  const source = new FakeFactSource({ puller: aPuller({ kind }), workload });
  expect(await secretLogins.derive((name) => source.learn(name), anIncident())).toMatchObject({ known: true, value });
});

it.each(['puller', 'workload'] as const)('are a gap where %s is', async (fact) => {
  const source = new FakeFactSource({ puller: aPuller({ kind: 'fargate-task' }) }, [aGap(fact)]);
  expect(await secretLogins.derive((name) => source.learn(name), anIncident())).toMatchObject({ known: false });
});
