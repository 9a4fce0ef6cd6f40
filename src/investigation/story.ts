import type { EcrIncident } from '../domain/check.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Finding, Verdict } from '../domain/finding.ts';
import { type Registry, shortName } from '../domain/image-reference.ts';
import type { Incident } from '../domain/incident.ts';
import type { PullStage } from '../domain/pull-stage.ts';
import type { StoryStatus, StoryStep } from '../domain/story.ts';

/** The chapters of the story, in the order of a pull. The way to the registry is one chapter for all three connections. */
const CHAPTERS: readonly { id: string; title: string; holds: (finding: Finding) => boolean }[] = [
  { id: 'network', title: 'Network', holds: ({ position }) => position.step === 'path' },
  { id: 'token', title: 'Token', holds: isIn('token') },
  { id: 'manifest', title: 'Manifest', holds: isIn('manifest') },
  { id: 'layers', title: 'Layers', holds: isIn('layers') },
  { id: 'prevention', title: 'Prevention', holds: isIn('prevention') },
];

function isIn(stage: PullStage): (finding: Finding) => boolean {
  return ({ position }) => position.stage === stage && position.step !== 'path';
}

const WORST_FIRST: readonly Verdict[] = ['fail', 'unknown', 'pass', 'not-applicable'];

/** The findings so far as a story in the order of a pull: what was read from the message, then one step a stage. */
export function storyOf(
  incident: EcrIncident,
  puller: StoryStep,
  findings: readonly Finding[],
  phase: 'asking' | 'done',
): readonly StoryStep[] {
  return [
    messageStep(incident),
    puller,
    ...CHAPTERS.map(({ id, title, holds }) => chapter(id, title, findings.filter(holds), phase)),
  ];
}

/** What was read before anything was asked; all that there is to tell of an image that we cannot look into. */
export function messageStep({ image, symptom }: Incident): StoryStep {
  const asked =
    image === null ? 'no image is named' : `${shortName(image)} in registry ${registryName(image.registry)}`;
  const lines = symptom === null ? [asked] : [asked, `The message says: ${symptom.quote}`];
  return { id: 'message', title: symptom === null ? 'Read the question' : 'Read the message', status: 'pass', lines };
}

function registryName(registry: Registry): string {
  return registry.kind === 'ecr' ? `${registry.account} ${registry.region}` : registry.host;
}

function chapter(id: string, title: string, findings: readonly Finding[], phase: 'asking' | 'done'): StoryStep {
  const lines = findings
    .filter(({ verdict }) => verdict !== 'not-applicable')
    .flatMap((finding) => [...finding.evidence.map(evidenceLine), finding.summary])
    .filter((line) => line !== '');
  return { id, title, status: statusOf(findings, phase), lines: [...new Set(lines)] };
}

function statusOf(findings: readonly Finding[], phase: 'asking' | 'done'): StoryStatus {
  if (findings.length === 0) return phase === 'asking' ? 'asking' : 'skipped';
  const worst = WORST_FIRST.find((verdict) => findings.some((finding) => finding.verdict === verdict));
  return worst === undefined || worst === 'not-applicable' ? 'skipped' : worst;
}

function evidenceLine({ action, subject, observed }: Evidence): string {
  return `${action} ${subject}: ${observed}`;
}
