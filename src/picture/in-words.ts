const SPELT: Readonly<Record<string, string>> = {
  acl: 'ACL',
  aws: 'AWS',
  dns: 'DNS',
  igw: 'internet gateway',
  ip: 'IP',
  ipv6: 'IPv6',
  nat: 'NAT',
  nat64: 'NAT64',
  s3: 'S3',
  sg: 'security group',
  vpc: 'VPC',
};

/** `no-egress-to-prefix-list` → `no egress to prefix list`: the names that kinds and reasons have, as people read them. */
export function inWords(name: string): string {
  return name
    .split('-')
    .map((word) => (Object.hasOwn(SPELT, word) ? SPELT[word] : word))
    .join(' ');
}

/** The same at the beginning of a line. */
export function asTitle(name: string): string {
  const [first = '', ...rest] = inWords(name);
  return `${first.toUpperCase()}${rest.join('')}`;
}

const MOST_CHARACTERS = 14;

/** `subnet-0aa0000000000a001` → `subnet-…a001`, `com.amazonaws.us-east-1.ecr.dkr` → `ecr.dkr`: what fits a phone. */
export function shortId(id: string): string {
  const service = /^(?:cn\.)?com\.amazonaws\.[a-z0-9-]+\.(.+)$/.exec(id)?.[1];
  if (service !== undefined) return shortId(service);
  const characters = Array.from(id);
  if (characters.length <= MOST_CHARACTERS) return id;
  const prefix = /^[a-z]{1,8}-/.exec(id)?.[0] ?? '';
  const kept = prefix === '' ? MOST_CHARACTERS - 1 : 4;
  return `${prefix}…${characters.slice(-kept).join('')}`;
}

/** Several ids, with a space between, as the first and how many more. */
export function shortIds(ids: string): string {
  const [first = '', ...more] = ids.split(' ');
  return more.length === 0 ? shortId(first) : `${shortId(first)} +${more.length}`;
}
