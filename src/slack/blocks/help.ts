import type { Drawn } from './drawn.ts';
import { drawLines } from './lines.ts';
import type { Line } from './lines.ts';

const EXAMPLE = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/api:v2.1.0';

const WAYS: readonly Line[] = [
  [`\`/ecr why ${EXAMPLE}\` finds out why this image cannot be pulled.`],
  [
    'Say who pulls it, and I can check that too: `--cluster prod --service checkout`, `--task` with an ARN, `--eks-cluster shop`, `--role` with an ARN, or `--workload` with the ARN of a function or a job.',
  ],
  [
    'In a thread, mention me below an error message: `@ecr-why why`. On any message: More actions, Diagnose pull error.',
  ],
  ['In channels that I am invited to, I answer error messages about failed pulls by myself.'],
];

/**
 * What can be asked, with an example that works.
 * @param problem what was wrong with what was asked, without a full stop
 */
export function drawHelp(problem?: string): Drawn {
  return drawLines(problem === undefined ? WAYS : [[`${problem}.`], ...WAYS]);
}
