import type { AccessFact } from '../domain/access.ts';
import type { EcrIncident, Evaluation } from '../domain/check.ts';
import { type DeniedAnswer, deniedAnswer } from './denied-answer.ts';
import { statementsToChange } from './statements-to-change.ts';

/** Tells a denial for want of a grant more exactly; `null`: nothing more is known of it. */
type Refine<Answer extends string> = (
  access: AccessFact,
  denied: Evaluation<string>,
  incident: EcrIncident,
) => Evaluation<Answer> | null;

/** What the policies say of an access; a denial as exactly as they show it, with the statements that would have to change. */
export function toldDenial<Answer extends string>(
  access: AccessFact,
  incident: EcrIncident,
  refine: Refine<Answer>,
): Evaluation<DeniedAnswer | Answer> {
  const answered = deniedAnswer(access);
  switch (answered.answer) {
    case 'explicit-deny':
      return { ...answered, statements: statementsToChange(access) };
    case 'no-statement':
    case 'layer-denies':
      return {
        ...answered,
        ...refine(access, answered, incident),
        statements: statementsToChange(access),
      };
    default:
      return answered;
  }
}
