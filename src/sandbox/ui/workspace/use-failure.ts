import { useCallback, useEffect, useState } from 'react';

const SHOWN_MS = 6_000;

/** The last thing that did not work, for as long as a person needs to read it. */
export function useFailure(): readonly [string, (reason: string) => void] {
  const [failure, setFailure] = useState<{ readonly reason: string } | null>(null);
  useEffect(() => {
    if (failure === null) return undefined;
    const timer = setTimeout(() => setFailure(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [failure]);
  return [failure?.reason ?? '', useCallback((reason: string) => setFailure({ reason }), [])];
}
