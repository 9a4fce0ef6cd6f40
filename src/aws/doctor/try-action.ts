import type { Action } from '../../domain/aws.ts';
import type { Clients } from '../clients.ts';
import { errorName } from '../errors.ts';
import { readRefusal } from './aws-answer.ts';
import type { Probe, ProbePlace } from './probe.ts';

export type ActionAnswer = 'allowed' | 'denied' | { readonly unclear: string };

/** Whether these clients may do this, as AWS answers the probe. */
export async function tryAction(
  action: Action,
  probe: Probe,
  clients: Clients,
  place: ProbePlace,
): Promise<ActionAnswer> {
  try {
    await probe.send(clients, place);
    return 'allowed';
  } catch (error) {
    if (probe.letIn?.includes(errorName(error)) === true) return 'allowed';
    const refusal = readRefusal(error);
    if (!refusal.isDenial) return { unclear: refusal.found };
    // One call may take several permissions; that another is missing says nothing of this one.
    return refusal.action === null || refusal.action === action ? 'denied' : { unclear: `${refusal.action} is denied` };
  }
}
