import type { KeptDiagnosis } from '../../src/bot/kept-diagnosis.ts';
import { diagnosis } from '../slack/support/diagnoses.ts';

/** As the first version kept one: without a way back, and without the ways of the network. */
export function anOldDiagnosis(): KeptDiagnosis {
  const { recovery: _recovery, paths: _paths, ...kept } = diagnosis();
  return kept;
}
