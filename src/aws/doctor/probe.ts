import type { Place } from '../../domain/aws.ts';
import type { Clients } from '../clients.ts';

/** Where a probe is sent: enough to write down an ARN. */
export interface ProbePlace extends Place {
  readonly partition: string;
}

/**
 * How to find out whether we may do something: one call that changes nothing, about something that does not exist.
 * AWS decides on permission before it looks the thing up, so "there is none" is the answer to somebody who was let in.
 */
export interface Probe {
  send(clients: Clients, place: ProbePlace): Promise<unknown>;
  /** The names of the errors that only somebody who was let in gets. Any other error proves nothing. */
  readonly letIn?: readonly string[];
}

/** The name of everything that a probe asks for. */
export const NOBODY = 'ecr-why-doctor';
