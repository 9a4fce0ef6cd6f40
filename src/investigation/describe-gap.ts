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
      return `\`${gap.action}\` in ${place} has more to say than one diagnosis may read${howFar(gap)}.`;
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
      return 'Lambda pulls by itself, with no role and out of no network of yours, and nothing says for which function: name it. The policy of the repository must let `lambda.amazonaws.com` pull.';
    case 'puller-on-node':
      return 'On Kubernetes the node pulls, with its own role and out of its own network, and the message names none that I can find: name the cluster, the node or the role of the node.';
    case 'puller-on-instance':
      return 'The task runs on an instance, which pulls out of its own network and perhaps with its own role, and no instance of the cluster can be seen that it may run on. Name the role that pulled.';
    case 'puller-on-platform':
      return 'The message does not say for what the platform pulls: name the job of Batch, the project of CodeBuild or the service of App Runner, or the role that pulled.';
    case 'puller-network-unseen':
      return 'Out of which network the image is pulled AWS does not say, so the way to the registry cannot be looked at.';
    case 'puller-outside-aws':
      return 'The task runs on a machine outside of AWS, by ECS Anywhere: of its way to the registry there is nothing in AWS to read, so look at the network, the DNS and the firewall of the machine itself.';
    case 'no-puller-found':
      return 'Nothing that I can see in ECS pulls this image, and nothing else says who does: name the service, the task or the role.';
    case 'several-pullers':
      return 'Several workloads can be meant, and they do not pull alike: name the one that failed, with its account and Region.';
    case 'workload-not-found':
      return 'No place that I looked in has a cluster and a service of the names that were given: check them, the account and the Region.';
    case 'workload-gone':
      return 'What was named is no longer to be seen in AWS: ECS forgets a stopped task after about an hour.';
    case 'task-definition-gone':
      return 'The task definition of the workload was deleted, so what it pulls and with which role cannot be read any more.';
    case 'deployment-not-kept':
      return 'The last deployment of the service is older than what ECS keeps (90 days), so which digests it froze then cannot be read any more.';
  }
}

/** What was read is known, and only what is older is open: a person can go on from there. */
function howFar({ read }: Gap): string {
  if (read === undefined) return '';
  return `: I read the newest ${read.count.toLocaleString('en')} of \`${read.what}\`, back to ${read.backTo}, and what is older is open`;
}
