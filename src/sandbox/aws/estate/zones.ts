import type { Region } from '../../../domain/aws.ts';

/** A private hosted zone of Route 53, in the account that owns it. */
export interface HostedZone {
  id: string;
  /** With the closing dot, as Route 53 writes it. */
  name: string;
  /** VPCs that it is associated with, of whichever account. */
  vpcs: { vpcId: string; region: Region }[];
  recordSets: RecordSet[];
}

export interface RecordSet {
  name: string;
  type: string;
  values: string[];
  /** The DNS name of what an alias stands for. */
  alias?: string;
}
