/** The message that the page's address names, as `/archives/C…/p1700000000123456`. */
export function linkedMessage(path: string): { readonly channel: string; readonly ts: string } | null {
  const [, channel, seconds, micros] = /^\/archives\/(\w+)\/p(\d+)(\d{6})$/.exec(path) ?? [];
  return channel === undefined ? null : { channel, ts: `${seconds}.${micros}` };
}
