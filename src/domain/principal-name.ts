import type { Arn } from './aws.ts';

/** A role that IAM Identity Center made for a permission set. (IAM Identity Center user guide, "Referencing permission sets in resource policies".) */
const PERMISSION_SET = /^AWSReservedSSO_(.+)_[0-9a-z]{16}$/;

/**
 * How a person would name who called: for a session of a role, the role and the session's name, which is often a
 * person's or a pipeline's. `null`: a service of AWS, by itself.
 */
export function principalName(arn: Arn | null): string {
  if (arn === null) return 'AWS itself';
  const [, , , , account = '', resource = ''] = arn.split(':');
  const [kind = '', ...path] = resource.split('/');
  const name = path.at(-1) ?? '';
  if (resource === 'root') return `the root user of account ${account}`;
  if (kind === 'assumed-role') return sessionName(path[0] ?? '', path.slice(1).join('/'));
  if (kind === 'user' || kind === 'role') return `${kind} \`${name}\``;
  if (kind === 'federated-user') return `federated user \`${name}\``;
  return `\`${arn}\``;
}

function sessionName(role: string, session: string): string {
  const permissionSet = PERMISSION_SET.exec(role)?.[1];
  if (permissionSet !== undefined) return `\`${session}\` (permission set \`${permissionSet}\`)`;
  return `role \`${role}\` (session \`${session}\`)`;
}
