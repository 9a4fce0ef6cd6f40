import type { Arn, Place, Region, Timestamp } from '../aws.ts';
import type { Image, PolicyText, PullThroughRule, RegistryPolicyText } from './registry.ts';

/** A rule of the same account that would cover the repository, in a Region that the image does not name. */
export interface RuleElsewhere {
  readonly region: Region;
  readonly rule: PullThroughRule;
}

/** What ECR said when it was asked to try a rule's way to the upstream registry. */
export interface PullThroughValidation {
  readonly isValid: boolean;
  /** ECR's own words; `null` when it gave none. */
  readonly failure: string | null;
}

/** The secret with a rule's credentials, as Secrets Manager describes it. Its value is never read. */
export interface UpstreamSecret {
  readonly name: string;
  /** The date that AWS gives a secret that is marked for deletion: nobody can read it any more. */
  readonly deletedAt: Timestamp | null;
  /** `null`: encrypted under the AWS managed key `aws/secretsmanager`. */
  readonly kmsKey: string | null;
}

/** What ECR gives the repositories that a cache makes. */
export interface CreationTemplate {
  /** `docker-hub`; `ROOT` stands for every name that no other template covers. */
  readonly prefix: string;
  readonly repositoryPolicy: PolicyText | null;
  /** The role that ECR makes the repository with. */
  readonly customRole: Arn | null;
}

/** The repository that a rule fetches from, where the upstream registry is one of Amazon ECR. */
export interface UpstreamRepository extends Place {
  readonly name: string;
  readonly exists: boolean;
  /** Of the image that the tag or digest names; `null`: it holds none. */
  readonly image: Image['status'] | null;
  readonly repositoryPolicy: PolicyText | null;
  readonly registryPolicy: RegistryPolicyText | null;
}

/** Stands for every name that no other prefix covers (ECR user guide, "Creating a pull through cache rule"). */
export const ROOT_PREFIX = 'ROOT';

/** Of several entries that cover a repository, the one of the longest prefix. */
export function closestTo<Entry extends { readonly prefix: string }>(
  repository: string,
  entries: readonly Entry[],
): Entry | null {
  const [closest] = entries
    .filter(({ prefix }) => repository.startsWith(`${prefix}/`))
    .toSorted((a, b) => b.prefix.length - a.prefix.length);
  return closest ?? entries.find(({ prefix }) => prefix === ROOT_PREFIX) ?? null;
}

/** What the upstream registry calls a repository (ECR user guide, "Customizing repository prefixes"). */
export function upstreamName({ prefix, upstreamPrefix }: PullThroughRule, repository: string): string {
  const name = prefix === ROOT_PREFIX ? repository : repository.slice(prefix.length + 1);
  const isMapped = upstreamPrefix !== null && upstreamPrefix !== ROOT_PREFIX;
  return isMapped ? `${upstreamPrefix}/${name}` : name;
}

/** Whether ECR takes a secret for a rule in this place (ECR API reference, CreatePullThroughCacheRule, credentialArn). */
export function isCacheSecret(arn: Arn, { account, region }: Place): boolean {
  const [, , , secretRegion, secretAccount, , name = ''] = arn.split(':');
  return secretRegion === region && secretAccount === account && name.startsWith('ecr-pullthroughcache/');
}
