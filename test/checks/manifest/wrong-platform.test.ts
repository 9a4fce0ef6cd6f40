import { wrongPlatform } from '../../../src/checks/manifest/wrong-platform.ts';
import type { IndexEntry } from '../../../src/domain/facts/registry.ts';
import { SYMPTOMS } from '../../support/an-incident.ts';
import { anImageFact } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const DIGEST = `sha256:${'c0'.repeat(32)}`;

const linux = (architecture: string, variant: string | null = null): IndexEntry => ({
  digest: DIGEST,
  os: 'linux',
  architecture,
  variant,
  osVersion: null,
});
const windows = (osVersion: string): IndexEntry => ({
  digest: DIGEST,
  os: 'windows',
  architecture: 'amd64',
  variant: null,
  osVersion,
});

const ARM = { os: 'linux', architecture: 'arm64' };
const X86 = { os: 'linux', architecture: 'amd64' };

const index = (entries: readonly IndexEntry[], pullerPlatform: { os: string | null; architecture: string | null }) => ({
  image: anImageFact(),
  imagePlatforms: { kind: 'index' as const, entries },
  pullerPlatform,
});
const single = { image: anImageFact(), imagePlatforms: { kind: 'unsaid' as const }, pullerPlatform: ARM };
const unread = { image: anImageFact(), imagePlatforms: 'not-asked' as const, pullerPlatform: ARM };
const blamed = { symptom: { ...SYMPTOMS.notFound, kind: 'platform_mismatch' } } as const;

testCheck(wrongPlatform, {
  there: [
    { when: 'the index has it', facts: index([linux('amd64'), linux('arm64', 'v8')], ARM), incident: blamed },
    { when: 'a 32-bit image will do on x86', facts: index([linux('386')], X86) },
    { when: 'a 32-bit image will do on ARM', facts: index([linux('arm', 'v7')], ARM) },
  ],
  absent: [
    {
      when: 'the index has only another',
      facts: index([linux('amd64'), linux('s390x'), linux('arm', 'v7')], { os: 'linux', architecture: 'ppc64le' }),
      says: '`shop/api:v2.1.0` has no image for `linux/ppc64le`, only for `linux/amd64`, `linux/s390x` and `linux/arm/v7`.',
    },
    { when: 'ARM is wanted and only x86 is there', facts: index([linux('amd64')], ARM), incident: blamed },
    { when: 'x86 is wanted and only ARM is there', facts: index([linux('arm64')], X86) },
    { when: 'the architecture is right and the system is not', facts: index([windows('10.0.20348.1')], X86) },
    {
      when: 'the index is empty',
      facts: index([], X86),
      says: '`shop/api:v2.1.0` has no image for `linux/amd64`, only for no platform at all.',
    },
  ],
  'unknown-puller': [
    {
      when: 'nobody says what the puller is',
      facts: index([linux('amd64')], { os: 'linux', architecture: null }),
      says: '`shop/api:v2.1.0` has images for `linux/amd64`; which of them the puller wants I cannot tell: name the service or the task.',
    },
  ],
  'windows-build': [
    {
      when: 'Windows counts builds as well',
      facts: index([windows('10.0.17763.1'), windows('10.0.20348.1')], { os: 'windows', architecture: 'amd64' }),
      incident: blamed,
    },
  ],
  'not-said': [{ when: 'the message blames a single manifest', facts: single, incident: blamed }],
  cached: [{ when: 'reading could import it, and the message blames the platform', facts: unread, incident: blamed }],
  unblamed: [
    { when: 'it is a single manifest, which nobody compares', facts: single },
    { when: 'reading could import it, and nothing speaks of a platform', facts: unread },
  ],
  missing: [{ when: 'there is no image', facts: { image: null, imagePlatforms: null, pullerPlatform: ARM } }],
});
