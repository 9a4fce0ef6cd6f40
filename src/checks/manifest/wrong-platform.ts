import { shortName } from '../../domain/image-reference.ts';
import type { PullerPlatform } from '../../domain/facts/puller.ts';
import type { ImagePlatform } from '../../domain/facts/registry.ts';
import { listOf } from '../../lib/plural.ts';
import { defineCheck } from '../define-check.ts';

/** What a runtime takes for want of its own. Source: containerd, platforms/compare.go, platformVector. */
const ALSO_TAKEN: Readonly<Record<string, string>> = { amd64: '386', arm64: 'arm' };

export const wrongPlatform = defineCheck({
  id: 'wrong-platform',
  stage: 'manifest',
  step: 'object',
  question: 'Was the image built for the platform of the puller?',
  needs: ['image', 'imagePlatforms', 'pullerPlatform'],
  concerns: ['platform_mismatch', 'other'],
  answers: {
    there: { verdict: 'pass', says: '`{{name}}` has an image for {{wanted}}.' },
    absent: { verdict: 'fail', says: '`{{name}}` has no image for {{wanted}}, only for {{platforms}}.' },
    'unknown-puller': {
      verdict: 'unknown',
      says: '`{{name}}` has images for {{platforms}}; which of them the puller wants I cannot tell: name the service or the task.',
    },
    'windows-build': {
      verdict: 'unknown',
      says: '`{{name}}` has an image for Windows; whether its build fits the host ({{builds}}) I cannot tell.',
    },
    'not-said': {
      verdict: 'unknown',
      says: 'The message speaks of the platform, but the manifest of `{{name}}` does not say what it was built for: that is in its configuration, which I do not download.',
    },
    cached: {
      verdict: 'unknown',
      says: 'A pull through cache rule covers `{{name}}`, so reading its manifest could make ECR import it: I did not ask what it was built for.',
    },
    unblamed: {
      verdict: 'not-applicable',
      says: 'The manifest is not compared with a platform, and no message blames one.',
    },
    missing: { verdict: 'not-applicable', says: 'There is no such image.' },
  },
  evaluate({ image, imagePlatforms, pullerPlatform }, incident) {
    const isBlamed = incident.symptom?.kind === 'platform_mismatch';
    const name = shortName(incident.image);
    if (image === null || imagePlatforms === null) return { answer: 'missing' };
    if (imagePlatforms === 'not-asked') return isBlamed ? { answer: 'cached', data: { name } } : { answer: 'unblamed' };
    if (imagePlatforms.kind === 'unsaid')
      return isBlamed ? { answer: 'not-said', data: { name } } : { answer: 'unblamed' };
    const { os, architecture } = pullerPlatform;
    const data = { name, wanted: `\`${os}/${architecture}\``, platforms: namesOf(imagePlatforms.entries) };
    if (os === null || architecture === null) return { answer: 'unknown-puller', data };
    const fitting = imagePlatforms.entries.filter((entry) => canRun(entry, { os, architecture }));
    if (fitting.length === 0) return { answer: 'absent', data };
    const builds = fitting.flatMap(({ osVersion }) => osVersion ?? []);
    if (isBlamed && os === 'windows') return { answer: 'windows-build', data: { name, builds: listOf(builds) } };
    return { answer: 'there', data };
  },
});

function canRun({ os, architecture }: ImagePlatform, puller: PullerPlatform): boolean {
  if (os !== puller.os || puller.architecture === null) return false;
  return architecture === puller.architecture || architecture === ALSO_TAKEN[puller.architecture];
}

function namesOf(entries: readonly ImagePlatform[]): string {
  const names = entries.map(({ os, architecture, variant }) => [os, architecture, variant ?? []].flat().join('/'));
  return names.length === 0 ? 'no platform at all' : listOf([...new Set(names)].map((name) => `\`${name}\``));
}
