import { from, type Dialect } from './dialect.ts';

/** What every client of a registry prints, so that it does not tell which product spoke. */
export const REGISTRY_CLIENT: Dialect = {
  platform: 'unknown',
  failures: [
    ...from(
      'containerd, core/remotes/docker',
      'unexpected status from HEAD request to',
      'unexpected status code [manifests',
      'failed with status code [manifests',
      'pulling from host ',
    ),
    ...from('containerd, core/unpack', 'failed to extract layer', 'failed to unpack image on snapshotter'),
    ...from('google/go-containerregistry; Tekton prints it', 'error getting image manifest: '),
    ...from('distribution, registry/client/errors.go', 'error parsing HTTP 4', 'error parsing HTTP 5'),
  ],
  marks: [],
};
