import type { Action } from '../../src/domain/aws.ts';
import type { EcrIncident } from '../../src/domain/check.ts';
import type { Finding, Verdict } from '../../src/domain/finding.ts';
import type { Denial, Symptom } from '../../src/domain/incident.ts';
import type { PullStage, PullStep } from '../../src/domain/pull-stage.ts';
import { aFinding } from './a-finding.ts';
import { anIncident } from './an-incident.ts';

/** What a check at this place of a pull found. */
export function at(stage: PullStage, step: PullStep, verdict: Verdict, check = `${stage}-${step}`): Finding {
  return aFinding({ check, position: { stage, step }, verdict });
}

export const ALL_PASS: readonly Finding[] = [
  at('token', 'permission', 'pass'),
  at('manifest', 'path', 'pass'),
  at('manifest', 'permission', 'pass'),
  at('manifest', 'object', 'pass'),
];

export function without(step: PullStep): readonly Finding[] {
  return ALL_PASS.filter(({ position }) => position.step !== step);
}

export function asks(symptom: Symptom | null): EcrIncident {
  return anIncident({ symptom });
}

/** IAM's sentence about somebody of another account than the registry's. */
export function aDenial(action: Action, parts: Partial<Denial> = {}): Denial {
  const principal = 'arn:aws:iam::444455556666:role/x';
  return { principal, action, resource: null, layer: 'identity-based', explicit: false, policy: null, ...parts };
}
