import type { Region } from './aws.ts';

/** The three connections of a pull: a token from ecr.api, manifests from ecr.dkr, layers from S3. */
export type PullLeg = 'token' | 'manifest' | 'layers';

/** The ways of a pull out of one subnet, as the network around it is configured. */
export interface SubnetPaths {
  readonly subnet: string;
  readonly legs: readonly LegPathFact[];
}

/** The services that a task of ECS may need before its containers run: its log group, and its secrets. */
export type SideService = 'logs' | 'secretsmanager' | 'ssm';

/** The way of a task to a service that it needs besides its image, out of one subnet. */
export interface SidePath extends Omit<LegPathFact, 'leg'> {
  readonly subnet: string;
  readonly service: SideService;
  readonly region: Region;
}

export interface LegPathFact {
  readonly leg: PullLeg;
  readonly verdict: 'reachable' | 'blocked' | 'unknown';
  /** The way that packets take: `nat-gateway`, `interface-endpoint` …; `null` when there is none. */
  readonly via: string | null;
  readonly hops: readonly PathHop[];
}

export interface PathHop {
  readonly kind: string;
  /** The id of what was looked at. */
  readonly subject: string;
  readonly verdict: 'open' | 'blocked' | 'unknown' | 'not-needed';
  readonly reason: string;
  readonly detail: Readonly<Record<string, string>>;
}
