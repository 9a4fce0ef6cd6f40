import type { Credentials } from './clients.ts';

type Provider = Extract<Credentials, (...args: never[]) => unknown>;
type Session = Awaited<ReturnType<Provider>>;

/** A session is given up this long before it ends, so that no call is signed with one that ends on the way. */
const EARLY_MS = 5 * 60_000;

/** One session for every client that asks: without this each client would assume the role for itself. */
export function sharedSession(provider: Provider, now: () => number = Date.now): Provider {
  let session: Promise<Session> | undefined;
  let endsAt = 0;
  return async (...args) => {
    if (session === undefined || now() > endsAt - EARLY_MS) {
      endsAt = Number.POSITIVE_INFINITY;
      session = provider(...args);
      session.then(
        ({ expiration }) => (endsAt = expiration?.getTime() ?? Number.POSITIVE_INFINITY),
        () => (session = undefined),
      );
    }
    return session;
  };
}
