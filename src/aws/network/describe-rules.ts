import type {
  NetworkAcl,
  NetworkAclEntry,
  PortRange,
  SecurityGroup,
  SecurityGroupRule,
} from '../../domain/network-estate.ts';

/** More rules than this are a list to read at AWS, not evidence. */
const MOST_RULES = 6;

/** The rules of a group as one would say them: `out: tcp 443 to sg-1; in: nothing`. */
export function describeGroup({ egress, ingress }: SecurityGroup): string {
  return `out: ${listed(egress.map((rule) => `${ruleWords(rule)} to ${peerWords(rule)}`))}; in: ${listed(ingress.map((rule) => `${ruleWords(rule)} from ${peerWords(rule)}`))}`;
}

/** The closing entry, which every ACL has and which denies the rest. */
const CLOSING = 32_767;

/** The entries of an ACL in the order in which they count. */
export function describeAcl({ entries }: NetworkAcl): string {
  const inOrder = entries.filter(({ number }) => number < CLOSING).toSorted((a, b) => a.number - b.number);
  const of = (direction: NetworkAclEntry['direction']): string =>
    listed(
      inOrder
        .filter((entry) => entry.direction === direction)
        .map((entry) => `${entry.number} ${entry.action} ${ruleWords(entry)} ${entry.cidr}`),
    );
  return `out: ${of('egress')}; in: ${of('ingress')}`;
}

function listed(rules: readonly string[]): string {
  if (rules.length === 0) return 'nothing';
  const shown = rules.slice(0, MOST_RULES).join(', ');
  return rules.length > MOST_RULES ? `${shown} and ${rules.length - MOST_RULES} more` : shown;
}

function ruleWords({
  protocol,
  ports,
}: {
  readonly protocol: SecurityGroupRule['protocol'];
  readonly ports: 'all' | PortRange;
}): string {
  if (protocol === 'all') return 'everything';
  if (protocol === 'other' || ports === 'all') return protocol === 'tcp' ? 'tcp' : 'other protocols';
  return `tcp ${ports.from === ports.to ? ports.from : `${ports.from}-${ports.to}`}`;
}

function peerWords({ peer }: SecurityGroupRule): string {
  return peer.kind === 'cidr' ? peer.cidr : peer.id;
}
