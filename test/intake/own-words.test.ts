import { describe, expect, it } from 'vitest';
import { ownWords } from '../../src/intake/own-words.ts';
import { readMessage } from '../../src/intake/parse-message.ts';
import { REGISTRY } from './samples/sample.ts';

const USER = 'arn:aws:sts::210987654321:assumed-role/cart-exec/0a1b';
const denied = (repository: string) =>
  `pull access denied for ${REGISTRY}/${repository}, repository does not exist or may require 'docker login': denied: User: ${USER} is not authorized to perform: ecr:BatchGetImage on resource: arn:aws:ecr:eu-west-1:210987654321:repository/${repository} because no identity-based policy allows the ecr:BatchGetImage action`;
const timedOut = (repository: string) =>
  `Failed to pull image "${REGISTRY}/${repository}:1": failed to do request: Head "https://${REGISTRY}/v2/${repository}/manifests/1": dial tcp 10.0.0.7:443: i/o timeout`;

function wordsOf(text: string): Record<string, unknown> {
  const reading = readMessage(text);
  const images = [reading.image, ...reading.otherImages].flatMap((image) => image ?? []);
  return Object.fromEntries(
    images.map((image) => {
      const { symptom, denial, connection, failedAt } = ownWords(text, reading, image);
      return [image.repository, [symptom?.kind, denial?.resource ?? null, connection?.address ?? null, failedAt]];
    }),
  );
}

describe('ownWords', () => {
  it.each([
    ['lines', '\n'],
    ['paragraphs', '\n\n'],
  ])('gives each image what stands in its own of several %s', (_, between) => {
    expect(wordsOf(`${denied('shop/cart')}${between}${timedOut('shop/web')}`)).toEqual({
      'shop/cart': ['access_denied', 'arn:aws:ecr:eu-west-1:210987654321:repository/shop/cart', null, null],
      'shop/web': ['timeout', null, '10.0.0.7', null],
    });
  });

  it('takes the time of its own entry, and else the time that the message has', () => {
    const events = ['09', '10'].map((hour) => `[2026-11-20T${hour}:00:00Z] ${timedOut(`shop/cart-${hour}`)}`);
    expect(wordsOf(events.join('\n'))).toMatchObject({
      'shop/cart-09': ['timeout', null, '10.0.0.7', '2026-11-20T09:00:00.000Z'],
      'shop/cart-10': ['timeout', null, '10.0.0.7', '2026-11-20T10:00:00.000Z'],
    });
    expect(wordsOf(`At 2026-11-20T09:00:00Z:\n${timedOut('a/b')}\n${timedOut('c/d')}`)).toMatchObject({
      'c/d': ['timeout', null, '10.0.0.7', '2026-11-20T09:00:00.000Z'],
    });
  });

  it('convicts no image by the denial of another', () => {
    const text = `Failed to pull image "${REGISTRY}/shop/web:1" and ${denied('shop/cart')}`;
    expect(wordsOf(text)['shop/web']).toMatchObject([expect.anything(), null, null, null]);
  });
});
