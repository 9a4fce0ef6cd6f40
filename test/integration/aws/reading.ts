import { expect } from 'vitest';
import { AwsFactSource } from '../../../src/aws/fact-source.ts';
import type { Identities } from '../../../src/aws/identities.ts';
import { CallMeter } from '../../../src/aws/meter.ts';
import type { ReadFactName } from '../../../src/aws/reader.ts';
import type { EcrIncident } from '../../../src/domain/check.ts';
import type { Evidence } from '../../../src/domain/evidence.ts';
import type { Learned, ReadFacts } from '../../../src/domain/facts.ts';
import type { WorkloadRef } from '../../../src/domain/incident.ts';
import { anIncident } from '../../support/an-incident.ts';
import { HOST, openIdentities, REGION, REGISTRY } from './accounts.ts';

export const IMAGE = `${HOST}/shop/api:v2.1.0`;

/** The service that pulls it, wherever it runs. */
export const CHECKOUT: WorkloadRef = { kind: 'ecs-service', place: {}, cluster: 'prod', service: 'checkout' };

/** Why a workload that was named cannot be learned of: nobody has heard of it, or it is forgotten. */
export const NOT_SEEN: unknown = expect.stringMatching(/^workload-(not-found|gone)$/);

/** A failed pull of `shop/api:v2.1.0`, unless `image` says otherwise, from the registry account's ECR. */
export function aPull({
  repository = 'shop/api',
  tag = 'v2.1.0',
  digest,
  ...parts
}: Partial<EcrIncident> & { repository?: string; tag?: string; digest?: string } = {}): EcrIncident {
  const registry = { kind: 'ecr', host: HOST, account: REGISTRY, region: REGION } as const;
  const name = digest === undefined ? { tag } : { digest };
  const text = `${HOST}/${repository}${digest === undefined ? `:${tag}` : `@${digest}`}`;
  return anIncident({ image: { text, registry, repository, ...name }, registry, ...parts });
}

/** One fact, as an investigation learns it. */
export function learn<Name extends ReadFactName>(
  name: Name,
  incident: EcrIncident = aPull(),
  identities: Identities = openIdentities(),
): Promise<Learned<Name>> {
  return new AwsFactSource(identities, new CallMeter()).learn(name, incident);
}

/** The value of a fact that must be known, and what AWS said. */
export async function know<Name extends ReadFactName>(
  name: Name,
  incident: EcrIncident = aPull(),
): Promise<{ readonly value: ReadFacts[Name]; readonly evidence: readonly Evidence[] }> {
  const learned = await learn(name, incident);
  if (learned.known) return learned;
  throw new Error(`${name} is a gap: ${JSON.stringify(learned.gap)}`);
}
