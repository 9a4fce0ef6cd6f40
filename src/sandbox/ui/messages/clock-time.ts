/** A message's `ts` as ISO 8601, for machines. */
export function isoTime(ts: string): string {
  return new Date(Number(ts) * 1000).toISOString();
}

/** A message's `ts` as the reader's clock shows it. */
export function clockTime(ts: string): string {
  return new Date(Number(ts) * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
