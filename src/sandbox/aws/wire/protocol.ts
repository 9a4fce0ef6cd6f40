import type { AwsFault, RefusalCodes } from './faults.ts';
import type { SignedRequest, WireResponse } from './http.ts';

/** The parameters of a call, decoded: nothing in them has been checked. */
export type Input = Readonly<Record<string, unknown>>;
export type Output = Readonly<Record<string, unknown>>;

/** How a service speaks on the wire. */
export interface Protocol {
  readonly refusals: RefusalCodes;
  read(request: SignedRequest): { readonly operation: string; readonly input: Input };
  success(operation: string, output: Output, requestId: string): WireResponse;
  failure(fault: AwsFault, requestId: string): WireResponse;
}
