import { describe, expect, it } from 'vitest';
import { AwsTrouble, isUnknownCall, troubleReason } from '../../src/aws/errors.ts';

const named = (name: string, extra: object = {}): Error => Object.assign(new Error(name), { name }, extra);

describe('troubleReason', () => {
  it.each([
    ['AccessDeniedException', 'denied'],
    ['AccessDenied', 'denied'],
    ['UnauthorizedOperation', 'denied'],
    ['ThrottlingException', 'throttled'],
    ['RequestLimitExceeded', 'throttled'],
    ['UnrecognizedClientException', 'unavailable'],
    ['CredentialsProviderError', 'no-credentials'],
    ['TimeoutError', 'unavailable'],
    ['UnknownOperationException', 'unavailable'],
  ])('%s is %s', (name, reason) => {
    expect(troubleReason(named(name))).toBe(reason);
  });

  it.each([
    ['a refused connection', named('Error', { code: 'ECONNREFUSED' })],
    ['a service in trouble', named('SomethingNew', { $metadata: { httpStatusCode: 503 } })],
    ['a page that is no answer of AWS', named('SyntaxError', { $response: {}, $metadata: { httpStatusCode: 403 } })],
    ['an emulator without the call', named('NotImplemented', { $metadata: { httpStatusCode: 501 } })],
  ])('%s is unavailable', (_what, error) => {
    expect(troubleReason(error)).toBe('unavailable');
  });

  it.each([
    ['a bug', new TypeError('x is not a function')],
    ['an answer that nobody declared', named('ImageNotFoundException', { $metadata: { httpStatusCode: 400 } })],
    ['a mistake in our input', named('InvalidParameterException', { $response: {}, $fault: 'client' })],
    ['no error at all', 'text'],
  ])('%s is not trouble: it must be thrown on', (_what, error) => {
    expect(troubleReason(error)).toBeNull();
  });
});

describe('isUnknownCall', () => {
  const trouble = (cause: unknown): AwsTrouble => new AwsTrouble('unavailable', {}, cause);

  it.each([
    ['a service that says so', named('UnknownOperationException', { $fault: 'client' })],
    ['an emulator that says so', named('InternalFailure', { $fault: 'server', $metadata: { httpStatusCode: 501 } })],
    ['a page in place of an answer', named('SyntaxError', { $response: {}, $metadata: { httpStatusCode: 500 } })],
  ])('is what %s means', (_what, cause) => {
    expect(isUnknownCall(trouble(cause))).toBe(true);
  });

  it.each([
    ['a denial', named('AccessDeniedException', { $fault: 'client' })],
    ['a service in trouble', named('ServerException', { $fault: 'server', $metadata: { httpStatusCode: 500 } })],
    ['a lost connection', named('TimeoutError')],
  ])('is not what %s means', (_what, cause) => {
    expect(isUnknownCall(trouble(cause))).toBe(false);
  });
});
