import { describe, expect, it } from 'vitest';
import { readMessage } from '../../src/intake/parse-message.ts';
import { DIGEST, REGISTRY } from './samples/sample.ts';

const IAM = (action: string, because = ''): string =>
  `User: arn:aws:sts::345678901234:assumed-role/cart-exec/0a is not authorized to perform: ${action} on resource: *${because}`;

describe('how far the pull had come', () => {
  it.each([
    ['not found', `failed to resolve ref ${REGISTRY}/cart:1: not found`, 'manifest.object', ['object']],
    [
      'not found behind a pull-through cache',
      `failed to resolve ref ${REGISTRY}/docker-hub/library/redis:7: not found`,
      'manifest.permission',
      ['object', 'permission'],
    ],
    [
      'not found at Docker Hub',
      'failed to resolve ref docker.io/acme/cart:1: not found',
      'manifest.object',
      ['object'],
    ],
    [
      'manifest forbidden',
      `unexpected status from HEAD request to https://${REGISTRY}/v2/cart/manifests/1: 403 Forbidden`,
      'manifest.permission',
      ['permission', 'object'],
    ],
    [
      'the digest itself forbidden as a blob',
      `failed to resolve ref ${REGISTRY}/cart@${DIGEST}: unexpected status from HEAD request to https://${REGISTRY}/v2/cart/blobs/${DIGEST}: 403 Forbidden`,
      'manifest.object',
      ['object'],
    ],
    [
      'another blob forbidden',
      `failed to resolve ref ${REGISTRY}/cart:1: unexpected status from HEAD request to https://${REGISTRY}/v2/cart/blobs/${DIGEST}: 403 Forbidden`,
      'manifest.permission',
      ['permission', 'object'],
    ],
    [
      'docker denied',
      `pull access denied for ${REGISTRY}/cart, repository does not exist or may require 'docker login'`,
      'manifest.permission',
      ['permission', 'object'],
    ],
    [
      'denied by the repository policy',
      IAM('ecr:BatchGetImage', ' because no resource-based policy allows the ecr:BatchGetImage action'),
      'manifest.permission',
      ['permission', 'object'],
    ],
    [
      'denied by the identity policy',
      IAM('ecr:BatchGetImage', ' because no identity-based policy allows the ecr:BatchGetImage action'),
      'manifest.permission',
      ['permission'],
    ],
    ['token denied', IAM('ecr:GetAuthorizationToken'), 'token.permission', ['permission']],
    ['layer denied', IAM('ecr:GetDownloadUrlForLayer'), 'layers.permission', ['permission']],
    [
      'layer refused by S3',
      'failed to copy: httpReadSeeker: failed open: unexpected status code https://prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com/x: 403 Forbidden',
      'layers.permission',
      ['permission'],
    ],
    [
      'layer broken off',
      'failed to copy: httpReadSeeker: failed open: unexpected EOF',
      'layers.path',
      ['path', 'permission', 'object'],
    ],
    [
      'no credentials',
      `Head https://${REGISTRY}/v2/cart/manifests/1: no basic auth credentials`,
      'token.permission',
      ['permission'],
    ],
    [
      'ecr.api out of reach',
      'Post "https://api.ecr.eu-west-1.amazonaws.com/": dial tcp 10.0.0.1:443: i/o timeout',
      'token.path',
      ['path'],
    ],
    [
      'ecr.dkr out of reach',
      `Head "https://${REGISTRY}/v2/cart/manifests/1": dial tcp 10.0.0.1:443: i/o timeout`,
      'manifest.path',
      ['path'],
    ],
    [
      'S3 out of reach',
      'Get "https://prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com/x": dial tcp 52.1.1.1:443: i/o timeout',
      'layers.path',
      ['path'],
    ],
    ['an unknown host out of reach', 'dial tcp 10.0.0.1:443: i/o timeout', 'token.path', ['path']],
    ['no such host', `dial tcp: lookup ${REGISTRY}: no such host`, 'manifest.path', ['path']],
    [
      'a connection that failed in a way without a name',
      `Head "https://${REGISTRY}/v2/cart/manifests/1": dial tcp 10.0.0.1:443: connect: no route to host`,
      'manifest.path',
      ['path'],
    ],
    [
      'registry auth out of reach',
      'ResourceInitializationError: unable to pull secrets or registry auth: pull command failed: : signal: killed',
      'token.path',
      ['path', 'permission'],
    ],
    [
      'registry auth denied',
      `ResourceInitializationError: unable to pull secrets or registry auth: AccessDeniedException: ${IAM('ecr:GetAuthorizationToken')}`,
      'token.permission',
      ['permission'],
    ],
    ['disk full', 'write /var/lib/x: no space left on device', 'start.object', ['object']],
    ['platform missing', 'no match for platform in manifest: not found', 'manifest.object', ['object']],
    ['invalid reference', 'invalid reference format', 'reference.object', ['object']],
    ['limited', 'toomanyrequests: Rate exceeded', 'manifest.permission', ['permission']],
    [
      'token throttled',
      'ThrottlingException when calling the GetAuthorizationToken operation',
      'token.permission',
      ['permission'],
    ],
    ['manifest throttled', 'ThrottlingException', 'manifest.permission', ['permission']],
    ['key disabled', 'KmsException: key is disabled', 'manifest.permission', ['permission', 'object']],
    ['nothing more', 'context was lost', 'reference.path', ['path', 'permission', 'object']],
  ])('%s', (_, text, position, explainedBy) => {
    const symptom = readMessage(`CannotPullContainerError: ${text}`).symptom;
    expect(`${symptom?.reached.stage}.${symptom?.reached.step}`).toBe(position);
    expect(symptom?.explainedBy).toEqual(explainedBy);
  });
});

