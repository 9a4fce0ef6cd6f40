import { describe, expect, it } from 'vitest';
import type { Learned } from '../../../../src/domain/facts.ts';
import type { ControlPolicies, Controls } from '../../../../src/domain/facts/organization.ts';
import { namedDocument } from '../../../../src/investigation/derived/access/access.ts';
import { NOTHING_KNOWN } from '../../../../src/investigation/derived/access/circumstances.ts';
import {
  aboutToken,
  controlLayers,
  levelOf,
  seenOf,
  within,
} from '../../../../src/investigation/derived/access/controls.ts';
import { aGap } from '../../../support/fake-fact-source.ts';

const ASKER = '444455556666';
const REGISTRY = '123456789012';
const ALL = {
  name: 'service control policy FullAWSAccess (p-FullAWSAccess) on root r-sand',
  text: '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
};

const over = (account: string, ...levels: readonly (typeof ALL)[][]): Controls => ({
  account,
  levels: levels.map((policies, index) => ({ target: `level ${index}`, policies })),
});
const layers = (policies: ControlPolicies | undefined, asker: string | null = ASKER) =>
  controlLayers(policies, asker, REGISTRY, namedDocument);
const gap = aGap('controlPolicies', { action: 'organizations:ListRoots' });

describe('controlLayers', () => {
  it.each<[string, ControlPolicies | undefined, unknown]>([
    ['nobody reads them', undefined, { serviceControl: null, resourceControl: null }],
    ['none may', { service: 'not-asked', resource: 'not-asked' }, { serviceControl: null, resourceControl: null }],
    [
      'they do not bind',
      { service: { account: ASKER, levels: null }, resource: { account: REGISTRY, levels: null } },
      { serviceControl: null, resourceControl: null },
    ],
    [
      'they could not be read',
      { service: { account: ASKER, gap }, resource: { account: REGISTRY, gap } },
      { serviceControl: 'unknown', resourceControl: 'unknown' },
    ],
  ])('have no say that was not read: %s', (_when, policies, expected) => {
    expect(layers(policies)).toEqual(expected);
  });

  it('keep the levels apart', () => {
    const { serviceControl } = layers({ service: over(ASKER, [ALL], [ALL, ALL]), resource: 'not-asked' });
    expect(serviceControl).toMatchObject([[{ name: ALL.name }], [{ name: ALL.name }, { name: ALL.name }]]);
  });

  it('take a bare level for silence of service control, and of resource control for one that was not read', () => {
    const bare = layers({ service: over(ASKER, [ALL], []), resource: over(REGISTRY, [ALL], []) });
    expect(bare).toMatchObject({ serviceControl: [[{}], []], resourceControl: [[{}], 'unknown'] });
  });

  it.each([
    ['another account asks', '777788889999'],
    ['nobody in an account asks', null],
  ])('say nothing of service control where %s', (_who, asker) => {
    expect(layers({ service: over(ASKER, []), resource: 'not-asked' }, asker).serviceControl).toBeNull();
  });
});

describe('what was learned of them', () => {
  const value: ControlPolicies = { service: { account: ASKER, gap }, resource: over(REGISTRY, [ALL]) };
  const known: Learned<'controlPolicies'> = { known: true, value, evidence: [] };
  const unknown: Learned<'controlPolicies'> = { known: false, gap };

  it('stands around a request only where it is known', () => {
    expect(within(known, NOTHING_KNOWN).controls).toBe(value);
    expect(within(unknown, NOTHING_KNOWN)).toBe(NOTHING_KNOWN);
  });

  it('says nothing of the resource that a token is', () => {
    expect(aboutToken(known)).toMatchObject({ value: { service: value.service, resource: 'not-asked' } });
    expect(aboutToken(unknown)).toBe(unknown);
  });

  it('brings each gap in it along', () => {
    expect(seenOf(known)).toEqual([known, { known: false, gap }]);
    expect(seenOf(unknown)).toEqual([unknown]);
  });
});

describe('levelOf', () => {
  const policies: ControlPolicies = { service: over(ASKER, [ALL], [ALL]), resource: over(REGISTRY, [ALL]) };

  it.each([
    ['service control', 1, 'level 1'],
    ['resource control', 0, 'level 0'],
    ['service control', undefined, undefined],
  ] as const)('of %s at %s is %s', (layer, level, expected) => {
    const decided = { layer, result: 'silent', nearMisses: [], ...(level !== undefined && { level }) } as const;
    expect(levelOf(decided, policies)).toBe(expected);
  });

  it('is none of what was not read', () => {
    const decided = { layer: 'service control', result: 'unknown', nearMisses: [], level: 0 } as const;
    expect(levelOf(decided, { service: { account: ASKER, gap }, resource: 'not-asked' })).toBeUndefined();
    expect(levelOf(decided, undefined)).toBeUndefined();
  });
});
