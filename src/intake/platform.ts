import type { Platform } from '../domain/incident.ts';
import { DIALECTS } from './dialects.ts';
import { says, type MessageText } from './message-text.ts';

/**
 * Products by name, for people who tell of a failure in their own words. A name counts only as a word of its own: in a role,
 * a repository or a host it says nothing.
 */
const NAMES: readonly (readonly [Platform, RegExp])[] = [
  ['sagemaker', /(?<![\w./:@-])sagemaker(?![\w/:@-]|\.\w)/i],
  ['apprunner', /(?<![\w./:@-])app ?runner(?![\w/:@-]|\.\w)/i],
  ['codebuild', /(?<![\w./:@-])codebuild(?![\w/:@-]|\.\w)/i],
  ['lambda', /(?<![\w./:@-])lambda(?![\w/:@-]|\.\w)/i],
  ['kubernetes', /(?<![\w./:@-])(?:kubernetes|kubectl|k8s|k3s|eks|minikube|pods?)(?![\w/:@-]|\.\w)/i],
  ['ecs', /(?<![\w./:@-])(?:ecs|fargate)(?![\w/:@-]|\.\w)/i],
  ['docker', /(?<![\w./:@-])(?:docker|podman|buildkit|buildx|skopeo|kaniko|dockerfile)(?![\w/:@-]|\.\w)/i],
];

/** Lines that only one product prints, recognised by their shape rather than by a wording. */
const SHAPES: readonly (readonly [Platform, RegExp])[] = [
  // docker/cli and moby: the progress of a pull, and of the builder.
  ['docker', /(?:^|\n)\S{1,128}: Pulling from (?!host )/],
  ['docker', /(?:^|\n)Step \d{1,3}\/\d{1,3} : /],
  // docker/compose: the progress of each image, and of all.
  ['docker', /(?:^|\n) ?Image \S{1,300} (?:Pulling|Pulled|Interrupted|Error)\b/],
  ['docker', /(?:^|\n)\[\+\] (?:up|Running|Building|Pulling) \d/],
];

/** containerd as a service, in the journal: hardly anybody but the kubelet asks it. Read without white space. */
const CONTAINERD_SERVICE = /containerd(?:\[\d{1,8}\])?:time=/;

/** The product that speaks: the outermost dialect of the message, or else the first product that it names. */
export function platformOf(message: MessageText): Platform {
  const spoken = DIALECTS.find(({ failures, marks }) =>
    [...failures, ...marks].some(({ wording }) => says(message, wording)),
  );
  if (spoken !== undefined && spoken.platform !== 'unknown') return spoken.platform;
  if (CONTAINERD_SERVICE.test(message.squeezed)) return 'kubernetes';
  return [...SHAPES, ...NAMES].find(([, shape]) => shape.test(message.flat))?.[0] ?? 'unknown';
}
