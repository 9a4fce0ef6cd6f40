import type { WorkloadRef } from '../domain/incident.ts';
import { readNamedWorkload, type WorkloadOption } from '../intake/named-workload.ts';
import { BadUse } from './bad-use.ts';

type WorkloadOptions = Readonly<Partial<Record<WorkloadOption | 'account' | 'region', string | undefined>>>;

/** Who pulls, as the options name it; `null` when they name nobody. */
export function readWorkload({ account, region, ...options }: WorkloadOptions): WorkloadRef | null {
  if (account !== undefined && !/^\d{12}$/.test(account))
    throw new BadUse('--account is malformed: expected twelve digits, such as 123456789012.');
  if (region !== undefined && !/^[a-z]{2,4}(-[a-z]+)+-\d$/.test(region))
    throw new BadUse('--region is malformed: expected a Region code, such as eu-west-1.');
  const place = { ...(account !== undefined && { account }), ...(region !== undefined && { region }) };
  const workload = readNamedWorkload(options, place);
  if (typeof workload === 'string') throw new BadUse(`${workload}.`);
  return workload;
}
