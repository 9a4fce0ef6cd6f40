import { expect, it } from 'vitest';
import { commonOf, type RunningInstance, sourcesOf } from '../../../src/aws/puller/instances.ts';
import type { NetworkSource } from '../../../src/domain/network-estate.ts';

const source = (id: string, parts: Partial<NetworkSource> = {}): NetworkSource => ({
  id,
  subnet: 'subnet-1',
  addresses: 'unknown',
  securityGroups: ['sg-1'],
  hasPublicAddress: false,
  hasIpv6Address: false,
  ...parts,
});
const machine = (own: NetworkSource | null): RunningInstance => ({
  id: 'i-1',
  profile: null,
  source: own,
  os: 'linux',
  architecture: 'X86_64',
  tags: {},
});

it.each<[string, Partial<NetworkSource>, readonly string[]]>([
  ['are connected alike', {}, ['eni-1']],
  ['are in different subnets', { subnet: 'subnet-2' }, ['eni-1', 'eni-2']],
  ['wear different groups', { securityGroups: ['sg-2'] }, ['eni-1', 'eni-2']],
  ['differ in a public address', { hasPublicAddress: true }, ['eni-1', 'eni-2']],
  ['differ in an IPv6 address', { hasIpv6Address: true }, ['eni-1', 'eni-2']],
])('two machines that %s leave from as many places', (_how, parts, ids) => {
  const machines = [machine(source('eni-1')), machine(source('eni-2', parts)), machine(null)];
  expect(sourcesOf(machines).map(({ id }) => id)).toEqual(ids);
});

it.each([
  [[], 'unknown'],
  [['linux', 'linux'], 'linux'],
  [['linux', 'windows'], 'unknown'],
])('what %j have in common is %s', (values, common) => {
  expect(commonOf(values)).toBe(common);
});
