import type { ControlPolicies } from '../../../domain/facts/organization.ts';

/** What a condition of a policy may ask about a request, beside who asks for what. */
export interface Circumstances {
  readonly context: Readonly<Record<string, string>>;
  /** Keys that the request certainly lacks. */
  readonly absentKeys: readonly string[];
  /** The policies of organizations that stand around it; absent where nobody reads them. */
  readonly controls?: ControlPolicies;
}

export const NOTHING_KNOWN: Circumstances = { context: {}, absentKeys: [] };
