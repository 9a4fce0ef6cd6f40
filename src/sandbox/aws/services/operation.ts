import type { Action, Region } from '../../../domain/aws.ts';
import type { Wish } from '../wish.ts';
import type { Caller } from '../caller.ts';
import type { Estate } from '../estate.ts';
import type { Input, Output, Protocol } from '../wire/protocol.ts';

/** One call, decoded and with its caller known. */
export interface Call {
  readonly estate: Estate;
  readonly caller: Caller;
  readonly region: Region;
  readonly input: Input;
  /** The time now, of the machine and not of the world: credentials must expire in the reader's future. */
  readonly at: Date;
}

export interface Operation {
  /** What the caller must be allowed before the operation looks at anything. Empty: everybody may. */
  readonly wishes: (call: Call, action: Action) => readonly Wish[];
  /** @throws AwsFault */
  readonly answer: (call: Call) => Output;
}

/** One AWS service, as far as the sandbox knows it. */
export interface Service {
  readonly protocol: Protocol;
  /** IAM and STS are in no Region: enabling one means nothing to them. */
  readonly isGlobal: boolean;
  readonly operations: Readonly<Record<string, Operation>>;
}

/** A wish about everything that the caller's own account has: for actions that IAM cannot narrow to a resource. */
export const wishForAll = ({ caller }: Call, action: Action): readonly Wish[] => [
  { action, resource: '*', owner: caller.account },
];
