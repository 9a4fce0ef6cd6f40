import type { RemovingRule } from '../domain/facts/history.ts';

/** What a person finds a lifecycle rule by: its priority, and what its author calls it. */
export function ruleName({ priority, description }: RemovingRule): string {
  return description === null || description === '' ? String(priority) : `${priority} “${description}”`;
}
