import type { Evidence, Gap } from '../../domain/evidence.ts';
import type { OrUnknown } from '../../domain/network-estate.ts';
import { AwsTrouble, gapOf } from '../errors.ts';

/** What reading one part of the network around a puller yields. */
export interface PartReading<Value> {
  readonly value: Value;
  readonly evidence: readonly Evidence[];
}

/** One part of that network: its value, or `unknown` and why. */
export interface Part<Value> {
  readonly value: OrUnknown<Value>;
  readonly evidence: readonly Evidence[];
  readonly gaps: readonly Gap[];
}

/** Reads a part on its own: trouble with it leaves the other parts as they are. Bugs are thrown on. */
export async function readPart<Value>(read: () => Promise<PartReading<Value>>): Promise<Part<Value>> {
  try {
    return { ...(await read()), gaps: [] };
  } catch (error) {
    if (!(error instanceof AwsTrouble)) throw error;
    return { value: 'unknown', evidence: [], gaps: [gapOf('network', error)] };
  }
}

/** The filter that narrows most lists of EC2 to one VPC. */
export function inVpc(vpc: string): { Name: string; Values: string[] }[] {
  return [{ Name: 'vpc-id', Values: [vpc] }];
}
