import type { Gap } from '../domain/facts.ts';

/** Why we could not look, in one sentence that says what would let us. */
export function describeGap(gap: Gap): string {
  const place = [gap.account, gap.region].filter((part) => part !== null).join(' ');
  const role = gap.role === null ? 'our own identity' : `role \`${gap.role}\``;
  switch (gap.reason) {
    case 'denied':
      return `In ${place}, ${role} lacks \`${gap.action}\`.`;
    case 'throttled':
      return `AWS throttled \`${gap.action}\` in ${place}.`;
    case 'too-much':
      return `\`${gap.action}\` in ${place} has more to say than one diagnosis may read.`;
    case 'unavailable':
      return `\`${gap.action}\` in ${place} could not be asked: the service did not answer.`;
    case 'account-not-configured':
      return `Account ${gap.account} is not in ecr-why.yml, so nothing in it can be looked at.`;
    case 'role-not-assumable':
      return `In account ${gap.account}, ${role} could not be assumed: its trust policy must allow \`sts:AssumeRole\` to ${gap.self === null ? 'our identity' : `\`${gap.self}\``}.`;
    case 'puller-not-named':
      return 'Neither the message nor the question says who pulls: name the service, the task or the role.';
    case 'puller-on-instance':
      return 'The task does not run on Fargate: the role and the network of its instance may be the ones that pull, and I do not look at instances yet. Name the role that pulled.';
    case 'several-pullers':
      return 'Several services use this image and pull it with different roles or networks: name the one that failed.';
    case 'workload-gone':
      return 'ECS no longer knows the workload that was named: a stopped task is forgotten after about an hour.';
  }
}
