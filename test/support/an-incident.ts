import type { EcrIncident } from '../../src/domain/check.ts';
import type { EcrImage } from '../../src/domain/image-reference.ts';
import type { Symptom } from '../../src/domain/incident.ts';

export const REGISTRY = { account: '123456789012', region: 'us-east-1' } as const;
export const HOST = '123456789012.dkr.ecr.us-east-1.amazonaws.com';

export function anImage(parts: { repository?: string; tag?: string; digest?: string } = {}): EcrImage {
  const { repository = 'shop/api', digest } = parts;
  const tag = parts.tag ?? (digest === undefined ? 'v2.1.0' : undefined);
  const name = [tag === undefined ? '' : `:${tag}`, digest === undefined ? '' : `@${digest}`].join('');
  return {
    text: `${HOST}/${repository}${name}`,
    registry: { kind: 'ecr', host: HOST, ...REGISTRY },
    repository,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  };
}

export function anIncident(parts: Partial<EcrIncident> = {}): EcrIncident {
  return {
    id: 'incident-1',
    reportedAt: '2026-03-03T03:00:00.000Z',
    image: anImage(),
    registry: { kind: 'ecr', host: HOST, ...REGISTRY },
    platform: 'ecs',
    symptom: null,
    workload: null,
    denial: null,
    connection: null,
    failedAt: null,
    ...parts,
  };
}

/** The symptoms that scenarios need, as intake reads them. */
export const SYMPTOMS = {
  notFound: {
    kind: 'not_found',
    quote: 'not found',
    reached: { stage: 'manifest', step: 'object' },
    until: { stage: 'manifest', step: 'object' },
    explainedBy: ['object'],
  },
  denied: {
    kind: 'access_denied',
    quote: '403 Forbidden',
    reached: { stage: 'manifest', step: 'permission' },
    until: { stage: 'layers', step: 'object' },
    explainedBy: ['permission', 'object'],
  },
  tokenDenied: {
    kind: 'access_denied',
    quote: 'not authorized to perform: ecr:GetAuthorizationToken',
    reached: { stage: 'token', step: 'permission' },
    until: { stage: 'token', step: 'object' },
    explainedBy: ['permission'],
  },
  timeout: {
    kind: 'timeout',
    quote: 'i/o timeout',
    reached: { stage: 'token', step: 'path' },
    until: { stage: 'layers', step: 'object' },
    explainedBy: ['path'],
  },
} as const satisfies Record<string, Symptom>;
