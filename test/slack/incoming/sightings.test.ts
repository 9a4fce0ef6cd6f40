import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/intake/parse-message.ts';
import { sightingsOf } from '../../../src/slack/incoming/sightings.ts';

const HOST = '111122223333.dkr.ecr.eu-west-1.amazonaws.com';
const sighted = (text: string) =>
  (sightingsOf({ text, reading: readMessage(text) }) ?? []).map(({ image, symptom }) => [
    image?.repository,
    symptom?.kind,
    symptom?.quote,
  ]);
const event = (repository: string, says: string) =>
  `Warning  Failed  2m  kubelet  Failed to pull image "${HOST}/${repository}:1": ${says}`;

describe('several images in one message', () => {
  it.each([
    ['events', event],
    [
      'lines',
      (repository: string, says: string) => event(repository, says).slice('Warning  Failed  2m  kubelet  '.length),
    ],
  ])('are each told of in their own words: %s', (_, line) => {
    const text = [
      line('shop/api', `failed to resolve reference "${HOST}/shop/api:1": ${HOST}/shop/api:1: not found`),
      line(
        'shop/cart',
        `failed to do request: Head "https://${HOST}/v2/shop/cart/manifests/1": dial tcp 10.0.0.1:443: i/o timeout`,
      ),
    ].join('\n');
    expect(sighted(text)).toEqual([
      ['shop/api', 'not_found', expect.stringContaining('shop/api')],
      ['shop/cart', 'timeout', expect.stringMatching(/^(?!.*shop\/api).*i\/o timeout/)],
    ]);
  });

  it('are not told of in the words of another', () => {
    const text = `${event('shop/api', `${HOST}/shop/api:1: not found`)}; ${'and so on '.repeat(20)}; Failed to pull image "${HOST}/shop/cart:1"`;
    expect(sighted(text)).toEqual([
      ['shop/api', 'not_found', expect.stringContaining('shop/api')],
      ['shop/cart', undefined, undefined],
    ]);
  });
});

it('one image keeps what the whole message says of it', () => {
  const text = `Failed to pull image "${HOST}/shop/api:1"\nrpc error: code = NotFound desc = not found`;
  expect(sighted(text)).toMatchObject([['shop/api', 'not_found', expect.any(String)]]);
});
