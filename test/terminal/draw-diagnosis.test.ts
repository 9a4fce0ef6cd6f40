import { describe, expect, it } from 'vitest';
import type { Conclusion, Diagnosis } from '../../src/domain/diagnosis.ts';
import { drawDiagnosis } from '../../src/terminal/draw-diagnosis.ts';
import { aFinding } from '../support/a-finding.ts';
import { anIncident } from '../support/an-incident.ts';
import { pathsWith } from '../support/paths.ts';

const EVIDENCE = {
  action: 'ecr:DescribeImages',
  place: { account: '123456789012', region: 'us-east-1' },
  subject: 'shop/api:v2.1.0',
  observed: 'no such image',
  at: '2026-03-03T03:00:01.000Z',
} as const;
const CAUSE = aFinding({ verdict: 'fail', summary: 'There is no such image.', evidence: [EVIDENCE] });
const WHY = aFinding({
  verdict: 'fail',
  evidence: [{ ...EVIDENCE, at: '2026-03-03T03:00:01.512Z' }],
  check: 'mistyped-tag',
  summary: 'It is called 2.1.0.',
  after: ['missing-image'],
});
const UNKNOWN = aFinding({
  verdict: 'unknown',
  check: 'denied-pull',
  question: 'May it pull?',
  summary: 'Nobody said who pulls.',
});
const MUTABLE = aFinding({ verdict: 'fail', check: 'mutable-tags', summary: 'Tags can be overwritten.' });

const draw = (conclusion: Conclusion, parts: Partial<Diagnosis> = {}): string =>
  drawDiagnosis({
    version: 1,
    incident: anIncident(),
    conclusion,
    findings: [CAUSE, WHY, UNKNOWN, MUTABLE],
    fixes: [],
    recovery: [],
    paths: null,
    ...parts,
  });

describe('drawDiagnosis', () => {
  it('tells the cause first, then why, then what shows it', () => {
    const text = draw({
      kind: 'explained',
      certainty: 'confirmed',
      cause: CAUSE,
      because: [WHY],
      follows: [],
      alsoWrong: [MUTABLE],
      unknown: [],
    });
    expect(text.split('\n').slice(0, 4)).toEqual([
      'Why can shop/api:v2.1.0 not be pulled?',
      '',
      'There is no such image. (confirmed)',
      'It is called 2.1.0.',
    ]);
    expect(text.match(/v2.1.0: no such image/g)).toHaveLength(1);
    expect(text).toContain(
      'ecr:DescribeImages in 123456789012 us-east-1 at 2026-03-03T03:00:01Z: shop/api:v2.1.0: no such image',
    );
    expect(text).toContain('Also wrong, not the cause\n  Tags can be overwritten.');
    expect(text).not.toContain('Could not be checked');
  });

  it('says how it can come back, with the commands, before the evidence', () => {
    const text = draw(
      { kind: 'explained', certainty: 'confirmed', cause: CAUSE, because: [], follows: [], alsoWrong: [], unknown: [] },
      {
        recovery: [{ kind: 'restore-archived', says: 'It is in the archive.', byHand: ['aws ecr one', 'aws ecr two'] }],
      },
    );
    expect(text).toContain(
      'Can it come back\n  It is in the archive.\n    $ aws ecr one\n    $ aws ecr two\n\nEvidence\n',
    );
  });

  it('says what would fail next', () => {
    const text = draw({
      kind: 'explained',
      certainty: 'probable',
      cause: CAUSE,
      because: [],
      follows: [MUTABLE],
      alsoWrong: [],
      unknown: [UNKNOWN],
    });
    expect(text).toContain('It would fail next: Tags can be overwritten.');
    expect(text).toContain('Could not be checked\n  Nobody said who pulls. Open: May it pull?');
  });

  it('tells the way of each connection when the answer is about the network', () => {
    const cause = aFinding({ verdict: 'fail', position: { stage: 'layers', step: 'path' } });
    const conclusion = {
      kind: 'explained',
      certainty: 'confirmed',
      cause,
      because: [],
      follows: [],
      alsoWrong: [],
      unknown: [],
    } as const;
    const paths = pathsWith(['layers'], { subject: 'rtb-1', reason: 'no-route' });
    expect(draw(conclusion, { paths })).toContain(
      'The way of each connection\n  Token: puller → subnet-task → ecr.api: open\n',
    );
    expect(draw(conclusion, { paths })).toContain('\n  Layers: puller → subnet-task: blocked at rtb-1: no route');
    expect(draw({ ...conclusion, cause: CAUSE }, { paths })).not.toContain('The way of each');
  });

  it('groups what could not be checked by what kept it from being checked', () => {
    const twin = { ...UNKNOWN, check: 'denied-token', question: 'May it have a token?' };
    const text = draw({ kind: 'undetermined', says: 'I cannot tell yet.', unknown: [UNKNOWN, twin], alsoWrong: [] });
    expect(text).toContain('  Nobody said who pulls. Open: May it pull? May it have a token?');
  });

  it.each([
    { kind: 'would-pull-now', says: 'It would pull now.', alsoWrong: [] },
    { kind: 'out-of-sight', says: 'I can only say what the message says.' },
  ] as const)('says $says', (conclusion) => {
    expect(draw(conclusion)).toContain(`\n\n${conclusion.says}\n`);
  });

  it('names no image where there is none', () => {
    const incident = { ...anIncident(), image: null };
    expect(draw({ kind: 'out-of-sight', says: 'Nothing.' }, { incident })).toContain('No image is named.');
  });

  it('lets nothing from outside move the cursor', () => {
    const cause = { ...CAUSE, summary: 'evil \u001b[2J' };
    expect(
      draw({ kind: 'explained', certainty: 'confirmed', cause, because: [], follows: [], alsoWrong: [], unknown: [] }),
    ).not.toContain('\u001b');
  });
});
