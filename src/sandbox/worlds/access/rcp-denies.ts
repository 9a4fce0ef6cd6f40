import { deniedWorld } from '../parts/denied.ts';
import type { World } from '../world.ts';

export const rcpDenies: World = deniedWorld({
  id: 'rcp-denies',
  title: 'An organization’s policy guards the registry',
  breaks: 'A resource control policy of the registry’s organization denies pulls. Only that organization can read it.',
  because: 'with an explicit deny in a resource control policy',
  expect: { conclusion: 'undetermined', says: 'It names a resource control policy' },
  change: () => undefined,
});
