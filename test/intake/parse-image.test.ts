import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainBadImage, formatImage, parseImage } from '../../src/intake/parse-image.ts';

const DIGEST = `sha256:${'0f'.repeat(32)}`;

describe('parseImage', () => {
  it.each([
    ['210987654321.dkr.ecr.eu-west-1.amazonaws.com', 'eu-west-1'],
    ['210987654321.dkr.ecr-fips.us-east-2.amazonaws.com', 'us-east-2'],
    ['210987654321.dkr.ecr-fips.us-gov-west-1.amazonaws.com', 'us-gov-west-1'],
    ['210987654321.dkr.ecr.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
    ['210987654321.dkr-ecr.eu-west-1.on.aws', 'eu-west-1'],
    ['210987654321.dkr-ecr-fips.us-gov-east-1.on.aws', 'us-gov-east-1'],
    ['210987654321.dkr-ecr.cn-northwest-1.on.amazonwebservices.com.cn', 'cn-northwest-1'],
    ['210987654321.dkr.ecr.eusc-de-east-1.amazonaws.eu', 'eusc-de-east-1'],
    ['210987654321.dkr.ecr.us-iso-east-1.c2s.ic.gov', 'us-iso-east-1'],
    ['210987654321.dkr.ecr.us-isob-east-1.sc2s.sgov.gov', 'us-isob-east-1'],
    ['210987654321.dkr.ecr.eu-isoe-west-1.cloud.adc-e.uk', 'eu-isoe-west-1'],
    ['210987654321.dkr.ecr.us-isof-south-1.csp.hci.ic.gov', 'us-isof-south-1'],
  ])('reads the ECR host %s', (host, region) => {
    const text = `${host}/team/shop/cart:1.4.2@${DIGEST}`;
    expect(parseImage(text)).toEqual({
      text,
      registry: { kind: 'ecr', host, account: '210987654321', region },
      repository: 'team/shop/cart',
      tag: '1.4.2',
      digest: DIGEST,
    });
  });

  it.each([
    ['public.ecr.aws/acme/agent:2', 'ecr-public', 'public.ecr.aws', 'acme/agent'],
    ['ecr-public.aws.com/acme/agent:2', 'ecr-public', 'ecr-public.aws.com', 'acme/agent'],
    ['nginx:1', 'other', 'docker.io', 'library/nginx'],
    ['docker.io/nginx:1', 'other', 'docker.io', 'library/nginx'],
    ['index.docker.io/acme/cart:1', 'other', 'docker.io', 'acme/cart'],
    ['registry-1.docker.io/library/nginx:1', 'other', 'docker.io', 'library/nginx'],
    ['acme/cart', 'other', 'docker.io', 'acme/cart'],
    ['ghcr.io/acme/cart:1', 'other', 'ghcr.io', 'acme/cart'],
    ['localhost:5000/cart:1', 'other', 'localhost:5000', 'cart'],
    ['localhost/cart:1', 'other', 'localhost', 'cart'],
    ['10.0.0.4:8443/a/b:c', 'other', '10.0.0.4:8443', 'a/b'],
    [
      '210987654321.dkr.ecr.eu-west-1.amazonaws.com/mirror/docker.io/library/redis:7',
      'ecr',
      '210987654321.dkr.ecr.eu-west-1.amazonaws.com',
      'mirror/docker.io/library/redis',
    ],
  ])('reads %s', (text, kind, host, repository) => {
    expect(parseImage(text)).toMatchObject({ text, registry: { kind, host }, repository });
  });

  it.each([
    ['', /Name the image/],
    ['not-an-image', /could be anything/],
    ['two words', /without spaces/],
    ['https://210987654321.dkr.ecr.eu-west-1.amazonaws.com/cart:1', /no scheme/],
    ['210987654321.dkr.ecr.eu-west-1.amazonaws.com', /repository is missing/],
    ['210987654321.dkr.ecr.eu-west-1.amazonaws.com/', /repository is missing/],
    ['210987654321.dkr.ecr.eu-west-1.amazonaws.com/Shop/Cart:1', /small letters/],
    ['210987654321.dkr.ecr.eu-west-1.amazonaws.com/shop//cart:1', /not one that a registry allows/],
    ['210987654321.dkr.ecr.eu-west-1.amazonaws.com/shop__-cart:1', /not one that a registry allows/],
    ['210987654321.dkr.ecr.eu-west-1.amazonaws.com/cart:', /A tag has/],
    [`210987654321.dkr.ecr.eu-west-1.amazonaws.com/cart:${'t'.repeat(129)}`, /A tag has/],
    ['210987654321.dkr.ecr.eu-west-1.amazonaws.com/cart@sha256:0f', /64 hexadecimal/],
    ['21098765432.dkr.ecr.eu-west-1.amazonaws.com/cart:1', /12 digits/],
    ['210987654321.dkr.ecr.eu-west-1a.amazonaws.com/cart:1', /Region/],
    ['210987654321.dkr.ecr.eu-west-1.amazonawss.com/cart:1', /domain of AWS/],
    ['${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/cart:1', /placeholder/],
    ['<todo>', /placeholder/],
    ['-bad-.example.com/cart:1', /not the name of a host/],
  ])('refuses %j and says why', (text, why) => {
    expect(parseImage(text)).toBeNull();
    expect(explainBadImage(text)).toMatch(why);
    expect(parseImage(explainBadImage(text).split(': ').at(-1) ?? '')).not.toBeNull();
  });

  it('gives the same reference for what it printed', () => {
    fc.assert(
      fc.property(references, (text) => {
        const image = parseImage(text);
        expect(image).not.toBeNull();
        if (image === null) return;
        const printed = formatImage(image);
        expect(parseImage(printed)).toEqual({ ...image, text: printed });
      }),
    );
  });

  it('takes any text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const image = parseImage(text);
        expect(typeof explainBadImage(text)).toBe('string');
        expect(image === null || parseImage(formatImage(image)) !== null).toBe(true);
      }),
    );
  });
});

const component = fc.stringMatching(/^[a-z0-9]{1,8}(?:[-.][a-z0-9]{1,4}){0,2}$/);
const registry = fc.oneof(
  fc.stringMatching(/^\d{12}$/).map((account) => `${account}.dkr.ecr.ap-southeast-2.amazonaws.com`),
  fc.stringMatching(/^\d{12}$/).map((account) => `${account}.dkr-ecr-fips.us-east-1.on.aws`),
  fc.constantFrom('public.ecr.aws', 'docker.io', 'quay.io', 'localhost:5000', 'registry-1.docker.io'),
);
const references = fc
  .record({
    registry,
    path: fc.array(component, { minLength: 1, maxLength: 4 }),
    tag: fc.option(fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,40}$/)),
    digest: fc.option(fc.stringMatching(/^[0-9a-f]{64}$/)),
  })
  .map(({ registry: host, path, tag, digest }) => {
    return `${host}/${path.join('/')}${tag === null ? '' : `:${tag}`}${digest === null ? '' : `@sha256:${digest}`}`;
  });
