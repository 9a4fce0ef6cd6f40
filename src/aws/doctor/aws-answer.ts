import type { Action } from '../../domain/aws.ts';
import { errorName, isUnreadable, troubleReason } from '../errors.ts';

/** What AWS said against a call of ours. */
export interface AwsRefusal {
  /** It is a matter of permission, and of no other action than `action` where the sentence names one. */
  readonly isDenial: boolean;
  /** The action that AWS names as refused; `null` when its sentence names none. */
  readonly action: Action | null;
  /** The error's name, the code of the connection that failed, or that nobody can read the answer. */
  readonly found: string;
}

const REFUSED_ACTION = /not authorized to perform: ([\w-]+:\w+)/;

/** Reads an error that AWS sent, or that the way to it caused; anything else is a bug of ours and is thrown on. */
export function readRefusal(error: unknown): AwsRefusal {
  const reason = troubleReason(error);
  if (!(error instanceof Error) || (reason === null && !('$fault' in error))) throw error;
  const [service, operation] = (REFUSED_ACTION.exec(error.message)?.[1] ?? '').split(':');
  return {
    isDenial: reason === 'denied',
    action: service === undefined || operation === undefined ? null : `${service}:${operation}`,
    found: nameOf(error),
  };
}

function nameOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code;
  return isUnreadable(error) ? 'an answer that nobody can read' : errorName(error);
}
