import type { Platform, SymptomKind } from '../../../src/domain/incident.ts';

/** A message in the wording of a product, with invented names, and what must be read from it. */
export interface Sample {
  readonly name: string;
  readonly text: string;
  readonly platform: Platform;
  readonly symptom: SymptomKind;
  /** `REGISTRY/REPOSITORY[:TAG][@DIGEST]`, or as much of it as the message is sure of; `null` when it names none. */
  readonly image: string | null;
}

export const REGISTRY = '210987654321.dkr.ecr.eu-west-1.amazonaws.com';
export const DIGEST = `sha256:${'4f6a'.repeat(16)}`;
