import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  paginateListAttachedRolePolicies,
  paginateListRolePolicies,
} from '@aws-sdk/client-iam';
import type { Arn, Place } from '../../domain/aws.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { EcsWorkload, PullerRole } from '../../domain/puller-facts.ts';
import type { PolicyText } from '../../domain/registry-facts.ts';
import { AwsTrouble } from '../errors.ts';
import { isPulledByService, unnamedPuller } from '../puller.ts';
import { defineFact, type Reader } from '../reader.ts';
import { registryOf } from '../registry-place.ts';
import { roleArnOf } from '../role-arn.ts';

/**
 * On EC2 the instance role may pull as well as the execution role, and only the denial itself says which one did. A
 * capacity provider that is none of AWS's own, `unknown` to us, is a group of EC2 instances.
 */
const PULLS_WITH_EXECUTION_ROLE: ReadonlySet<EcsWorkload['launchType']> = new Set([
  'FARGATE',
  'MANAGED_INSTANCES',
  'EXTERNAL',
]);

const NOT_THERE = ['NoSuchEntityException', 'NoSuchEntity'];

export const pullerRole = defineFact({
  name: 'pullerRole',
  actions: [
    'iam:GetRole',
    'iam:ListRolePolicies',
    'iam:GetRolePolicy',
    'iam:ListAttachedRolePolicies',
    'iam:GetPolicy',
    'iam:GetPolicyVersion',
  ],
  async read(reader) {
    const puller = await whoPulls(reader);
    if (puller === null) return { value: null, evidence: [] };
    const { arn, source } = puller;
    const account = arn.split(':')[4] ?? '';
    // IAM is global; its endpoint answers in any Region of the partition, so the registry's will do.
    const place = { account, region: puller.region };
    const name = arn.split('/').at(-1) ?? '';
    const { output, says } = await reader.ask(
      place,
      'iam:GetRole',
      ({ iam }) => iam.send(new GetRoleCommand({ RoleName: name })),
      NOT_THERE,
    );
    const role = output?.Role;
    if (role === undefined) {
      const value: PullerRole = {
        arn,
        account,
        source,
        exists: false,
        trustPolicy: null,
        policies: [],
        permissionsBoundary: null,
      };
      return { value, evidence: [says(name, 'no such role')] };
    }
    const boundaryArn = role.PermissionsBoundary?.PermissionsBoundaryArn;
    const [inline, attached, boundary] = await Promise.all([
      inlinePolicies(reader, place, name),
      attachedPolicies(reader, place, name),
      boundaryArn === undefined ? null : managedPolicy(reader, place, boundaryArn),
    ]);
    const policies = [...inline, ...attached];
    const value: PullerRole = {
      arn: role.Arn ?? arn,
      account,
      source,
      exists: true,
      trustPolicy:
        role.AssumeRolePolicyDocument === undefined ? null : decodeURIComponent(role.AssumeRolePolicyDocument),
      policies,
      permissionsBoundary: boundary,
    };
    return { value, evidence: [says(name, describe(policies, boundary))] satisfies Evidence[] };
  },
});

async function whoPulls(reader: Reader): Promise<{ arn: Arn; source: PullerRole['source']; region: string } | null> {
  const { incident } = reader;
  const { denial, workload: named } = incident;
  const { region } = registryOf(reader).place;
  if (isPulledByService(incident)) throw unnamedPuller(incident);
  if (named?.kind === 'role') return { arn: named.role, source: 'named-by-person', region };
  if (denial !== null) {
    const arn = roleArnOf(denial.principal);
    if (arn === null) throw new AwsTrouble('puller-is-no-role', {});
    return { arn, source: 'named-by-message', region };
  }
  const { launchType, executionRole, ...workload } = await reader.need('workload');
  if (!PULLS_WITH_EXECUTION_ROLE.has(launchType)) throw new AwsTrouble('puller-on-instance', {});
  if (executionRole === null) return null;
  return { arn: executionRole, source: 'execution-role', region: workload.region };
}

async function inlinePolicies(reader: Reader, place: Place, role: string): Promise<readonly PolicyText[]> {
  const { output } = await reader.ask(place, 'iam:ListRolePolicies', async ({ iam }) => {
    const names: string[] = [];
    for await (const page of paginateListRolePolicies({ client: iam }, { RoleName: role }))
      names.push(...(page.PolicyNames ?? []));
    return names;
  });
  return Promise.all(
    (output ?? []).map(async (name) => {
      const { output: policy } = await reader.ask(place, 'iam:GetRolePolicy', ({ iam }) =>
        iam.send(new GetRolePolicyCommand({ RoleName: role, PolicyName: name })),
      );
      return { name: `inline policy ${name}`, text: decodeURIComponent(policy?.PolicyDocument ?? '') };
    }),
  );
}

async function attachedPolicies(reader: Reader, place: Place, role: string): Promise<readonly PolicyText[]> {
  const { output } = await reader.ask(place, 'iam:ListAttachedRolePolicies', async ({ iam }) => {
    const arns: Arn[] = [];
    for await (const page of paginateListAttachedRolePolicies({ client: iam }, { RoleName: role })) {
      arns.push(...(page.AttachedPolicies ?? []).flatMap(({ PolicyArn }) => PolicyArn ?? []));
    }
    return arns;
  });
  return Promise.all((output ?? []).map((arn) => managedPolicy(reader, place, arn)));
}

async function managedPolicy(reader: Reader, place: Place, arn: Arn): Promise<PolicyText> {
  const { output } = await reader.ask(place, 'iam:GetPolicy', ({ iam }) =>
    iam.send(new GetPolicyCommand({ PolicyArn: arn })),
  );
  const version = output?.Policy?.DefaultVersionId;
  const { output: read } = await reader.ask(place, 'iam:GetPolicyVersion', ({ iam }) =>
    iam.send(new GetPolicyVersionCommand({ PolicyArn: arn, VersionId: version })),
  );
  return {
    name: `managed policy ${arn.split('/').at(-1)}`,
    text: decodeURIComponent(read?.PolicyVersion?.Document ?? ''),
  };
}

function describe(policies: readonly PolicyText[], boundary: PolicyText | null): string {
  const names = policies.length === 0 ? 'no policy at all' : policies.map(({ name }) => name).join(', ');
  return boundary === null ? names : `${names}; boundary ${boundary.name}`;
}
