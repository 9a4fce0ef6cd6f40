import { healthyEstate } from '../healthy-estate.ts';
import { addCluster, FORBIDDEN, podMessage } from '../parts/kubernetes.ts';
import type { World } from '../world.ts';

const MESSAGE = podMessage(FORBIDDEN);

export const nodeRoleMayNotPull: World = {
  id: 'node-role-may-not-pull',
  title: 'The role of the node may not pull',
  breaks: 'The node that the pod was put on has a role without any right to pull; the message names the node alone.',
  message: MESSAGE,
  expect: { conclusion: 'explained', cause: 'denied-pull', alsoWrong: ['denied-token'] },
  build(now) {
    const estate = healthyEstate(now);
    addCluster(estate, { policies: [] });
    return estate;
  },
};
