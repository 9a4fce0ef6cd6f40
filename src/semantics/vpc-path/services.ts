import type { AccountId, Region } from '../../domain/aws.ts';
import type { Endpoint } from '../../domain/network-estate.ts';
import type { SideService } from '../../domain/network-path.ts';
import { partitionOf } from '../partition.ts';
import type { Leg, PathQuery, PullerPlatform } from './leg-path.ts';

/** The service behind a connection, as the last words of its endpoint's service name. */
export type Service = 'ecr.api' | 'ecr.dkr' | 's3' | SideService;

export const LEG_SERVICE: Readonly<Record<Leg, Service>> = { token: 'ecr.api', manifest: 'ecr.dkr', layers: 's3' };

/**
 * Which legs leave through the network of the workload. Fargate 1.3 fetches the token through an interface of AWS's own;
 * Lambda fetches everything so.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
 */
const LEGS_THROUGH_NETWORK: Readonly<Record<PullerPlatform, readonly Leg[]>> = {
  'fargate-1.4+': ['token', 'manifest', 'layers'],
  'fargate-1.3': ['manifest', 'layers'],
  'ec2-instance': ['token', 'manifest', 'layers'],
  'eks-node': ['token', 'manifest', 'layers'],
  'eks-fargate': ['token', 'manifest', 'layers'],
  lambda: [],
};

export function leavesThroughNetwork(leg: Leg, platform: PullerPlatform): boolean {
  return LEGS_THROUGH_NETWORK[platform].includes(leg);
}

/** Whether this is an endpoint of the service in the Region: `com.amazonaws.REGION.ecr.dkr`, in China sometimes with `cn.` before. */
export function endpointServes(endpoint: Endpoint, service: Service, region: Region): boolean {
  return endpoint.state !== 'deleted' && isEndpointOf(endpoint, service, region);
}

/** The same of an endpoint that may be gone already. */
export function isEndpointOf(endpoint: Endpoint, service: Service, region: Region): boolean {
  return /^(cn\.)?com\.amazonaws\./.test(endpoint.service) && endpoint.service.endsWith(`.${region}.${service}`);
}

/** The service's name as one asks for an endpoint of it. */
export function serviceName(service: Service, region: Region): string {
  return `com.amazonaws.${region}.${service}`;
}

/** The host that a client dials; for ecr.dkr, what all accounts' hosts have in common. */
export function hostOf(service: Service, region: Region): string {
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  if (service === 'ecr.api') return `api.ecr.${region}.${suffix}`;
  if (service === 'ecr.dkr') return `dkr.ecr.${region}.${suffix}`;
  if (service === 's3') return `${layerBucket(region)}.s3.${region}.${suffix}`;
  return `${service}.${region}.${suffix}`;
}

/** The whole host that a client dials. */
export function dialledHost(service: Service, region: Region, registry: AccountId): string {
  const host = hostOf(service, region);
  return service === 'ecr.dkr' ? `${registry}.${host}` : host;
}

/**
 * The hosts that a client may dial instead where the image is named by a dual-stack or FIPS host.
 * (ECR user guide, "Making requests to Amazon ECR registries"; S3 user guide, "Dual-stack endpoints".)
 */
export function otherHosts(
  service: Service,
  { hostForm, region, registry }: Pick<PathQuery, 'hostForm' | 'region' | 'registry'>,
): readonly string[] {
  const bucket = layerBucket(region);
  if (hostForm === 'dual-stack' && service === 'ecr.api') return [`ecr.${region}.api.aws`];
  if (hostForm === 'dual-stack' && service === 'ecr.dkr') return [`${registry}.dkr-ecr.${region}.on.aws`];
  if (hostForm === 'dual-stack' && service === 's3') return [`${bucket}.s3.dualstack.${region}.amazonaws.com`];
  if (hostForm === 'fips' && service === 'ecr.api') return [`ecr-fips.${region}.amazonaws.com`];
  if (hostForm === 'fips' && service === 'ecr.dkr') return [`${registry}.dkr.ecr-fips.${region}.amazonaws.com`];
  if (hostForm === 'fips' && service === 's3') return [`${bucket}.s3-fips.${region}.amazonaws.com`];
  return [];
}

/** The zone that AWS makes for an interface endpoint with private DNS. */
export function endpointZone(service: Service, region: Region): string {
  const host = hostOf(service, region);
  return service === 's3' ? host.slice(layerBucket(region).length + 1) : host;
}

/** AWS's bucket that holds the layers of every registry in a Region. */
export function layerBucket(region: Region): string {
  return `prod-${region}-starport-layer-bucket`;
}

/** What a policy of an endpoint must allow for one leg. */
export interface EndpointDemand {
  readonly actions: readonly string[];
  /** `null`: the repository's ARN, which only the caller knows. */
  readonly resource: string | null;
  /**
   * Layers are fetched with a presigned URL that ECR signed: a condition on the puller's principal, account or
   * organisation can never match, and neither can one on the account that owns the bucket. (AWS's samples of data
   * perimeter policies, "Creation of containers with Amazon ECR images": an account of ECR's signs it, no service principal.)
   */
  readonly isSignedByAws: boolean;
}

export function endpointDemand(leg: Leg, region: Region): EndpointDemand {
  if (leg === 'token') return { actions: ['ecr:GetAuthorizationToken'], resource: '*', isSignedByAws: false };
  if (leg === 'manifest')
    return { actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], resource: null, isSignedByAws: false };
  return {
    actions: ['s3:GetObject'],
    resource: `arn:${partitionOf(region)}:s3:::${layerBucket(region)}/*`,
    isSignedByAws: true,
  };
}
