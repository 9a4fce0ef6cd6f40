import { expect, it } from 'vitest';
import { toParseLine } from '../../src/intake/parse-line.ts';
import { readMessage } from '../../src/intake/parse-message.ts';

it('prints the fields that the command line promises', () => {
  const text = 'Failed to pull image "XXXX.dkr.ecr.eu-west-1.amazonaws.com/shop/cart:1": no basic auth credentials';
  expect(toParseLine(readMessage(text))).toEqual({
    isPullFailure: true,
    platform: 'kubernetes',
    symptom: 'auth_missing_or_expired',
    image: {
      registry: 'XXXX.dkr.ecr.eu-west-1.amazonaws.com',
      account: null,
      region: 'eu-west-1',
      repository: 'shop/cart',
      tag: '1',
      digest: null,
    },
  });
  expect(toParseLine(readMessage('good morning'))).toEqual({
    isPullFailure: false,
    platform: 'unknown',
    symptom: null,
    image: null,
  });
});
