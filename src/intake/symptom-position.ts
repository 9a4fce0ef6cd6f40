import type { Connection, Denial, Symptom, SymptomKind } from '../domain/incident.ts';
import type { PullPosition, PullStep } from '../domain/pull-stage.ts';
import { isRoleRefused } from './pull-failure.ts';
import { placesAfter, says, saysAny, type MessageText } from './message-text.ts';
import type { PartialImage } from './partial-image.ts';
import { readEcrHost } from './registry-host.ts';

type Place = Pick<Symptom, 'reached' | 'until' | 'explainedBy'>;

/** What else a message says that decides how far the pull had come. */
export interface Circumstances {
  readonly message: MessageText;
  readonly image: PartialImage | null;
  readonly denial: Denial | null;
  readonly connection: Connection | null;
}

/** The leading names that ECR proposes for pull-through caches. Source: Amazon ECR user guide, creating a cache rule. */
const CACHE_PREFIXES: ReadonlySet<string> = new Set([
  'docker-hub',
  'ecr-public',
  'kubernetes',
  'quay',
  'github',
  'gitlab',
  'azure',
  'chainguard',
]);

/** The earliest place in the pull that may be at fault, and the steps whose failure would print this text. */
export function positionOf(kind: SymptomKind, circumstances: Circumstances): Place {
  switch (kind) {
    case 'invalid_reference':
      return at('reference', 'object').here;
    case 'registry_auth_init':
      return whereInitFailed(circumstances);
    case 'timeout':
    case 'dns':
    case 'tls':
    case 'connection_refused':
      return onTheWay(circumstances);
    case 'auth_missing_or_expired':
      return at('token', 'permission').upTo('manifest');
    case 'access_denied':
      return whereDenied(circumstances);
    case 'throttled':
      return says(circumstances.message, 'GetAuthorizationToken')
        ? at('token', 'permission').here
        : at('manifest', 'permission').upTo('layers');
    case 'rate_limited':
      return at('manifest', 'permission').upTo('layers');
    case 'not_found':
      return hidesDenial(circumstances.image)
        ? at('manifest', 'permission', 'object', 'permission').here
        : at('manifest', 'object').here;
    case 'platform_mismatch':
      return at('manifest', 'object').upTo('start');
    case 'kms':
      return at('manifest', 'permission', 'permission', 'object').upTo('layers');
    case 'layer_download_failed':
      return says(circumstances.message, '403 Forbidden')
        ? at('layers', 'permission').here
        : at('layers', 'path', 'path', 'permission', 'object').here;
    case 'disk_full':
      return at('start', 'object').here;
    case 'other':
      return circumstances.connection === null
        ? at('reference', 'path', 'path', 'permission', 'object').upTo('start')
        : onTheWay(circumstances);
  }
}

/** A place from which the text acquits what lies before; it ends in the same stage, or up to a later one. */
function at(
  stage: PullPosition['stage'],
  step: PullStep,
  ...explainedBy: readonly PullStep[]
): { readonly here: Place; upTo(last: PullPosition['stage']): Place } {
  const place = { reached: { stage, step }, explainedBy: explainedBy.length === 0 ? [step] : explainedBy };
  const upTo = (last: PullPosition['stage']): Place => ({ ...place, until: { stage: last, step: 'object' } });
  return { here: upTo(stage), upTo };
}

/** Where a connection to an unknown host failed, nothing is acquitted: any connection of the pull may have been the one. */
function onTheWay({ connection }: Circumstances): Place {
  const leg = connection?.leg ?? null;
  return leg === null ? at('token', 'path').upTo('layers') : at(leg, 'path').here;
}

/**
 * One prefix stands before registry auth and secrets alike. What a secret needs is beside the pull, so it stands where
 * containers start. Source: ECS developer guide, ResourceInitializationError.
 */
function whereInitFailed({ message, denial }: Circumstances): Place {
  const isAboutSecret = SECRETS.some((wording) => says(message, wording));
  if (isAboutSecret && denial === null && saysAny(message, UNREACHED)) return at('start', 'path').here;
  if (isAboutSecret || (denial !== null && !denial.action.startsWith('ecr:'))) {
    return { ...at('token', 'permission').here, explainedBy: [] };
  }
  return denial === null ? at('token', 'path', 'path', 'permission').here : at('token', 'permission').here;
}

const SECRETS = [
  'retrieve secret',
  'secret from asm',
  'secretsmanager',
  'secrets manager',
  'parameter store',
  'from ssm',
];

/** Where a secret did not come because its service could not be reached, and not because it is missing or denied. */
const UNREACHED = ['i/o timeout', 'context deadline exceeded', 'no such host', 'connection refused'];

function whereDenied({ message, image, denial }: Circumstances): Place {
  if (denial?.action === 'ecr:GetAuthorizationToken' || isRoleRefused(message)) return at('token', 'permission').here;
  if (denial?.action === 'ecr:GetDownloadUrlForLayer' || isDeniedByS3(message)) return at('layers', 'permission').here;
  if (isDigestGone(message, image)) return at('manifest', 'object').here;
  // A registry tells an outsider that he may not pull, whether the repository is there or not; a named policy does not lie.
  const namesPolicy =
    denial !== null && denial.layer !== null && (denial.explicit || denial.layer !== 'resource-based');
  if (namesPolicy) return at('manifest', 'permission').here;
  // A bare 403 may come from any of the three actions behind the token.
  const place = at('manifest', 'permission', 'permission', 'object');
  return denial === null ? place.upTo('layers') : place.here;
}

function isDeniedByS3(message: MessageText): boolean {
  return says(message, 'starport-layer-bucket') || (says(message, 'X-Amz-') && says(message, '403 Forbidden'));
}

/**
 * containerd asks for a digest as a blob only after it was no manifest, and then reports the registry's 403 for the blob:
 * the manifest is gone. Source: containerd, core/remotes/docker/resolver.go; aws/containers-roadmap#2493.
 */
function isDigestGone(message: MessageText, image: PartialImage | null): boolean {
  const digest = image?.digest ?? null;
  return digest !== null && placesAfter(message, `/blobs/${digest}: 403`).length > 0;
}

/** A pull-through cache that may not fetch an image says that there is none. Source: ECR user guide, cache errors. */
function hidesDenial(image: PartialImage | null): boolean {
  if (image?.registry === undefined || image.registry === null || readEcrHost(image.registry) === null) return false;
  const [prefix = '', ...rest] = image.repository?.split('/') ?? [];
  return CACHE_PREFIXES.has(prefix) || rest.some((part) => part.includes('.io') || part.includes('.aws'));
}
