import { APP_RUNNER, BATCH, CODE_BUILD, LAMBDA, SAGE_MAKER } from './dialects/aws-services.ts';
import type { Dialect } from './dialects/dialect.ts';
import { BUILD_KIT, BUILD_KIT_TOKEN, DOCKER, GIT_LAB } from './dialects/docker.ts';
import { ECS } from './dialects/ecs.ts';
import { KUBERNETES, KUBERNETES_RETOLD } from './dialects/kubernetes.ts';
import { REGISTRY_CLIENT } from './dialects/registry-client.ts';

/** Every product we know, those first that wrap the words of others: CodeBuild relays ECS, ECS relays docker. */
export const DIALECTS: readonly Dialect[] = [
  APP_RUNNER,
  CODE_BUILD,
  SAGE_MAKER,
  LAMBDA,
  BATCH,
  ECS,
  GIT_LAB,
  BUILD_KIT,
  KUBERNETES,
  DOCKER,
  KUBERNETES_RETOLD,
  BUILD_KIT_TOKEN,
  REGISTRY_CLIENT,
];
