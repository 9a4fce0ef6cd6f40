import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PathHop, PullLeg, SubnetPaths } from '../../src/domain/network-path.ts';
import { describePath } from '../../src/picture/describe-path.ts';
import { drawPath } from '../../src/picture/draw-path.ts';
import { LEG_TITLES } from '../../src/picture/legs.ts';
import { escapeXml } from '../../src/picture/xml.ts';
import { endpointsNetwork, natNetwork, route, withGroup, withRoutes } from '../support/network.ts';
import { pathsOf, pathsWith } from '../support/paths.ts';

/** Its parser refuses what is not well-formed. */
const sizeOf = (svg: string) => new Resvg(svg, { font: { loadSystemFonts: false } });

const LANE_WIDTH = (720 - 2 * 20 - 2 * 14) / 3;

/** How wide a line is in the fonts that pictures are drawn with, in pixels. */
function widthOf(line: string): number {
  const { resolve } = createRequire(import.meta.url);
  const fontFiles = ['', '-Bold'].map((weight) => resolve(`dejavu-fonts-ttf/ttf/DejaVuSansCondensed${weight}.ttf`));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" font-family="DejaVu Sans Condensed" font-size="25">${line}</svg>`;
  return new Resvg(svg, { font: { loadSystemFonts: false, fontFiles } }).getBBox()?.width ?? 0;
}

/** The words that are seen, one a line. */
const wordsIn = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, words]) => words);
const count = (svg: string, what: string) => svg.split(what).length - 1;

describe('drawPath', () => {
  it('draws once what all connections pass', () => {
    const words = wordsIn(drawPath(pathsOf(natNetwork())));
    const shared = ['Puller in subnet-task', 'DNS vpc-1', 'Security group sg-task', 'Network ACL acl-task'];
    expect(words).toEqual(
      ['Token', 'Manifest', 'Layers'].concat(
        shared,
        ['Route table rtb-task', 'NAT gateway nat-1'],
        ['ecr.api', 'way is open', 'ecr.dkr', 'way is open', 'S3', 'way is open'],
      ),
    );
  });

  it('draws side by side what differs', () => {
    const words = wordsIn(drawPath(pathsOf(endpointsNetwork())));
    expect(words).toContain('Security group sg-task');
    expect(words.filter((word) => word?.startsWith('vpce-'))).toEqual(['vpce-api', 'vpce-dkr', 'vpce-s3']);
  });

  it('marks a broken hop by a word, a shape, a cross and a line of another kind', () => {
    const healthy = drawPath(pathsOf(natNetwork()));
    const broken = drawPath(pathsOf(withGroup(natNetwork(), 'sg-task', { egress: [] })));
    expect(wordsIn(broken)).toContain('blocked');
    expect(wordsIn(broken)).toContain('no egress to internet');
    expect(wordsIn(broken).filter((word) => word === 'not reached')).toHaveLength(3);
    expect(count(healthy, '<path ')).toBe(0);
    // The corners of the box, and the sign with its cross.
    expect(count(broken, '<path ')).toBe(3);
    expect(count(healthy, 'stroke-dasharray')).toBe(0);
    expect(count(broken, 'stroke-dasharray="2 8"')).toBe(4 * 3);
  });

  it('draws with dashes and a question mark what is not known', () => {
    const estate = withRoutes(natNetwork(), 'rtb-task', [route('0.0.0.0/0', 'transit-gateway', 'tgw-1')]);
    const svg = drawPath(pathsOf(estate));
    expect(wordsIn(svg)).toContain('Transit gateway tgw-1');
    expect(wordsIn(svg)).toContain('unknown');
    expect(wordsIn(svg)).toContain('?');
    expect(svg).toContain('stroke-dasharray="11 8"');
    expect(wordsIn(svg)).not.toContain('blocked');
  });

  it('shortens ids, and says them in full to who points at them', () => {
    const subject = 'nat-0ee0000000000a001';
    const svg = drawPath(pathsWith(['token'], { kind: 'nat', subject, reason: 'nat-not-available' }));
    expect(wordsIn(svg)).toContain('nat-…a001');
    expect(svg).toContain(`${subject}: blocked, nat-not-available`);
  });

  it('names a missing endpoint by its service', () => {
    const subject = 'com.amazonaws.eu-west-1.ecr.dkr';
    const svg = drawPath(pathsWith(['manifest'], { kind: 'endpoint', subject, reason: 'missing-endpoint' }));
    expect(wordsIn(svg)).toContain('ecr.dkr');
  });

  it('has a ground of its own, the width of two phones, and is read out in words', () => {
    const paths = pathsOf(natNetwork());
    const svg = drawPath(paths);
    expect(sizeOf(svg).width).toBe(720);
    expect(svg).toContain(`<desc>${escapeXml(describePath(paths).join('\n'))}</desc>`);
    expect(svg).toMatch(/<rect width="720" height="\d+" fill="#fbfaf7">/);
  });

  it.each([
    's3-endpoint-not-on-route-table',
    'private-dns-for-inbound-resolver-only',
    'endpoint-may-not-serve-this-host-form',
    'dialled-address-is-unseen-endpoint',
    'nat-subnet-has-no-igw',
  ])('keeps every line within its box: %s', (reason) => {
    const svg = drawPath(pathsWith(['manifest'], { kind: 'egress-rule', subject: 'sg-0ee0000000000a001', reason }));
    // The puller's box is as wide as the picture.
    const lines = [...svg.matchAll(/<text [^>]*>(?!Puller)[^<]*<\/text>/g)].map(([line]) => line);
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) expect(widthOf(line)).toBeLessThan(LANE_WIDTH - 16);
  });
});

