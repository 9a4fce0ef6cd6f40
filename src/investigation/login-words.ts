import type { Incident, Platform } from '../domain/incident.ts';

/** A password for ECR is good for 12 hours, and in one Region only. (ECR API reference, GetAuthorizationToken.) */
const OLD_OR_NONE =
  'ECR got no password with this pull, or an old one: one lasts 12 hours, and is good in one Region only.';

/** Who logs in again on each platform, and so what can be old there. */
const WHO_LOGS_IN: Readonly<Partial<Record<Platform, string>>> = {
  ecs: 'ECS logs in by itself and is never late, so look for what stands in its way: `repositoryCredentials` in the task definition, or perhaps, on your own instances, `ECS_ENGINE_AUTH_DATA` with an entry for this registry.',
  // The kubelet tries every credential that fits. (Kubernetes documentation, "Pull an Image from a Private Registry".)
  kubernetes:
    'The kubelet of a node of EKS logs in by itself, if its role may get a token and the image is named by the registry’s own host: look at both. A secret of `imagePullSecrets` is tried before that, and an old one does not keep the kubelet from its own login. On nodes that have none, the secret is all there is, and as old as the command that made it: compare its age with 12 hours. I do not look into clusters.',
  docker: `Nobody logs this machine in again: run \`aws ecr get-login-password --region {{region}} | docker login --username AWS --password-stdin {{host}}\`, or install amazon-ecr-credential-helper, which does so for every pull.`,
  codebuild:
    'CodeBuild logs in for the image of the build itself; a `docker pull` within a build must log in first, in the Region of the registry.',
  lambda: 'Lambda logs in by itself, so this text can only be from building or pushing the image.',
};

const ANYBODY =
  'ECS, Lambda and the nodes of EKS log in by themselves. Docker on a machine or in a pipeline, and a secret of `imagePullSecrets`, must be renewed by somebody: `aws ecr get-login-password --region {{region}}`.';

/**
 * What a text about a missing or old login means. The text is all that is known of it: no call of AWS shows what a
 * client held when it asked, so this explains and convicts nobody.
 */
export function loginWords({ platform, image, symptom }: Incident): string {
  const { host, region } =
    image?.registry.kind === 'ecr' ? image.registry : { host: 'the registry', region: 'the registry’s Region' };
  const who = (WHO_LOGS_IN[platform] ?? ANYBODY).replaceAll('{{region}}', region).replaceAll('{{host}}', host);
  return `The message says \`${symptom?.quote ?? ''}\`. ${OLD_OR_NONE} ${who} AWS keeps no record of it that I could check.`;
}
