import { controlLayerIn, type ControlLayer } from '../domain/control-layer.ts';
import type { Finding } from '../domain/finding.ts';

/** Which policies of organizations were read to the end, as the evidence of the findings shows. */
export function readControls(findings: readonly Finding[]): ReadonlySet<ControlLayer> {
  const layers = findings
    .flatMap(({ evidence }) => evidence)
    .filter(({ action }) => action.startsWith('organizations:'))
    .map(({ observed }) => controlLayerIn(observed));
  return new Set(layers.filter((layer) => layer !== undefined));
}
