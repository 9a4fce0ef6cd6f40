import { RevokeSecurityGroupEgressCommand } from '@aws-sdk/client-ec2';
import { PutLifecyclePolicyCommand } from '@aws-sdk/client-ecr';
import { describe, expect, it } from 'vitest';
import { AwsFactSource } from '../../../src/aws/fact-source.ts';
import { CallMeter } from '../../../src/aws/meter.ts';
import type { ConfiguredAccount } from '../../../src/domain/account.ts';
import type { EcrIncident } from '../../../src/domain/check.ts';
import type { Diagnosis } from '../../../src/domain/diagnosis.ts';
import type { Finding } from '../../../src/domain/finding.ts';
import { withDerivedFacts } from '../../../src/investigation/derived-facts.ts';
import { investigate } from '../../../src/investigation/investigate.ts';
import { SYMPTOMS } from '../../support/an-incident.ts';
import { ACCOUNTS, ELSEWHERE, openIdentities, ownerOf, REGISTRY, WORKLOADS } from './accounts.ts';
import { allow } from './iam.ts';
import { createRepository } from './images.ts';
import { becomeUser, createRoles } from './become-user.ts';
import { useMoto } from './moto.ts';
import { aPull, CHECKOUT } from './reading.ts';
import { buildShop } from './shop.ts';

useMoto();

/** Investigates as a user who may do no more than docs/iam asks for. */
async function diagnose(incident: EcrIncident, accounts: readonly ConfiguredAccount[] = ACCOUNTS): Promise<Diagnosis> {
  for (const account of [REGISTRY, WORKLOADS]) await createRoles(account);
  await becomeUser();
  const meter = new CallMeter();
  const bugs: unknown[] = [];
  const diagnosis = await investigate(incident, {
    source: withDerivedFacts(new AwsFactSource(openIdentities(accounts), meter)),
    tell: () => undefined,
    onBug: (_check, error) => bugs.push(error),
  });
  expect(bugs).toEqual([]);
  expect(meter.duplicates).toBe(0);
  return diagnosis;
}

const idsOf = (findings: readonly Finding[]): readonly string[] => findings.map(({ check }) => check);

interface Broken {
  readonly when: string;
  readonly build: () => Promise<unknown>;
  readonly pull: Partial<EcrIncident> & { readonly tag?: string; readonly repository?: string };
  readonly cause: string;
  readonly because?: readonly string[];
  readonly follows?: readonly string[];
}

const BROKEN: readonly Broken[] = [
  {
    when: 'the tag is written differently',
    build: () => buildShop(),
    pull: { symptom: SYMPTOMS.notFound, tag: '2.1.0' },
    cause: 'missing-image',
    because: ['mistyped-tag'],
  },
  {
    when: 'a lifecycle rule removes such tags',
    build: async () => {
      await buildShop();
      await expireAllBut(1);
    },
    pull: { symptom: SYMPTOMS.notFound, tag: 'v1.0.0' },
    cause: 'missing-image',
    because: ['expired-by-lifecycle'],
  },
  {
    when: 'the repository is misspelt, and another Region has one of that name',
    build: async () => {
      await buildShop();
      await createRepository(ownerOf(REGISTRY, ELSEWHERE), 'shop/apis');
    },
    pull: { symptom: SYMPTOMS.notFound, repository: 'shop/apis' },
    cause: 'missing-repository',
    because: ['misspelt-repository', 'repository-elsewhere'],
  },
  {
    when: 'the execution role may do nothing',
    build: () => buildShop({ execution: {} }),
    pull: { symptom: SYMPTOMS.tokenDenied },
    cause: 'denied-token',
    follows: ['denied-pull'],
  },
  {
    when: 'the execution role may get a token and nothing else',
    build: () => buildShop({ execution: { token: allow('ecr:GetAuthorizationToken') } }),
    pull: { symptom: SYMPTOMS.denied },
    cause: 'denied-pull',
  },
  {
    when: 'the registry account does not share the repository',
    build: () => buildShop({ isShared: false }),
    pull: { symptom: SYMPTOMS.denied },
    cause: 'denied-pull',
  },
  {
    when: 'the group of the task lets nothing out',
    build: async () => {
      const { taskGroup, endpointGroup, s3List } = await buildShop();
      const https = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };
      const toEndpoints = { ...https, UserIdGroupPairs: [{ GroupId: endpointGroup }] };
      const toS3 = { ...https, PrefixListIds: [{ PrefixListId: s3List }] };
      await ownerOf(WORKLOADS).ec2.send(
        new RevokeSecurityGroupEgressCommand({ GroupId: taskGroup, IpPermissions: [toEndpoints, toS3] }),
      );
    },
    pull: { symptom: SYMPTOMS.timeout },
    cause: 'egress-closed',
  },
];

describe('investigate', () => {
  it.each(BROKEN)('names $cause when $when', async ({ build, pull, cause, because = [], follows = [] }) => {
    await build();
    const { conclusion } = await diagnose(aPull({ workload: CHECKOUT, ...pull }));
    if (conclusion.kind !== 'explained') throw new Error(`the conclusion is ${JSON.stringify(conclusion)}`);
    expect(conclusion.cause.check).toBe(cause);
    expect(idsOf(conclusion.because)).toEqual(because);
    expect(idsOf(conclusion.follows)).toEqual(follows);
    expect(conclusion.alsoWrong).toEqual([]);
  });

  it.each([
    ['a person asks', null, ['path', 'object']],
    ['the text is of old', SYMPTOMS.notFound, ['object']],
  ])(
    'finds nothing wrong, and is not sure of the network and the deployment that moto tells only parts of, when %s',
    async (_when, symptom, unsure) => {
      await buildShop();
      const { conclusion, findings } = await diagnose(aPull({ workload: CHECKOUT, symptom }));
      if (conclusion.kind !== 'undetermined') throw new Error(`the conclusion is ${conclusion.kind}`);
      expect(new Set(conclusion.unknown.map(({ position }) => position.step))).toEqual(new Set(unsure));
      expect(findings.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    },
  );

  it('finds the workload by its image, and offers no fix while no trail says who overwrites tags', async () => {
    await buildShop({ tagMutability: 'MUTABLE' });
    const { conclusion, findings, fixes } = await diagnose(aPull({ symptom: SYMPTOMS.denied }));
    expect(conclusion.kind === 'undetermined' && idsOf(conclusion.alsoWrong)).toEqual(['mutable-tags']);
    expect(findings.find(({ check }) => check === 'denied-pull')).toMatchObject({ verdict: 'pass', answer: 'allowed' });
    expect(fixes).toEqual([]);
  });

  it('cannot tell anything of a registry in an account that is not configured', async () => {
    await buildShop();
    const workloadsOnly = ACCOUNTS.filter(({ id }) => id === WORKLOADS);
    const { conclusion } = await diagnose(aPull({ workload: CHECKOUT, symptom: SYMPTOMS.notFound }), workloadsOnly);
    if (conclusion.kind !== 'undetermined') throw new Error(`the conclusion is ${conclusion.kind}`);
    const reasons = conclusion.unknown.flatMap(({ gaps }) => gaps.map(({ reason }) => reason));
    expect(new Set(reasons)).toEqual(new Set(['account-not-configured']));
  });
});

async function expireAllBut(countNumber: number): Promise<void> {
  const selection = { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber };
  const policy = { rules: [{ rulePriority: 1, selection, action: { type: 'expire' } }] };
  await ownerOf(REGISTRY).ecr.send(
    new PutLifecyclePolicyCommand({ repositoryName: 'shop/api', lifecyclePolicyText: JSON.stringify(policy) }),
  );
}
