import { describe, expect, it } from 'vitest';
import type { Finding, Verdict } from '../../src/domain/finding.ts';
import type { ImageReference } from '../../src/domain/image-reference.ts';
import type { StoryStatus, StoryStep } from '../../src/domain/story.ts';
import { messageStep, storyOf } from '../../src/investigation/story.ts';
import { aFinding } from '../support/a-finding.ts';
import { anImage, anIncident, SYMPTOMS } from '../support/an-incident.ts';
import { at } from '../support/pull-findings.ts';

const PULLER: StoryStep = { id: 'puller', title: 'Found who pulls', status: 'pass', lines: ['a service'] };

const tell = (findings: readonly Finding[], phase: 'asking' | 'done' = 'done') =>
  storyOf(anIncident(), PULLER, findings, phase);

const chapter = (id: string, findings: readonly Finding[], phase: 'asking' | 'done' = 'done'): StoryStep | undefined =>
  tell(findings, phase).find((step) => step.id === id);

describe('what was read', () => {
  const elsewhere: ImageReference = {
    text: 'quay.io/acme/tool:v1',
    registry: { kind: 'other', host: 'quay.io' },
    repository: 'acme/tool',
    tag: 'v1',
  };

  it.each([
    ['a question', anIncident(), 'Read the question', ['shop/api:v2.1.0 in registry 123456789012 us-east-1']],
    [
      'a message',
      anIncident({ symptom: SYMPTOMS.notFound }),
      'Read the message',
      ['shop/api:v2.1.0 in registry 123456789012 us-east-1', 'The message says: not found'],
    ],
    [
      'a message that names no image',
      { ...anIncident({ symptom: SYMPTOMS.timeout }), image: null },
      'Read the message',
      ['no image is named', 'The message says: i/o timeout'],
    ],
    [
      'an image of another registry',
      { ...anIncident(), image: elsewhere },
      'Read the question',
      ['acme/tool:v1 in registry quay.io'],
    ],
  ])('is %s', (_what, incident, title, lines) => {
    expect(messageStep(incident)).toEqual({ id: 'message', title, status: 'pass', lines });
  });
});

describe('the story', () => {
  it('is told in the order of a pull, whatever was answered first', () => {
    const story = tell([at('layers', 'object', 'pass'), at('token', 'permission', 'pass')]);
    expect(story.map(({ id }) => id)).toEqual([
      'message',
      'puller',
      'network',
      'token',
      'manifest',
      'layers',
      'prevention',
    ]);
    expect(story[0]).toEqual(messageStep(anIncident({ image: anImage() })));
    expect(story[1]).toBe(PULLER);
  });

  it.each([
    ['token', 'path', 'network'],
    ['layers', 'path', 'network'],
    ['start', 'path', 'network'],
    ['token', 'permission', 'token'],
    ['manifest', 'object', 'manifest'],
    ['layers', 'permission', 'layers'],
    ['prevention', 'object', 'prevention'],
  ] as const)('tells of %s %s in the chapter %s alone', (stage, step, id) => {
    const told = tell([at(stage, step, 'fail')]).filter(({ status }) => status === 'fail');
    expect(told.map((each) => each.id)).toEqual([id]);
  });

  it.each<[readonly Verdict[], 'asking' | 'done', StoryStatus]>([
    [[], 'asking', 'asking'],
    [[], 'done', 'skipped'],
    [['pass', 'unknown', 'fail'], 'done', 'fail'],
    [['pass', 'unknown'], 'done', 'unknown'],
    [['not-applicable', 'pass'], 'done', 'pass'],
    [['not-applicable'], 'done', 'skipped'],
    [['not-applicable'], 'asking', 'skipped'],
  ])('calls a chapter of %j while %s: %s', (verdicts, phase, status) => {
    const findings = verdicts.map((verdict) => at('manifest', 'object', verdict));
    expect(chapter('manifest', findings, phase)?.status).toBe(status);
  });

  it('tells the evidence before what follows from it, each line once, and nothing of what does not apply', () => {
    const evidence = {
      action: 'ecr:DescribeImages',
      place: { account: '123456789012', region: 'us-east-1' },
      subject: 'shop/api',
      observed: 'no such image',
      at: '2026-03-03T03:00:01.000Z',
    } as const;
    const missing = aFinding({ verdict: 'fail', summary: 'It is gone.', evidence: [evidence] });
    const lines = chapter('manifest', [
      missing,
      { ...missing, summary: '' },
      aFinding({ verdict: 'not-applicable', summary: 'Nothing to do with it.' }),
    ])?.lines;
    expect(lines).toEqual(['ecr:DescribeImages shop/api: no such image', 'It is gone.']);
  });
});
