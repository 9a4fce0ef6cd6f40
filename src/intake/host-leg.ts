import type { Connection } from '../domain/incident.ts';
import { readEcrHost } from './registry-host.ts';

interface LegRow {
  readonly host: RegExp;
  readonly leg: NonNullable<Connection['leg']>;
  readonly source: string;
}

/** Which part of a pull a host serves, besides the registries themselves. */
const LEGS: readonly LegRow[] = [
  { host: /^(?:api\.)?ecr(?:-fips)?\.[a-z0-9-]+\.(?:amazonaws\.|api\.)/, leg: 'token', source: 'Amazon ECR endpoints' },
  { host: /^api\.ecr(?:-fips)?\./, leg: 'token', source: 'Amazon ECR endpoints' },
  { host: /^auth\.docker\.io$/, leg: 'token', source: 'Docker Hub' },
  { host: /-starport-layer-bucket\./, leg: 'layers', source: 'Amazon ECR user guide, S3 gateway endpoint' },
  { host: /(?:^|\.)s3[.-][a-z0-9.-]*amazonaws\.com/, leg: 'layers', source: 'Amazon S3 endpoints' },
  { host: /\.cloudfront\.net$/, leg: 'layers', source: 'Amazon ECR Public user guide' },
  { host: /^production\.cloudf(?:lare|ront)\.docker\.com$/, leg: 'layers', source: 'Docker Hub' },
  { host: /^(?:public\.ecr\.aws|ecr-public\.aws\.com|registry-1\.docker\.io)$/, leg: 'manifest', source: 'registries' },
  {
    host: /^(?:ghcr\.io|quay\.io|mcr\.microsoft\.com|registry\.k8s\.io|(?:k8s\.)?gcr\.io|registry\.gitlab\.com)$/,
    leg: 'manifest',
    source: 'registries',
  },
];

/** The leg of a pull that goes to a host; `null` for a host that serves none that we know. */
export function legOf(host: string): Connection['leg'] {
  if (readEcrHost(host) !== null) return 'manifest';
  return LEGS.find((row) => row.host.test(host))?.leg ?? null;
}
