import type { Caller } from './caller.ts';
import type { Objection, Wish } from './wish.ts';

/** AWS's sentence about a denial. (IAM user guide, "Troubleshoot access denied error messages".) */
export function denialSentence(caller: Caller, { action, resource }: Wish, { layer, explicit }: Objection): string {
  const policy = layer === 'permissions boundary' ? layer : `${layer} policy`;
  const because = explicit
    ? `with an explicit deny in ${layer === 'identity-based' ? 'an' : 'a'} ${policy}`
    : `because no ${policy} allows the ${action} action`;
  const sentence = `User: ${caller.arn} is not authorized to perform: ${action}`;
  // EC2 begins with a sentence of its own, and leaves the resource out where its actions have none.
  if (action.startsWith('ec2:')) return `You are not authorized to perform this operation. ${sentence} ${because}`;
  return `${sentence} on resource: ${nameInSentence(resource)} ${because}`;
}

const IAM_ROLE = /^arn:aws:iam::\d{12}:role\/(?:.*\/)?(?<name>[^/]+)$/;
const IAM_POLICY = /^arn:aws:iam::(?:\d{12}|aws):policy\//;

/** Most services print the ARN; IAM calls a role by its name alone, and puts a word before the ARN of a policy. */
function nameInSentence(resource: string): string {
  const { name } = IAM_ROLE.exec(resource)?.groups ?? {};
  if (name !== undefined) return `role ${name}`;
  return IAM_POLICY.test(resource) ? `policy ${resource}` : resource;
}
