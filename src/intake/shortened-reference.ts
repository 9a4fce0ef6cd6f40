/** Somebody shortened it: of `"host/shop/ca..."` the last part is not whole. */
export function beforeEllipsis(reference: string): string {
  return /[^/:@.\u2026](?:\.\.\.|\u2026)$/.test(reference) ? withoutLastPart(reference) : reference;
}

/** A reference without its tag or digest; of a name that has neither, only the host is whole. */
export function withoutLastPart(reference: string): string {
  const mark = /[:@][^/:@]*$/.exec(reference);
  if (mark !== null) return reference.slice(0, mark.index);
  const [host = ''] = reference.split('/');
  if (!host.includes('.')) return '';
  return host === reference ? host : `${host}/`;
}
