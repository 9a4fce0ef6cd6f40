import type { Connection, Denial, Symptom, SymptomKind } from '../domain/incident.ts';
import type { PullPosition, PullStep } from '../domain/pull-stage.ts';
import { placesAfter, says, type MessageText } from './message-text.ts';
import type { PartialImage } from './partial-image.ts';
import { readEcrHost } from './registry-host.ts';

type Place = Pick<Symptom, 'reached' | 'explainedBy'>;

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
      return at('reference', 'object');
    case 'registry_auth_init':
      return circumstances.denial === null ? at('token', 'path', 'path', 'permission') : at('token', 'permission');
    case 'timeout':
    case 'dns':
    case 'tls':
    case 'connection_refused':
      return at(legOf(circumstances), 'path');
    case 'auth_missing_or_expired':
      return at('token', 'permission');
    case 'access_denied':
      return whereDenied(circumstances);
    case 'throttled':
      return says(circumstances.message, 'GetAuthorizationToken')
        ? at('token', 'permission')
        : at('manifest', 'permission');
    case 'rate_limited':
      return at('manifest', 'permission');
    case 'not_found':
      return hidesDenial(circumstances.image)
        ? at('manifest', 'permission', 'object', 'permission')
        : at('manifest', 'object');
    case 'platform_mismatch':
      return at('manifest', 'object');
    case 'kms':
      return at('manifest', 'permission', 'permission', 'object');
    case 'layer_download_failed':
      return says(circumstances.message, '403 Forbidden')
        ? at('layers', 'permission')
        : at('layers', 'path', 'path', 'permission', 'object');
    case 'disk_full':
      return at('start', 'object');
    case 'other':
      return circumstances.connection === null
        ? at('reference', 'path', 'path', 'permission', 'object')
        : at(legOf(circumstances), 'path');
  }
}

function at(stage: PullPosition['stage'], step: PullStep, ...explainedBy: readonly PullStep[]): Place {
  return { reached: { stage, step }, explainedBy: explainedBy.length === 0 ? [step] : explainedBy };
}

/** Where a connection to an unknown host failed, nothing is acquitted: the first call of a pull may have been the one. */
function legOf({ connection }: Circumstances): 'token' | 'manifest' | 'layers' {
  return connection?.leg ?? 'token';
}

function whereDenied({ message, image, denial }: Circumstances): Place {
  if (denial?.action === 'ecr:GetAuthorizationToken') return at('token', 'permission');
  if (denial?.action === 'ecr:GetDownloadUrlForLayer' || isDeniedByS3(message)) return at('layers', 'permission');
  if (isDigestGone(message, image)) return at('manifest', 'object');
  // A registry tells an outsider that he may not pull, whether the repository is there or not; a named policy does not lie.
  const namesPolicy =
    denial !== null && denial.layer !== null && (denial.explicit || denial.layer !== 'resource-based');
  return namesPolicy ? at('manifest', 'permission') : at('manifest', 'permission', 'permission', 'object');
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
