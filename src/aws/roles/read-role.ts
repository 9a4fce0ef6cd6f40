import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  paginateListAttachedRolePolicies,
  paginateListRolePolicies,
} from '@aws-sdk/client-iam';
import type { Action, Arn, Place, Region } from '../../domain/aws.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { PullerRole } from '../../domain/facts/puller.ts';
import type { PolicyText } from '../../domain/facts/registry.ts';
import { accountOf, lastPart } from '../../domain/arn.ts';
import { NO_SUCH_ENTITY } from '../errors.ts';
import { everyItem } from '../every-item.ts';
import type { Reader } from '../reader.ts';

export const ROLE_ACTIONS = [
  'iam:GetRole',
  'iam:ListRolePolicies',
  'iam:GetRolePolicy',
  'iam:ListAttachedRolePolicies',
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
] as const satisfies readonly Action[];

export interface RoleReading {
  readonly role: PullerRole;
  readonly evidence: Evidence;
}

/** Reads roles with every policy on them; a managed policy that several of them share is read once. */
export class RoleReader {
  readonly #reader: Reader;
  readonly #region: Region;
  readonly #managed = new Map<Arn, Promise<PolicyText>>();

  /**
   * @param region IAM is global; its endpoint answers in any Region of the partition.
   * @param known policies that were read for another role.
   */
  constructor(reader: Reader, region: Region, known: readonly PolicyText[] = []) {
    this.#reader = reader;
    this.#region = region;
    for (const policy of known) {
      if (policy.arn !== undefined) this.#managed.set(policy.arn, Promise.resolve(policy));
    }
  }

  async read(arn: Arn, source: PullerRole['source']): Promise<RoleReading> {
    const account = accountOf(arn);
    const place = { account, region: this.#region };
    const name = lastPart(arn);
    const { output, says } = await this.#reader.ask(
      place,
      'iam:GetRole',
      ({ iam }) => iam.send(new GetRoleCommand({ RoleName: name })),
      NO_SUCH_ENTITY,
    );
    const found = output?.Role;
    if (found === undefined) {
      const nothing = { exists: false, trustPolicy: null, policies: [], permissionsBoundary: null, tags: {} };
      return { role: { arn, account, source, ...nothing }, evidence: says(name, 'no such role') };
    }
    const boundaryArn = found.PermissionsBoundary?.PermissionsBoundaryArn;
    const [inline, attached, permissionsBoundary] = await Promise.all([
      this.#inlinePolicies(place, name),
      this.#attachedPolicies(place, name),
      boundaryArn === undefined ? null : this.#managedPolicy(place, boundaryArn),
    ]);
    const policies = [...inline, ...attached];
    const trust = found.AssumeRolePolicyDocument;
    const role: PullerRole = {
      arn: found.Arn ?? arn,
      account,
      source,
      exists: true,
      trustPolicy: trust === undefined ? null : decodeURIComponent(trust),
      policies,
      permissionsBoundary,
      // GetRole tells them all: a role has 50 at most. (IAM API reference, Role; IAM user guide, "IAM and AWS STS quotas".)
      tags: Object.fromEntries(
        (found.Tags ?? []).flatMap(({ Key, Value }) => (Key === undefined ? [] : [[Key, Value ?? '']])),
      ),
    };
    return { role, evidence: says(name, describe(role)) };
  }

  async #inlinePolicies(place: Place, role: string): Promise<readonly PolicyText[]> {
    const { output } = await this.#reader.ask(place, 'iam:ListRolePolicies', ({ iam }) =>
      everyItem(paginateListRolePolicies({ client: iam }, { RoleName: role }), ({ PolicyNames }) => PolicyNames),
    );
    return Promise.all(
      (output ?? []).map(async (name) => {
        const { output: policy } = await this.#reader.ask(place, 'iam:GetRolePolicy', ({ iam }) =>
          iam.send(new GetRolePolicyCommand({ RoleName: role, PolicyName: name })),
        );
        return { name: `inline policy ${name}`, text: decodeURIComponent(policy?.PolicyDocument ?? '') };
      }),
    );
  }

  async #attachedPolicies(place: Place, role: string): Promise<readonly PolicyText[]> {
    const { output } = await this.#reader.ask(place, 'iam:ListAttachedRolePolicies', ({ iam }) =>
      everyItem(
        paginateListAttachedRolePolicies({ client: iam }, { RoleName: role }),
        ({ AttachedPolicies }) => AttachedPolicies,
      ),
    );
    const arns = (output ?? []).flatMap(({ PolicyArn }) => PolicyArn ?? []);
    return Promise.all(arns.map((arn) => this.#managedPolicy(place, arn)));
  }

  #managedPolicy(place: Place, arn: Arn): Promise<PolicyText> {
    const known = this.#managed.get(arn) ?? this.#readManaged(place, arn);
    this.#managed.set(arn, known);
    return known;
  }

  async #readManaged(place: Place, arn: Arn): Promise<PolicyText> {
    const { output } = await this.#reader.ask(place, 'iam:GetPolicy', ({ iam }) =>
      iam.send(new GetPolicyCommand({ PolicyArn: arn })),
    );
    const version = output?.Policy?.DefaultVersionId;
    const { output: read } = await this.#reader.ask(place, 'iam:GetPolicyVersion', ({ iam }) =>
      iam.send(new GetPolicyVersionCommand({ PolicyArn: arn, VersionId: version })),
    );
    const text = decodeURIComponent(read?.PolicyVersion?.Document ?? '');
    return { name: `managed policy ${lastPart(arn)}`, text, arn };
  }
}

function describe({ policies, permissionsBoundary: boundary, tags }: PullerRole): string {
  const names = policies.length === 0 ? 'no policy at all' : policies.map(({ name }) => name).join(', ');
  const tagged = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  return [
    names,
    ...(boundary === null ? [] : [`boundary ${boundary.name}`]),
    ...(tagged.length === 0 ? [] : [`tags ${tagged.join(', ')}`]),
  ].join('; ');
}