describe('how far the fault may lie', () => {
  it.each([
    ['where the registry answered', `failed to resolve ref ${REGISTRY}/cart:1: not found`, 'manifest.object'],
    [
      'at the connection that failed',
      `Head "https://${REGISTRY}/v2/cart/manifests/1": dial tcp 10.0.0.1:443: i/o timeout`,
      'manifest.object',
    ],
    ['anywhere, when the host is not known', 'dial tcp 10.0.0.1:443: i/o timeout', 'layers.object'],
    ['at the action that was denied', IAM('ecr:GetAuthorizationToken'), 'token.object'],
    [
      'at the policy that denied',
      IAM('ecr:BatchGetImage', ' because no identity-based policy allows the ecr:BatchGetImage action'),
      'manifest.object',
    ],
    [
      'up to the layers, when nobody says what was forbidden',
      `https://${REGISTRY}/v2/cart/manifests/1: 403 Forbidden`,
      'layers.object',
    ],
    [
      'at the token, when a task could not begin',
      'unable to pull secrets or registry auth: signal: killed',
      'token.object',
    ],
  ])('%s', (_where, text, position) => {
    const symptom = readMessage(`CannotPullContainerError: ${text}`).symptom;
    expect(`${symptom?.until.stage}.${symptom?.until.step}`).toBe(position);
  });
});

describe('a task that could not reach its secrets', () => {
  const secret =
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret';

  it.each([
    `${secret} from asm: service call has been retried 5 time(s): failed to fetch secret arn:aws:secretsmanager:eu-west-1:345678901234:secret:cart from secrets manager: RequestCanceled: request context canceled caused by: context deadline exceeded`,
    `${secret}s from ssm: service call has been retried 4 time(s): RequestError: send request failed caused by: Post "https://ssm.eu-west-1.amazonaws.com/": dial tcp 52.119.1.1:443: i/o timeout`,
  ])('was stopped beside the pull: %s', (text) => {
    expect(readMessage(text).symptom).toMatchObject({
      kind: 'registry_auth_init',
      reached: { stage: 'start', step: 'path' },
      until: { stage: 'start' },
      explainedBy: ['path'],
    });
  });

  it('is not meant where the registry’s own token was the matter, or nobody says what', () => {
    const token =
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 3 time(s): RequestError: send request failed caused by: Post "https://api.ecr.eu-west-1.amazonaws.com/": dial tcp 1.2.3.4:443: i/o timeout';
    const bare =
      'ResourceInitializationError: unable to pull secrets or registry auth: pull command failed: : signal: killed';
    for (const text of [token, bare])
      expect(readMessage(text).symptom).toMatchObject({ reached: { stage: 'token', step: 'path' } });
  });
});

describe('a task that could not begin for want of a secret', () => {
  it.each([
    `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): AccessDeniedException: ${IAM('secretsmanager:GetSecretValue', ' because no identity-based policy allows the secretsmanager:GetSecretValue action')}`,
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 5 time(s): failed to fetch secret arn:aws:secretsmanager:eu-west-1:345678901234:secret:cart from secrets manager: RequestCanceled: request context canceled',
  ])('is explained by nothing that a pull of an image is asked about: %s', (text) => {
    expect(readMessage(text).symptom?.explainedBy ?? []).toEqual([]);
  });
});
