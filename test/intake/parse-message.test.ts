import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartialImage } from '../../src/intake/partial-image.ts';
import { readMessage, toIncident } from '../../src/intake/parse-message.ts';
import { DIGEST, REGISTRY } from './samples/sample.ts';
import { SAMPLES } from './samples/samples.ts';
import { SILENCE_SAMPLES } from './samples/silence-samples.ts';

describe('readMessage', () => {
  it.each(SAMPLES)('recognises $platform: $name', ({ text, platform, symptom, image }) => {
    const reading = readMessage(text);
    expect(reading.isPullFailure).toBe(true);
    expect(reading.platform).toBe(platform);
    expect(reading.symptom?.kind).toBe(symptom);
    expect(asWritten(reading.partialImage)).toBe(image);
  });

  it.each(SILENCE_SAMPLES)('stays silent about: $name', ({ text }) => {
    const reading = readMessage(text);
    expect(reading.isPullFailure).toBe(false);
    expect(reading.symptom).toBeNull();
  });

  it.each([
    [
      'a misspelt domain',
      `failed to resolve ref 210987654321.dkr.ecr.eu-west-1.amazonawss.com/cart:1: no such host`,
      { account: '210987654321', region: 'eu-west-1' },
    ],
    [
      'a zone for a Region',
      `failed to resolve ref 210987654321.dkr.ecr.eu-west-1a.amazonaws.com/cart:1: no such host`,
      { account: '210987654321', region: null },
    ],
    [
      'a masked account',
      `failed to resolve ref XXXX.dkr.ecr.eu-west-1.amazonaws.com/cart:1: not found`,
      { registry: 'XXXX.dkr.ecr.eu-west-1.amazonaws.com', account: null, region: 'eu-west-1' },
    ],
    [
      'a placeholder for the account',
      `failed to resolve ref <account>.dkr.ecr.eu-west-1.amazonaws.com/cart:1: not found`,
      { registry: null, account: null, repository: 'cart' },
    ],
    [
      'a deleted account',
      `failed to resolve ref .dkr.ecr.eu-west-1.amazonaws.com/cart:1: not found`,
      { registry: null, account: null, region: 'eu-west-1', repository: 'cart' },
    ],
    [
      'a placeholder for the whole registry',
      `manifest for <redacted>/cart:1 not found: manifest unknown`,
      { registry: null, repository: null, tag: '1' },
    ],
    [
      'a host cut short',
      `Failed to pull image "210987654321.dkr.ecr...": pull access denied`,
      { registry: null, account: '210987654321', repository: null },
    ],
    [
      'an ellipsis for the tag',
      `Failed to pull image "${REGISTRY}/cart:…": not found`,
      { repository: 'cart', tag: null },
    ],
    [
      'a name cut off with the message',
      `Failed to pull image "${REGISTRY}/shop/ca`,
      { account: '210987654321', repository: null },
    ],
    [
      'a tag cut off with the message',
      `Back-off pulling image "${REGISTRY}/cart:1.`,
      { repository: 'cart', tag: null },
    ],
    ['a name cut off in a fence', `Failed to pull image "${REGISTRY}/shop/ca\n\`\`\``, { repository: null }],
  ])('keeps what is certain of %s', (_, text, certain) => {
    const reading = readMessage(`CannotPullContainerError: ${text}`);
    expect(reading.partialImage).toMatchObject(certain);
  });

  it.each([
    '210987654321.dkr.ecr.eu-west-1.amazonawss.com',
    'XXXX.dkr.ecr.eu-west-1.amazonaws.com',
    '<account>.dkr.ecr.eu-west-1.amazonaws.com',
  ])('makes no reference of an image at %s', (host) => {
    expect(readMessage(`CannotPullContainerError: failed to resolve ref ${host}/cart:1: not found`).image).toBeNull();
  });

  it('makes an incident of a reading', () => {
    const text = `CannotPullContainerError: failed to resolve ref ${REGISTRY}/cart:1: not found`;
    expect(toIncident(readMessage(text), { id: 'i-1', reportedAt: '2026-11-20T10:00:00.000Z' })).toEqual({
      id: 'i-1',
      reportedAt: '2026-11-20T10:00:00.000Z',
      image: {
        text: `${REGISTRY}/cart:1`,
        registry: { kind: 'ecr', host: REGISTRY, account: '210987654321', region: 'eu-west-1' },
        repository: 'cart',
        tag: '1',
      },
      registry: { kind: 'ecr', host: REGISTRY, account: '210987654321', region: 'eu-west-1' },
      platform: 'ecs',
      symptom: {
        kind: 'not_found',
        quote: `failed to resolve ref ${REGISTRY}/cart:1: not found`,
        reached: { stage: 'manifest', step: 'object' },
        until: { stage: 'manifest', step: 'object' },
        explainedBy: ['object'],
      },
      workload: null,
      denial: null,
      connection: null,
      failedAt: null,
    });
  });

  it('reads a word that the end of the message cuts off, where a clause begins with it', () => {
    const text = `Failed to pull image "${REGISTRY}/cart:1": Error response from daemon: Head "https://${REGISTRY}/v2/cart/manifests/1": unautho`;
    expect(readMessage(text).symptom?.kind).toBe('auth_missing_or_expired');
  });

  it('takes no part of a tag for the tag', () => {
    const text = `CannotPullContainerError: failed to resolve ref ${REGISTRY}/cart:v2.\u{1f648}0: not found`;
    expect(readMessage(text).image?.tag).toBeUndefined();
  });

  it('keeps the registry of a message that names no repository', () => {
    const reading = readMessage(
      `CannotPullContainerError: failed to do request: dial tcp ${REGISTRY}:443: i/o timeout`,
    );
    expect(reading.image).toBeNull();
    expect(reading.registry).toMatchObject({ account: '210987654321', region: 'eu-west-1' });
  });

  it('lists further images that failed, at most four, and none that did not', () => {
    const failed = [1, 2, 3, 4, 5, 6].map((n) => kubeletEvent(`${REGISTRY}/shop/cart-${n}:1`));
    const fine = `Normal  Pulled  2m  kubelet  Successfully pulled image "${REGISTRY}/shop/fine:1" in 1s`;
    const reading = readMessage([fine, ...failed, ...failed].join('\n'));
    expect(reading.image?.repository).toBe('shop/cart-1');
    expect(reading.otherImages.map(({ repository }) => repository)).toEqual([
      'shop/cart-2',
      'shop/cart-3',
      'shop/cart-4',
      'shop/cart-5',
    ]);
  });

  it('takes no image for a failed one that only stands beside it', () => {
    const text = `CannotPullContainerError: failed to resolve ref ${REGISTRY}/cart:1: not found\nimage: ${REGISTRY}/other:1\narn:aws:ecr:eu-west-1:210987654321:repository/third`;
    expect(readMessage(text).otherImages).toEqual([]);
  });

  it('counts the lines of one storm as one image', () => {
    const line = `(service cart) was unable to place a task. Reason: CannotPullContainerError: failed to resolve ref ${REGISTRY}/cart:1: not found`;
    expect(readMessage(Array.from({ length: 50 }, () => line).join('\n')).otherImages).toEqual([]);
  });

  it.each([
    ['the next key of JSON', '", "taskArn": "arn:aws:ecs:eu-west-1:210987654321:task/prod/0a1b"}'],
    ['the end of an object', '"}, {"name": "sidecar"}'],
    ['the next field of a log line', '" host=registry.acme.example'],
    ['the next key of a dump', "', 'is_error': False}]"],
  ])('quotes no further than the value, before %s', (_, rest) => {
    const text = `{"reason": "CannotPullContainerError: failed to resolve ref ${REGISTRY}/cart:1: ${REGISTRY}/cart:1: not found${rest}`;
    expect(readMessage(text).symptom?.quote).toBe(`${REGISTRY}/cart:1: not found`);
  });

  it('tells of a role that ECS could not assume, which is no pull that failed', () => {
    const text = `service cart failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::210987654321:role/cart-exec' that was provided for this task.)`;
    expect(readMessage(text)).toMatchObject({
      isPullFailure: false,
      platform: 'ecs',
      symptom: {
        kind: 'access_denied',
        quote: expect.stringContaining('unable to assume'),
        reached: { stage: 'token', step: 'permission' },
        until: { stage: 'token' },
        explainedBy: ['permission'],
      },
    });
  });

  it('repeats no secret', () => {
    const text = `CannotPullContainerError: failed open: unexpected status code https://b.s3.eu-west-1.amazonaws.com/x?X-Amz-Security-Token=IQoJb3JpZ2luX2VjEXAMPLE&X-Amz-Signature=0123abcd: 403 Forbidden`;
    expect(JSON.stringify(readMessage(text))).not.toMatch(/EXAMPLE|0123abcd/);
    expect(readMessage('CannotPullContainerError: AKIAABCDEFGHIJKLMNOP: not found').symptom?.quote).toBe(
      'CannotPullContainerError: [redacted]: not found',
    );
  });

  it('never throws', () => {
    const pieces = fc.constantFrom(
      '"',
      '\\',
      '<',
      '|',
      'https://',
      'dial tcp ',
      'User: arn:',
      '.dkr.ecr.',
      '@sha256:',
      '\n',
      DIGEST,
      ...SAMPLES.map(({ text }) => text.slice(0, 90)),
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 30 }),
        (parts) => {
          expect(typeof readMessage(parts.join('')).isPullFailure).toBe('boolean');
        },
      ),
    );
  });
});

function kubeletEvent(image: string): string {
  return `Warning  Failed  2m  kubelet  Failed to pull image "${image}": rpc error: code = NotFound desc = not found`;
}

function asWritten(image: PartialImage | null): string | null {
  if (image === null) return null;
  const name = [image.registry, image.repository].filter(Boolean).join('/');
  return `${name}${image.tag === null ? '' : `:${image.tag}`}${image.digest === null ? '' : `@${image.digest}`}`;
}

it('takes the cause from the end of an entry that was not copied whole, where the entries after it say none', () => {
  const events =
    '  Warning  Failed   22s  kubelet  Error: ErrImagePull\n  Normal   BackOff  7s   kubelet  Back-off pulling image "198.51.100.7:8082/acme/cart:1"';
  const kindOf = (text: string) => readMessage(text).symptom?.kind;
  expect(kindOf(`": http: server gave HTTP response to HTTPS client\n${events}`)).toBe('tls');
  expect(kindOf(`": http: server gave HTTP response to HTTPS client\n${events}: not found`)).toBe('not_found');
});
