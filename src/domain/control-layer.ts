import type { PolicyLayer } from './incident.ts';

/** The layers of policies that an organization lays over its accounts. */
export const CONTROL_LAYERS = ['service control', 'resource control'] as const satisfies readonly PolicyLayer[];
export type ControlLayer = (typeof CONTROL_LAYERS)[number];

/** What was read of a layer in one place, as evidence says it. */
export function controlsObserved(layer: ControlLayer, names: readonly string[]): string {
  return names.length === 0 ? `no ${layer} policy` : `${layer} policy ${names.join(', ')}`;
}

/** @param why what keeps the layer from having a say, such as `is in use` */
export function noControl(layer: ControlLayer, why: string): string {
  return `no ${layer} policy ${why}`;
}

/** The layer that evidence tells of in these words; `undefined` for any other words. */
export function controlLayerIn(observed: string): ControlLayer | undefined {
  const said = observed.replace(/^no /, '');
  return CONTROL_LAYERS.find((layer) => said.startsWith(`${layer} policy`));
}
