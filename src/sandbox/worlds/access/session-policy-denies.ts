import { deniedWorld } from '../parts/denied.ts';
import type { World } from '../world.ts';

export const sessionPolicyDenies: World = deniedWorld({
  id: 'session-policy-denies',
  title: 'A session policy, which nobody can read',
  breaks: 'Whoever took on the role passed a session policy along that allows no pull. AWS shows it to nobody.',
  because: 'because no session policy allows the ecr:BatchGetImage action',
  expect: { conclusion: 'undetermined', says: 'It names a session policy' },
  change: () => undefined,
});
