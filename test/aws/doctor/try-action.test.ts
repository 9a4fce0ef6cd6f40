import { createClients } from '../../../src/aws/clients.ts';
import { describe, expect, it } from 'vitest';
import type { Probe } from '../../../src/aws/doctor/probe.ts';
import { type ActionAnswer, tryAction } from '../../../src/aws/doctor/try-action.ts';

const PLACE = { account: '123456789012', region: 'us-east-1', partition: 'aws' };
const CLIENTS = createClients(PLACE, { accessKeyId: 'a', secretAccessKey: 's' }, { maxAttempts: 1 });

function awsError(name: string, message = '', parts: object = { $fault: 'client' }): Error {
  return Object.assign(new Error(message), { name, ...parts });
}

function answer(thrown: unknown): Promise<ActionAnswer> {
  const probe: Probe = { send: () => Promise.reject(thrown), letIn: ['RepositoryNotFoundException'] };
  return tryAction('ecr:BatchGetImage', probe, CLIENTS, PLACE);
}

const SENTENCE = 'User: arn:aws:sts::1:assumed-role/r/s is not authorized to perform: ';

describe('tryAction', () => {
  it.each<[string, Error, ActionAnswer]>([
    ['there is none', awsError('RepositoryNotFoundException'), 'allowed'],
    ['a denial', awsError('AccessDeniedException'), 'denied'],
    ['a denial of EC2', awsError('UnauthorizedOperation'), 'denied'],
    ['a denial of this', awsError('AccessDeniedException', `${SENTENCE}ecr:BatchGetImage on resource: x`), 'denied'],
    [
      'a denial of something else',
      awsError('AccessDeniedException', `${SENTENCE}ecr:BatchImportUpstreamImage on resource: x`),
      { unclear: 'ecr:BatchImportUpstreamImage is denied' },
    ],
    ['another complaint', awsError('InvalidParameterException'), { unclear: 'InvalidParameterException' }],
    ['too many calls', awsError('ThrottlingException'), { unclear: 'ThrottlingException' }],
    [
      'a page of a proxy',
      awsError('SyntaxError', '', { $response: {} }),
      { unclear: 'an answer that nobody can read' },
    ],
    ['no such host', awsError('Error', '', { code: 'ENOTFOUND' }), { unclear: 'ENOTFOUND' }],
  ])('reads %s', async (_what, error, expected) => {
    expect(await answer(error)).toEqual(expected);
  });

  it('takes an answer for a yes', async () => {
    const probe: Probe = { send: () => Promise.resolve({}) };
    expect(await tryAction('ecr:BatchGetImage', probe, CLIENTS, PLACE)).toBe('allowed');
  });

  it('throws a bug on', async () => {
    await expect(answer(new TypeError('x is undefined'))).rejects.toThrow('x is undefined');
  });
});
