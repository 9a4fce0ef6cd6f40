import type { Symptom } from '../domain/incident.ts';

/** Whether a text says that a role could not be assumed: then nothing was asked of ECR, and no grant of the role matters yet. */
export function saysRoleRefused(symptom: Symptom | null): boolean {
  return symptom !== null && /unable to assume/i.test(symptom.quote);
}
