import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../../src/lib/parse-json.ts';
import { AwsFault } from '../../../../src/sandbox/aws/wire/faults.ts';
import { REST_REFUSALS, restJsonProtocol } from '../../../../src/sandbox/aws/wire/rest-json.ts';

const protocol = restJsonProtocol(
  [
    ['GET /clusters/{clusterName}', 'DescribeCluster'],
    ['GET /clusters/{clusterName}/node-groups', 'ListNodegroups'],
    ['POST /v1/describejobs', 'DescribeJobs'],
  ],
  REST_REFUSALS,
);
const request = (method: string, path: string, parts: { query?: Record<string, string>; body?: string } = {}) => ({
  method,
  path,
  hostname: 'eks.us-east-1.amazonaws.com',
  headers: {},
  ...parts,
});
const textOf = ({ body }: { body: Uint8Array }): unknown => parseJson(new TextDecoder().decode(body));

describe('a request of REST JSON', () => {
  it.each([
    [request('GET', '/clusters/shop'), 'DescribeCluster', { clusterName: 'shop' }],
    [
      request('GET', '/clusters/a%2Fb/node-groups', { query: { maxResults: '2' } }),
      'ListNodegroups',
      { clusterName: 'a/b', maxResults: '2' },
    ],
    [request('POST', '/v1/describejobs', { body: '{"jobs":["1"]}' }), 'DescribeJobs', { jobs: ['1'] }],
  ])('%j is told by its path', (asked, operation, input) => {
    expect(protocol.read(asked)).toEqual({ operation, input });
  });

  it.each([request('DELETE', '/clusters/shop'), request('GET', '/clusters/'), request('GET', '/clusters/shop/addons')])(
    '%j is none that is known',
    (asked) => {
      expect(protocol.read(asked)).toEqual({ operation: `${asked.method} ${asked.path}`, input: {} });
    },
  );
});

it('writes times as seconds, and the name of an error into a header', () => {
  const answer = protocol.success('DescribeCluster', { createdAt: '2026-01-01T00:00:00.000Z' }, 'id');
  expect(textOf(answer)).toEqual({ createdAt: 1_767_225_600 });
  const failure = protocol.failure(new AwsFault('ResourceNotFoundException', 'No cluster', 404), 'id');
  expect(failure).toMatchObject({ statusCode: 404, headers: { 'x-amzn-errortype': 'ResourceNotFoundException' } });
  expect(textOf(failure)).toEqual({ message: 'No cluster' });
});
