import { describe, expect, it } from 'vitest';
import type { Check, EcrIncident } from '../../src/domain/check.ts';
import type { FactName, Facts } from '../../src/domain/facts.ts';
import { fillTemplate } from '../../src/lib/fill-template.ts';
import { anIncident } from './an-incident.ts';

interface CheckCase<Need extends FactName> {
  readonly when: string;
  readonly facts: Pick<Facts, Need>;
  readonly incident?: Partial<EcrIncident>;
  /** The sentence that a person reads, where it is worth pinning down. */
  readonly says?: string;
}

/** At least one case for every answer that the check declares: one that is left out does not compile. */
type CheckCases<Need extends FactName, Answer extends string> = Readonly<
  Record<Answer, readonly [CheckCase<Need>, ...CheckCase<Need>[]]>
>;

/** A table of cases for one check: facts in, answer out, no mocks. */
export function testCheck<Need extends FactName, Answer extends string>(
  check: Check<Need, Answer>,
  cases: CheckCases<Need, NoInfer<Answer>>,
): void {
  describe(check.id, () => {
    for (const [answer, table] of Object.entries<readonly CheckCase<Need>[]>(cases)) {
      it.each(table.map((each) => [`${answer}: ${each.when}`, each] as const))(
        '%s',
        (_title, { facts, incident, says }) => {
          const evaluation = check.evaluate(facts, anIncident(incident));
          expect(evaluation.answer).toBe(answer);
          const sentence = fillTemplate(check.answers[evaluation.answer].says, evaluation.data ?? {});
          expect(sentence).not.toContain('{{');
          if (says !== undefined) expect(sentence).toBe(says);
        },
      );
    }
  });
}