const anyText = fc.oneof(
  fc.constantFrom(
    'sg-1 sg-2',
    'acl-0123456789abcdef0',
    'com.amazonaws.eu-west-1.s3',
    '</text><script>',
    '&amp;"\'',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const anyHop: fc.Arbitrary<PathHop> = fc.record({
  kind: fc.constantFrom(
    'vpc-dns',
    'private-dns',
    'endpoint',
    'egress-rule',
    'acl-in',
    'acl-out',
    'route',
    'nat',
    'new',
  ),
  subject: anyText,
  verdict: fc.constantFrom('open', 'blocked', 'unknown', 'not-needed'),
  reason: fc.oneof(fc.constantFrom('beyond-transit', 'no-route', 'constructor'), anyText),
  detail: fc.dictionary(fc.constantFrom('target', 'targetKind'), anyText),
});
const anyLeg = (leg: PullLeg) =>
  fc.record({
    leg: fc.constant(leg),
    verdict: fc.constantFrom('reachable', 'blocked', 'unknown'),
    via: fc.option(fc.oneof(fc.constantFrom('nat-gateway', 'aws-network', 'transit'), anyText)),
    hops: fc.array(anyHop, { maxLength: 12 }),
  });
const anyPaths: fc.Arbitrary<SubnetPaths> = fc.record({
  subnet: anyText,
  legs: fc.oneof(
    fc.tuple(anyLeg('token'), anyLeg('manifest'), anyLeg('layers')),
    fc.tuple(anyLeg('layers')),
    fc.constant([]),
  ),
});

/** The hops that a way depends on. */
const neededHops = ({ legs }: SubnetPaths) =>
  legs.flatMap(({ hops }) => hops.filter(({ verdict }) => verdict !== 'not-needed'));

describe('whatever the paths are', () => {
  it('the picture is well-formed, and no hop is lost', () => {
    fc.assert(
      fc.property(anyPaths, (paths) => {
        const svg = drawPath(paths);
        expect(sizeOf(svg).width).toBe(720);
        for (const { subject } of neededHops(paths)) expect(svg).toContain(escapeXml(subject));
        const verdicts = new Set(neededHops(paths).map(({ verdict }) => verdict));
        expect(wordsIn(svg).includes('blocked')).toBe(verdicts.has('blocked'));
      }),
    );
  });

  it('there is one line of words for each connection', () => {
    fc.assert(
      fc.property(anyPaths, (paths) => {
        const lines = describePath(paths);
        expect(lines.map((line) => line.split(':')[0])).toEqual(paths.legs.map(({ leg }) => LEG_TITLES[leg]));
        for (const line of lines) expect(line).toMatch(/^[^\n]*\b(open|blocked|unknown)\b[^\n]*$/);
      }),
    );
  });
});
