/** Remembers the newest keys. Slack delivers an event again when an acknowledgement is late, and Bolt runs it again. */
export interface Seen {
  /** Whether this key is new; from now on it is not. */
  isFirst(key: string): boolean;
}

/** @param capacity how many keys to remember; the oldest are forgotten first */
export function createSeen(capacity: number): Seen {
  const keys = new Set<string>();
  return {
    isFirst(key) {
      if (keys.has(key)) return false;
      keys.add(key);
      const [oldest] = keys;
      if (keys.size > capacity && oldest !== undefined) keys.delete(oldest);
      return true;
    },
  };
}
