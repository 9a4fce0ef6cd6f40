import { expect, it } from 'vitest';
import { fargateMatch } from '../../../../src/aws/puller/eks/fargate-match.ts';

it.each([
  ['shop', 'shop', true],
  ['shop', 'shop-eu', false],
  ['shop', 'my-shop', false],
  ['shop-*', 'shop-eu', true],
  ['*', 'shop', true],
  ['shop-?', 'shop-1', true],
  ['shop-?', 'shop-12', false],
  ['shop.eu', 'shop-eu', false],
])('a selector for %s takes the namespace %s: %s', (namespace, asked, isTaken) => {
  const profile = { fargateProfileName: 'one', selectors: [{ namespace }] };
  expect(fargateMatch([profile], asked)).toEqual({ surely: isTaken ? [profile] : [], perhaps: [] });
});
