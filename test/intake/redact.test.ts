import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../src/intake/redact.ts';
import { SAMPLES } from './samples/samples.ts';

const base64 = fc.stringMatching(/^[A-Za-z0-9+/]{24,80}$/);
const letters = fc.stringMatching(/^[A-Za-z0-9]{16,60}$/);

/** Where secrets stand in what people paste. */
const PLANTS: Readonly<Record<string, readonly [fc.Arbitrary<string>, (secret: string) => string]>> = {
  'access key id': [fc.stringMatching(/^A(?:KIA|SIA)[A-Z0-9]{16}$/), (secret) => `caller ${secret} failed`],
  'secret access key by name': [
    fc.stringMatching(/^[A-Za-z0-9/+]{40}$/),
    (secret) => `aws_secret_access_key = ${secret}`,
  ],
  'secret access key in JSON': [
    fc.stringMatching(/^[A-Za-z0-9/+]{40}$/),
    (secret) => `{"SecretAccessKey": "${secret}"}`,
  ],
  'secret access key alone': [fc.stringMatching(/^A[a-z][0-9][A-Za-z0-9/+]{37}$/), (secret) => `key ${secret} .`],
  'session token in the environment': [base64, (secret) => `export AWS_SESSION_TOKEN=${secret}`],
  'session token in JSON': [base64, (secret) => `{"SessionToken":"${secret}"}`],
  'session token alone': [base64.map((rest) => `IQoJb3JpZ2luX2Vj${rest}`), (secret) => `token ${secret}`],
  'signed URL, signature': [
    fc.stringMatching(/^[0-9a-f]{64}$/),
    (secret) => `Get "https://b.s3.amazonaws.com/x?X-Amz-Signature=${secret}": 403`,
  ],
  'signed URL, credential': [letters, (secret) => `https://b/x?X-Amz-Credential=${secret}%2F20261120&X-Amz-Date=1`],
  'signed URL, token': [letters, (secret) => `https://b/x?X-Amz-Security-Token=${secret}&a=b`],
  'basic header': [base64, (secret) => `Authorization: Basic ${secret}`],
  'bearer header in JSON': [base64, (secret) => `{"Authorization": "Bearer ${secret}"}`],
  'signature header': [letters, (secret) => `Authorization: AWS4-HMAC-SHA256 Credential=x, Signature=${secret}`],
  'docker login, short flag': [letters, (secret) => `docker login -u AWS -p ${secret} https://registry.example.com`],
  'docker login, long flag': [
    letters,
    (secret) => `docker login --username AWS --password ${secret} registry.example.com`,
  ],
  'docker login, equals': [letters, (secret) => `podman login --password=${secret} registry.example.com`],
  'docker login, piped': [
    letters,
    (secret) => `echo ${secret} | docker login --username AWS --password-stdin registry.example.com`,
  ],
  'config.json': [base64, (secret) => `{"auths": {"registry.example.com": {"auth": "${secret}"}}}`],
  'config.json, escaped': [base64, (secret) => JSON.stringify(JSON.stringify({ auths: { r: { auth: secret } } }))],
  'Slack token': [letters, (secret) => `SLACK_BOT_TOKEN=xoxb-${secret}`],
  'Slack app token': [letters, (secret) => `token is xapp-1-${secret}`],
  'Slack webhook': [letters, (secret) => `curl https://hooks.slack.com/services/T0/B0/${secret}`],
  'password in a URL': [letters, (secret) => `pull from https://ci:${secret}@registry.example.com/v2/`],
  'GitHub token': [letters, (secret) => `ghp_${secret}`],
  'web token': [letters, (secret) => `got eyJhbGciOiJIUzI1NiJ9.${secret}.${secret}`],
  'private key': [base64, (secret) => `-----BEGIN RSA PRIVATE KEY-----\n${secret}\n-----END RSA PRIVATE KEY-----`],
};

describe('redact', () => {
  it.each(Object.keys(PLANTS))('removes: %s', (name) => {
    const [secrets, plant] = PLANTS[name] ?? [letters, String];
    fc.assert(
      fc.property(secrets, fc.lorem({ maxCount: 4 }), (secret, words) => {
        const clean = redact(`${words}\n${plant(secret)}\n${words}`);
        expect(clean).not.toContain(secret);
        expect(clean).toContain('[redacted]');
      }),
    );
  });

  it.each(SAMPLES.filter(({ text }) => !text.includes('X-Amz')))(
    'leaves a message without secrets as it is: $name',
    ({ text }) => {
      expect(redact(text)).toBe(text);
    },
  );

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(PLANTS)), letters, (name, secret) => {
        const once = redact(PLANTS[name]?.[1](secret) ?? '');
        expect(redact(once)).toBe(once);
      }),
    );
  });

  it('leaves a port that is published', () => {
    expect(redact('docker run -p 8080:80 acme/cart')).toBe('docker run -p 8080:80 acme/cart');
  });
});
