import type { Gap } from '../domain/evidence.ts';

/** Why we could not look, in one sentence that says what would let us. */
export function describeGap(gap: Gap): string {
  const place = [gap.account, gap.region].filter((part) => part !== null).join(' ');
  const role = gap.role === null ? 'our own identity' : `role \`${gap.role}\``;
  switch (gap.reason) {
    case 'denied':
      return `In ${place}, ${role} was denied \`${gap.action}\`.`;
    case 'throttled':
      return `AWS throttled \`${gap.action}\` in ${place}.`;
    case 'too-much':
      return `\`${gap.action}\` in ${place} has more to say than one diagnosis may read.`;
    case 'unavailable':
      return `\`${gap.action}\` in ${place} could not be asked: the service did not answer.`;
    case 'no-credentials':
      return 'No credentials for AWS were found: give ecr-why what the AWS SDK’s default provider chain reads, such as AWS_PROFILE or a role of its own.';
    case 'account-not-configured':
      return `Account ${gap.account} is not in ecr-why.yml, so nothing in it can be looked at.`;
    case 'role-not-assumable':
      return `In account ${gap.account}, ${role} could not be assumed: its trust policy must allow \`sts:AssumeRole\` to ${gap.self === null ? 'our identity' : `\`${gap.self}\``}.`;
    case 'puller-not-named':
      return 'Neither the message nor the question says who pulls: name the service, the task or the role.';
    case 'puller-is-no-role':
      return 'The message says that a user or the root of an account was denied, and I can judge roles only: read the policies of that identity by hand.';
    case 'puller-is-a-service':
      return 'Lambda pulls by itself, with no role and from no network that I could look at: the policy of the repository must let `lambda.amazonaws.com` pull.';
    case 'puller-on-node':
      return 'On Kubernetes the node pulls, with its own role and out of its own network, and the message names neither: name the role of the node.';
    case 'puller-on-instance':
      return 'The task does not run on Fargate: the role and the network of its instance may be the ones that pull, and I do not look at instances yet. Name the role that pulled.';
    case 'several-pullers':
      return 'Several workloads can be meant, and they do not pull alike: name the one that failed, with its account and Region.';
    case 'workload-not-found':
      return 'No place that I looked in has a cluster and a service of the names that were given: check them, the account and the Region.';
    case 'workload-gone':
      return 'What was named is no longer to be seen in AWS: ECS forgets a stopped task after about an hour.';
    case 'task-definition-gone':
      return 'The task definition of the workload was deleted, so what it pulls and with which role cannot be read any more.';
  }
}
