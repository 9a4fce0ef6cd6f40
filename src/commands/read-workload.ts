import type { WorkloadRef } from '../domain/incident.ts';
import { BadUse } from './bad-use.ts';

interface WorkloadOptions {
  readonly cluster?: string | undefined;
  readonly service?: string | undefined;
  readonly task?: string | undefined;
  readonly role?: string | undefined;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
}

/** Who pulls, as the options name it; `null` when they name nobody. */
export function readWorkload({ cluster, service, task, role, account, region }: WorkloadOptions): WorkloadRef | null {
  if (account !== undefined && !/^\d{12}$/.test(account))
    throw new BadUse('--account is malformed: expected twelve digits, such as 123456789012.');
  if (region !== undefined && !/^[a-z]{2,4}(-[a-z]+)+-\d$/.test(region))
    throw new BadUse('--region is malformed: expected a Region code, such as eu-west-1.');
  if ([service, task, role].filter((name) => name !== undefined).length > 1) {
    throw new BadUse('Expected one of --service, --task and --role: each names who pulls.');
  }
  const place = { ...(account !== undefined && { account }), ...(region !== undefined && { region }) };
  if (role !== undefined) {
    if (/^arn:aws[\w-]*:iam::\d{12}:role\/.+/.test(role)) return { kind: 'role', role };
    throw new BadUse(
      '--role is malformed: expected the ARN of a role, such as arn:aws:iam::123456789012:role/checkout-exec.',
    );
  }
  if (task !== undefined) {
    return {
      kind: 'ecs-task',
      place: { ...placeOfArn(task), ...place },
      task,
      ...(cluster !== undefined && { cluster }),
    };
  }
  if (service !== undefined) return { kind: 'ecs-service', place, cluster: cluster ?? 'default', service };
  if (cluster !== undefined)
    throw new BadUse('--cluster needs --service or --task: a cluster alone does not say who pulls.');
  return null;
}

function placeOfArn(text: string): { account?: string; region?: string } {
  const match = /^arn:aws[\w-]*:ecs:([a-z0-9-]+):(\d{12}):/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return {};
  return { region: match[1], account: match[2] };
}
