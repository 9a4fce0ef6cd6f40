/** An error of one operation, with the code that AWS gives it on the wire. */
export class AwsFault extends Error {
  readonly code: string;
  readonly statusCode: number;

  constructor(code: string, message: string, statusCode = 400) {
    super(message);
    this.name = 'AwsFault';
    this.code = code;
    this.statusCode = statusCode;
  }
}

/** The errors that every service has, and that each protocol family calls something else. */
export type RefusalKind = 'denied' | 'throttled' | 'unknown-operation' | 'unknown-credentials' | 'expired-credentials';

/** An error that is not the operation's own: its code on the wire depends on the protocol of the service. */
export class Refusal extends Error {
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind, message: string) {
    super(message);
    this.name = 'Refusal';
    this.kind = kind;
  }
}

export type RefusalCodes = Readonly<Record<RefusalKind, readonly [code: string, statusCode: number]>>;

/** Whatever was thrown, as an error that AWS could have sent; a bug of the sandbox is thrown on. */
export function asFault(thrown: unknown, codes: RefusalCodes): AwsFault {
  if (thrown instanceof AwsFault) return thrown;
  if (!(thrown instanceof Refusal)) throw thrown;
  const [code, statusCode] = codes[thrown.kind];
  return new AwsFault(code, thrown.message, statusCode);
}
