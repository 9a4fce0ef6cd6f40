import { describe, expect, it } from 'vitest';
import { type Denial, POLICY_LAYERS } from '../../src/domain/incident.ts';
import { unreadPolicies } from '../../src/investigation/words.ts';

const denial = (layer: Denial['layer']): Denial => ({
  principal: 'arn:aws:sts::444455556666:assumed-role/checkout-exec/1',
  action: 'ecr:BatchGetImage',
  resource: null,
  layer,
  explicit: false,
  policy: null,
});

describe('where everything that was read allows what was denied', () => {
  it.each([
    ['session', 'AWS shows session policies to nobody'],
    ['service control', 'Only who runs the organization can read and change it'],
    ['resource control', 'the account of the registry'],
    ['VPC endpoint', 'another endpoint carried the request'],
    ['identity-based', 'they have changed since'],
  ] as const)('IAM’s sentence about a %s policy tells who can look', (layer, words) => {
    expect(unreadPolicies(denial(layer))).toContain(words);
  });

  it('each layer is told in its own words', () => {
    expect(new Set(POLICY_LAYERS.map((layer) => unreadPolicies(denial(layer)))).size).toBe(POLICY_LAYERS.length);
  });

  it.each([
    ['service control', 'over the account of the role allow it now: they have changed since'],
    ['resource control', 'over the account of the registry allow it now: they have changed since'],
  ] as const)('a %s policy that was read is not said to be for others to read', (layer, words) => {
    const said = unreadPolicies(denial(layer), new Set([layer]));
    expect(said).toContain(words);
    expect(said).not.toContain('Only who runs');
  });

  it('without a layer only those that were not read remain', () => {
    const said = unreadPolicies(null, new Set(['service control']));
    expect(said).toContain('(resource control, VPC endpoint, session)');
  });

  it.each([null, denial(null)])('without a layer all that were not read remain', (said) => {
    expect(unreadPolicies(said)).toContain('service control, resource control, VPC endpoint, session');
  });
});
