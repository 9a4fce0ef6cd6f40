import type { Fix } from '../../domain/fix.ts';
import { parseJson } from '../../lib/parse-json.ts';
import type { Desk } from '../ports.ts';

/** Which plan a form is about, and where it is talked about. Kept in the form by Slack, and looked up when it comes back. */
export interface PlanSource {
  /** The diagnosis that planned the fix, or the request whose fix is to be put back. */
  readonly kind: 'fix' | 'undo';
  readonly id: string;
  /** Which fix of the diagnosis; empty for an undo. */
  readonly fixId: string;
  /** What the person was shown they would do: nothing is applied for who only asked. */
  readonly shown: 'apply' | 'ask';
  readonly channel: string;
  readonly threadTs: string;
}

export function writePlanSource(source: PlanSource): string {
  return JSON.stringify(source);
}

export function readPlanSource(text: string): PlanSource | null {
  const value = parseJson(text);
  return isPlanSource(value) ? value : null;
}

function isPlanSource(value: unknown): value is PlanSource {
  if (typeof value !== 'object' || value === null) return false;
  const fields = { ...value } as Partial<Record<keyof PlanSource, unknown>>;
  const isText = [fields.id, fields.fixId, fields.channel, fields.threadTs].every((field) => typeof field === 'string');
  return (
    isText && (fields.kind === 'fix' || fields.kind === 'undo') && (fields.shown === 'apply' || fields.shown === 'ask')
  );
}

export interface Plan {
  readonly fix: Fix;
  readonly diagnosisId: string;
  /** The request whose fix this one puts back. */
  readonly undoes: string | null;
}

/** The plan as it was made; `null` when nothing of that name is known any more. */
export async function findPlan(
  desk: Desk,
  { kind, id, fixId }: Pick<PlanSource, 'kind' | 'id' | 'fixId'>,
): Promise<Plan | null> {
  if (kind === 'undo') {
    const [request, fix] = await Promise.all([desk.findFixRequest(id), desk.planUndo(id)]);
    return request === null || fix === null ? null : { fix, diagnosisId: request.diagnosisId, undoes: id };
  }
  const diagnosis = await desk.findDiagnosis(id);
  const fix = diagnosis?.fixes.find((planned) => planned.id === fixId);
  return fix === undefined ? null : { fix, diagnosisId: id, undoes: null };
}
