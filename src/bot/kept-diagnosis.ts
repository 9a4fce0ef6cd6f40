import type { Diagnosis } from '../domain/diagnosis.ts';

type CameLater = 'recovery' | 'paths';

/** A diagnosis as the queue keeps it for 30 days: what an older version kept lacks the fields that came later. */
export type KeptDiagnosis = Omit<Diagnosis, CameLater> & Partial<Pick<Diagnosis, CameLater>>;

/** The same with every field that is drawn today. What was not looked for then is shown as not there. */
export function readKeptDiagnosis(kept: KeptDiagnosis): Diagnosis {
  return { recovery: [], paths: null, ...kept };
}
