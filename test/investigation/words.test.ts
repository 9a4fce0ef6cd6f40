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

  it.each([null, denial(null)])('without a layer all that were not read remain', (said) => {
    expect(unreadPolicies(said)).toContain('service control, resource control, VPC endpoint, session');
  });
});
