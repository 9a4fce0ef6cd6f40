import type { Estate, NetworkEstate } from '../../aws/estate.ts';
import { healthyEstate } from '../healthy-estate.ts';
import type { World } from '../world.ts';
import { failPull, stoppedTaskId } from './failed-pull.ts';
import { findNetwork } from './find.ts';
import { CLUSTER, HOME, registryHost, WORKLOAD } from './names.ts';

/** The service that pulls in these worlds. */
export const SERVICE = 'my-app';
const IMAGE = `${registryHost()}/my-app:v2.1.0`;
/** A reason alone may name neither image nor service: the task leads to both. */
const STOPPED_TASK = `arn:aws:ecs:${HOME}:${WORKLOAD}:task/${CLUSTER}/${stoppedTaskId(SERVICE)}`;
const BUCKET = `prod-${HOME}-starport-layer-bucket.s3.${HOME}.amazonaws.com`;

/** What Fargate says when no token could be had. (ECS developer guide, "ResourceInitializationError".) */
export const tokenTimeout = (address: string): string => tokenFailure(`dial tcp ${address}:443: i/o timeout`);

/** The same when the name could not even be resolved. */
export const TOKEN_LOOKUP_TIMEOUT = tokenFailure(
  `dial tcp: lookup api.ecr.${HOME}.amazonaws.com on 10.20.0.2:53: read udp 10.20.16.20:41817->10.20.0.2:53: i/o timeout`,
);

/** What Fargate says when the registry itself did not answer. (ECS developer guide, "CannotPullContainer task errors".) */
export const manifestTimeout = (address: string): string =>
  `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${IMAGE}: failed to do request: Head "https://${registryHost()}/v2/my-app/manifests/v2.1.0": dial tcp ${address}:443: i/o timeout`;

/** The same when there is no such name. */
export const MANIFEST_NAME_UNKNOWN = `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${IMAGE}: failed to do request: Head "https://${registryHost()}/v2/my-app/manifests/v2.1.0": dial tcp: lookup ${registryHost()} on 10.20.0.2:53: no such host`;

/** What Fargate says when only S3 did not answer: the registry has been asked, and has answered. */
export const layersTimeout = (address: string): string =>
  `CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://${BUCKET}/layer": dial tcp ${address}:443: i/o timeout`;

export const LAYERS_DENIED = `CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: httpReadSeeker: failed open: unexpected status code https://${BUCKET}/layer: 403 Forbidden`;

function tokenFailure(tail: string): string {
  return `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 3 time(s): RequestError: send request failed caused by: Post "https://api.ecr.${HOME}.amazonaws.com/": ${tail}`;
}

/** A world of a service that pulls in the healthy estate, but for its network. */
export function networkWorld(draft: {
  readonly id: string;
  readonly title: string;
  readonly breaks: string;
  /** Why ECS says that the task stopped. */
  readonly reason: string;
  readonly expect: World['expect'];
  /** Changes the network, and what else of the estate goes with it. */
  readonly change: (network: NetworkEstate, estate: Estate) => void;
}): World {
  const { change, reason, ...world } = draft;
  return {
    ...world,
    message: `Task ${STOPPED_TASK} stopped.\n${reason}`,
    build(now) {
      const estate = healthyEstate(now);
      change(findNetwork(estate), estate);
      failPull(estate, SERVICE, reason);
      return estate;
    },
  };
}
