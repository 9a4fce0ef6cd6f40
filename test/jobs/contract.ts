import { describeClosing } from './contract/closing.ts';
import { describeDiagnoses } from './contract/diagnoses.ts';
import { describeFixRequests } from './contract/fix-requests.ts';
import { describeGivingUp } from './contract/giving-up.ts';
import type { EngineUnderTest } from './engine-under-test.ts';
import { describeSurvival } from './contract/survival.ts';

/** What every engine must do: the same suite for all three. */
export function describeContract(engine: EngineUnderTest): void {
  describeDiagnoses(engine);
  describeFixRequests(engine);
  describeGivingUp(engine);
  describeClosing(engine);
  describeSurvival(engine);
}
