import { describe, expect, it } from 'vitest';
import type { ZoneRecord } from '../../../src/domain/network-estate.ts';
import { answeringZone, askZone, type ZoneAnswer } from '../../../src/semantics/vpc-path/private-zones.ts';
import { alias, aZone } from '../../support/hub.ts';

const ZONE = 'dkr.ecr.eu-west-1.amazonaws.com';
const HOST = `123456789012.${ZONE}`;
const ENDPOINT: ZoneAnswer = { kind: 'endpoint', id: 'vpce-1' };
const NOTHING: ZoneAnswer = { kind: 'nothing' };
const HERE = (): boolean => true;
const UNCLEAR: ZoneAnswer = { kind: 'unclear' };

const address = (name: string): ZoneRecord => ({ name, type: 'A', values: ['10.0.0.1'], alias: null });
const AT: ZoneAnswer = { kind: 'addresses', addresses: ['10.0.0.1'] };
const cname = (name: string, to: string): ZoneRecord => ({ name, type: 'CNAME', values: [to], alias: null });
const chain = (links: number): readonly ZoneRecord[] => [
  cname(HOST, `c1.${ZONE}`),
  ...Array.from({ length: links - 1 }, (_, at) => cname(`c${at + 1}.${ZONE}`, `c${at + 2}.${ZONE}`)),
  address(`c${links}.${ZONE}`),
];

describe('what a zone answers', () => {
  it.each<[string, string, readonly ZoneRecord[], ZoneAnswer]>([
    ['the record of the name', HOST, [address(HOST)], AT],
    ['the wildcard', HOST, [address(`*.${ZONE}`)], AT],
    ['the wildcard for a name two labels below it', `a.${HOST}`, [address(`*.${ZONE}`)], AT],
    ['its own name, before the wildcard', HOST, [address(`*.${ZONE}`), alias(HOST, 'vpce-1')], ENDPOINT],
    ['nothing at the top by a wildcard', ZONE, [address(`*.${ZONE}`)], NOTHING],
    // The nearest name that exists is the host's: the wildcard above that does not reach past it.
    ['nothing below a name that exists', `a.${HOST}`, [address(`*.${ZONE}`), address(HOST)], NOTHING],
    ['nothing for a name that only others make exist', HOST, [address(`*.${ZONE}`), address(`a.${HOST}`)], NOTHING],
    ['nothing of the parts of a label', HOST, [address(`x${HOST}`)], NOTHING],
    ['nothing of a zone that is empty', HOST, [], NOTHING],
    ['a chain of names', HOST, chain(3), AT],
    ['a chain as long as is followed', HOST, chain(4), AT],
    ['no chain that is longer', HOST, chain(5), UNCLEAR],
    ['no chain without an end', HOST, [cname(HOST, HOST)], UNCLEAR],
    ['nothing at the end of a chain that breaks off', HOST, [cname(HOST, `gone.${ZONE}`)], NOTHING],
    ['no name of another zone', HOST, [cname(HOST, 'proxy.example')], UNCLEAR],
    ['an endpoint, by its own name', HOST, [cname(HOST, 'vpce-1-abcd.ecr.eu-west-1.vpce.amazonaws.com')], ENDPOINT],
    ['no host that only looks like an endpoint', HOST, [cname(HOST, 'vpce-1-abcd.example')], UNCLEAR],
    ['nothing certain of a delegated name', HOST, [delegation(HOST), address(HOST)], UNCLEAR],
    ['nothing certain below a delegated name', `a.${HOST}`, [delegation(HOST), address(`a.${HOST}`)], UNCLEAR],
    ['its own, whoever serves the zone itself', HOST, [delegation(ZONE), address(HOST)], AT],
    ['its own, beside a delegated name', HOST, [delegation(`other.${ZONE}`), address(HOST)], AT],
    ['nothing certain by addresses of the other family', HOST, [{ ...address(HOST), type: 'AAAA' }], UNCLEAR],
    ['nothing by other types', HOST, [{ ...address(HOST), type: 'other' }], NOTHING],
    ['nothing certain of several answers', HOST, [address(HOST), address(HOST)], UNCLEAR],
  ])('is %s', (_what, host, records, expected) => {
    expect(askZone(aZone(ZONE, records), host, 'ipv4', HERE)).toEqual(expected);
  });

  it('is not known of a zone that was not read', () => {
    expect(askZone(aZone(ZONE, 'unknown'), HOST, 'ipv4', HERE)).toEqual(UNCLEAR);
  });

  it('is not known of a CNAME for which another zone answers', () => {
    const records = [cname(HOST, `c1.${ZONE}`), address(`c1.${ZONE}`)];
    expect(askZone(aZone(ZONE, records), HOST, 'ipv4', (name) => name !== `c1.${ZONE}`)).toEqual(UNCLEAR);
  });

  it('is asked by the type of the family', () => {
    const both = [address(HOST), { ...address(HOST), type: 'AAAA', values: ['fd00::1'] } as const];
    expect(askZone(aZone(ZONE, both), HOST, 'ipv6', HERE)).toEqual({ kind: 'addresses', addresses: ['fd00::1'] });
  });
});

describe('the zone that answers', () => {
  const zones = ['amazonaws.com', HOST, ZONE, 'com'].map((name) => aZone(name, []));

  it.each([
    [HOST, HOST],
    [`a.${HOST}`, HOST],
    [`210987654321.${ZONE}`, ZONE],
    [ZONE, ZONE],
    ['api.ecr.eu-west-1.amazonaws.com', 'amazonaws.com'],
    ['notamazonaws.com', 'com'],
  ])('for %s is %s', (host, zone) => {
    expect(answeringZone(zones, host)?.name).toBe(zone);
    expect(answeringZone(zones.toReversed(), host)?.name).toBe(zone);
  });

  it('is none for a name outside of all', () => {
    expect(answeringZone(zones, 'registry.example')).toBeNull();
  });
});

function delegation(name: string): ZoneRecord {
  return { name, type: 'NS', values: ['ns.example'], alias: null };
}
