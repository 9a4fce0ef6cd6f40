import type { Finding } from '../domain/finding.ts';
import type { PolicyLayer } from '../domain/incident.ts';

const CONTROLS = ['service control', 'resource control'] as const satisfies readonly PolicyLayer[];
export type ControlLayer = (typeof CONTROLS)[number];

/** Which policies of organizations were read to the end, as the evidence of the findings shows. */
export function readControls(findings: readonly Finding[]): ReadonlySet<ControlLayer> {
  const seen = findings
    .flatMap(({ evidence }) => evidence)
    .filter(({ action }) => action.startsWith('organizations:'))
    .map(({ observed }) => observed.replace(/^no /, ''));
  return new Set(CONTROLS.filter((layer) => seen.some((observed) => observed.startsWith(`${layer} policy`))));
}
