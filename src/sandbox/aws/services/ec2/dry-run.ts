import { AwsFault } from '../../wire/faults.ts';
import { textOf } from '../../wire/input.ts';
import type { Operation, Service } from '../operation.ts';

/**
 * Operations that can be asked for the permission alone: whoever has it is told so as an error.
 * (EC2 API reference, "Common query parameters" and "Error codes".)
 */
export function withDryRun(operations: Service['operations']): Service['operations'] {
  return Object.fromEntries(Object.entries(operations).map(([name, operation]) => [name, dryRunnable(operation)]));
}

function dryRunnable({ wishes, answer }: Operation): Operation {
  return {
    wishes,
    answer(call) {
      if (textOf(call.input, 'DryRun') !== 'true') return answer(call);
      throw new AwsFault('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412);
    },
  };
}
