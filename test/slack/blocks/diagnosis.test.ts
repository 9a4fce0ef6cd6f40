import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBlocks } from '../../../src/sandbox/slack/block-limits.ts';
import { checkView } from '../../../src/sandbox/slack/view-limits.ts';
import type { Conclusion, Diagnosis } from '../../../src/domain/diagnosis.ts';
import { drawChecks } from '../../../src/slack/blocks/checks-modal.ts';
import { drawDiagnosis, readFixKey } from '../../../src/slack/blocks/diagnosis.ts';
import { pathsWith } from '../../support/paths.ts';
import {
  DESCRIBED,
  diagnosis,
  explained,
  finding,
  FIX,
  MUTABLE,
  NAMES,
  NOT_ALLOWED,
  REPOSITORY_EXISTS,
} from '../support/diagnoses.ts';
import { hostileText, markupIn } from '../support/hostile.ts';

const CONCLUSIONS: readonly Conclusion[] = [
  explained({ unknown: [NOT_ALLOWED], follows: [finding({ summary: 'It would also be denied.' })] }),
  { kind: 'undetermined', says: 'I cannot tell yet.', unknown: [NOT_ALLOWED], alsoWrong: [MUTABLE] },
  { kind: 'would-pull-now', says: 'It would pull now.', alsoWrong: [MUTABLE] },
  { kind: 'would-fail-now', says: 'It would stop elsewhere now.', next: finding(), alsoWrong: [MUTABLE] },
  { kind: 'out-of-sight', says: 'This image is not in a private registry.' },
];

/** Every sentence that a verdict rests on. */
function sentencesOf({ conclusion }: Diagnosis): string[] {
  if (conclusion.kind === 'out-of-sight') return [conclusion.says];
  if (conclusion.kind === 'would-pull-now' || conclusion.kind === 'would-fail-now')
    return [conclusion.says, ...conclusion.alsoWrong.map(({ summary }) => summary)];
  const { unknown, alsoWrong } = conclusion;
  const rest = [...unknown, ...alsoWrong].map(({ summary }) => summary);
  if (conclusion.kind === 'undetermined') return [conclusion.says, ...rest];
  return [conclusion.cause, ...conclusion.because, ...conclusion.follows].map(({ summary }) => summary).concat(rest);
}

const words = (text: string) =>
  text.replaceAll(/[`’']/g, '').replaceAll(/(\d{4}) (\d{4}) (\d{4})( registry)?/g, '$1$2$3');
const shown = (blocks: readonly unknown[]) =>
  JSON.stringify(blocks, (key, value: unknown) => (key === 'style' ? undefined : value));

describe.each(CONCLUSIONS)('a verdict that is $kind', (conclusion) => {
  const of = diagnosis({ conclusion, findings: [...diagnosis().findings, NOT_ALLOWED] });
  const { text, blocks } = drawDiagnosis(of, NAMES);

  it('says every sentence in its text, which is all that a screen reader gets', () => {
    for (const sentence of sentencesOf(of)) expect(words(text)).toContain(words(sentence));
  });

  it('keeps to the limits of Slack', () => {
    expect(checkBlocks(blocks, 'message')).toEqual([]);
    expect(text.length).toBeLessThanOrEqual(3_000);
    expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(8_000);
  });
});

describe('drawDiagnosis', () => {
  it('opens with the cause and how sure it is', () => {
    const { text } = drawDiagnosis(diagnosis(), NAMES);
    expect(text.split('\n')[0]).toBe('Repository `shop/api` exists, but holds no image `shop/api:v2.1.0`. Confirmed.');
    const probable = drawDiagnosis(diagnosis({ conclusion: explained({ certainty: 'probable' }) }), NAMES);
    expect(probable.text.split('\n')[0]).toMatch(/ Probable\.$/);
  });

  it('names what was ruled out, and what kept it from looking with the question that stays open', () => {
    const { text } = drawDiagnosis(diagnosis({ conclusion: explained({ unknown: [NOT_ALLOWED] }) }), NAMES);
    expect(text).toContain('Ruled out:\n• Repository `shop/api` exists in 1111 2222 3333 registry.');
    expect(text).toContain('role `EcrWhyRead` lacks `ecr:GetLifecyclePolicy`. Open: May the puller get a token?');
  });

  it('shows of what was ruled out the few things nearest to the cause, each once', () => {
    const passes = Array.from({ length: 6 }, (_, index) =>
      finding({
        verdict: 'pass',
        summary: `Thing ${index} is right.`,
        position: { stage: 'token', step: 'permission' },
      }),
    );
    const { text } = drawDiagnosis(
      diagnosis({ findings: [...passes, ...passes, REPOSITORY_EXISTS, finding()] }),
      NAMES,
    );
    expect(text.split('Ruled out:\n')[1]?.split('\n')).toEqual([
      '• Repository `shop/api` exists in 1111 2222 3333 registry.',
      '• Thing 0 is right.',
      '• Thing 1 is right.',
      '• 4 more under all checks.',
    ]);
  });

  it.each([
    [
      'one line when every hop is open',
      ['pass', 'pass', 'not-applicable'],
      '• The network path to ECR and S3 is open (2 checks).',
    ],
    ['hop by hop when one could not be seen', ['pass', 'unknown'], '• Hop 0 is open.'],
    ['hop by hop when one is shut', ['pass', 'fail'], '• Hop 0 is open.'],
  ] as const)('tells an open way in %s', (_how, verdicts, line) => {
    const hops = verdicts.map((verdict, index) =>
      finding({ verdict, summary: `Hop ${index} is open.`, position: { stage: 'layers', step: 'path' } }),
    );
    const { text } = drawDiagnosis(diagnosis({ findings: [...hops, finding()] }), NAMES);
    expect(text.split('Ruled out:\n')[1]?.split('\n')).toEqual([line]);
  });

  it('says of each fix whether it repairs or prevents', () => {
    const { text } = drawDiagnosis(
      diagnosis({ fixes: [FIX, { ...FIX, id: 'other', kind: 'repair', title: 'Run v2.0.9' }] }),
      NAMES,
    );
    expect(text).toContain('Prevent, stops the next failure: Make tags of shop/api immutable.');
    expect(text).toContain('Repair, makes this pull work: Run v2.0.9.');
  });

  it('says in one bullet how it can come back, before the evidence, and leaves commands out', () => {
    const recovery: Diagnosis['recovery'] = [
      {
        kind: 'rebuild',
        says: 'The manifest is gone: build it anew from commit `3f9c2ab`.',
        byHand: ['git checkout 3f9c2ab'],
      },
      { kind: 'roll-back', says: 'Until then, run `81d0e4c`.', byHand: [] },
      { kind: 'copy-from', says: 'A third way.', byHand: [] },
    ];
    const { text, blocks } = drawDiagnosis(diagnosis({ recovery }), NAMES);
    expect(text).toContain(
      'Can it come back:\n• The manifest is gone: build it anew from commit `3f9c2ab`. Until then, run `81d0e4c`.\nEvidence:',
    );
    expect(shown(blocks)).not.toContain('git checkout');
    expect(text).not.toContain('A third way.');
    expect(drawDiagnosis(diagnosis(), NAMES).text).not.toContain('Can it come back');
  });

  it('offers what it lacks only when it lacks something', () => {
    expect(shown(drawDiagnosis(diagnosis(), NAMES).blocks)).not.toContain('Show what to allow me');
    expect(shown(drawDiagnosis(diagnosis({ findings: [NOT_ALLOWED] }), NAMES).blocks)).toContain(
      'Show what to allow me',
    );
  });

  it('touches upon prevention, and hides nothing that could stop a pull', () => {
    const preventive = ['One.', 'Two.', 'Three.', 'Four.'].map((summary) =>
      finding({ summary, position: { stage: 'prevention', step: 'object' } }),
    );
    const acquitted = ['A.', 'B.', 'C.', 'D.'].map((summary) => finding({ summary }));
    const of = diagnosis({ conclusion: explained({ alsoWrong: [...acquitted, ...preventive] }) });
    const { text } = drawDiagnosis(of, NAMES);
    const lines = ['A.', 'B.', 'C.', 'D.', 'One.', 'Two.', '2 more under all checks.'];
    expect(text).toContain(`Also wrong, not the cause:\n${lines.map((line) => `• ${line}`).join('\n')}`);
  });

  it('puts nothing but keys into its buttons', () => {
    const { blocks } = drawDiagnosis(diagnosis(), NAMES);
    const values = [...JSON.stringify(blocks).matchAll(/"value":"([^"]*)"/g)].map(([, value]) => value);
    expect(new Set(values)).toEqual(new Set(['d-1/make-tags-immutable', 'd-1']));
  });

  it('shortens a huge verdict, and says that there is more', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      finding({
        check: `c${index}`,
        summary: `${index} ${'long '.repeat(60)}`,
        evidence: Array.from({ length: 9 }, (__, at) => ({ ...DESCRIBED, subject: `${index}-${at}` })),
      }),
    );
    const of = diagnosis({
      conclusion: explained({ because: many, follows: many, alsoWrong: many, unknown: many }),
      findings: many,
      fixes: Array.from({ length: 9 }, () => FIX),
    });
    const { text, blocks } = drawDiagnosis(of, NAMES);
    expect(text.length).toBeLessThanOrEqual(3_000);
    expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(8_000);
    expect(checkBlocks(blocks, 'message')).toEqual([]);
    expect(text).toContain('more under all checks.');
    expect(text).toContain(finding().summary);
  });

  it('lets nothing from outside become a mention or a link', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (summary, subject) => {
        const hostile = finding({
          summary,
          question: subject,
          evidence: [{ ...DESCRIBED, subject, observed: summary }],
        });
        const of = diagnosis({
          conclusion: explained({ cause: hostile, because: [hostile], unknown: [hostile] }),
          findings: [hostile],
          fixes: [{ ...FIX, title: subject }],
        });
        const { text, blocks } = drawDiagnosis(of, { '111122223333': subject });
        expect(markupIn(text)).toEqual([]);
        expect(shown(blocks)).not.toMatch(/"type":"(?:mrkdwn|link|user|usergroup|broadcast|channel)"/);
        expect(shown(blocks)).not.toMatch(/"elements":\[\]|"text":""/);
        expect(checkBlocks(blocks, 'message')).toEqual([]);
      }),
    );
  });
});

describe('readFixKey', () => {
  it.each([
    ['d-1/fix', { diagnosisId: 'd-1', fixId: 'fix' }],
    ['a/b/fix', { diagnosisId: 'a/b', fixId: 'fix' }],
    ['nothing', null],
    ['/fix', null],
    ['', null],
  ])('%j', (value, expected) => expect(readFixKey(value)).toEqual(expected));
});

describe('a verdict about the network', () => {
  const cause = finding({ position: { stage: 'layers', step: 'path' } });
  const paths = pathsWith(['layers'], { subject: 'rtb-<!here>', reason: 'no-route' });
  const about = diagnosis({ conclusion: explained({ cause }), paths });

  it('tells the way of each connection behind its evidence, unless a picture does', () => {
    const { text, blocks } = drawDiagnosis(about, NAMES);
    expect(text).toMatch(/Evidence:\n(?:•.*\n)+The way of each connection:\n• Token: puller/);
    expect(text).toContain('• Layers: puller → subnet-task: blocked at rtb-&lt;!here&gt;: no route');
    expect(checkBlocks(blocks, 'message')).toEqual([]);
    expect(JSON.stringify(drawDiagnosis(about, NAMES, true))).not.toContain('The way of each connection');
  });

  it('tells it under all checks, whether there is a picture or not', () => {
    expect(JSON.stringify(drawChecks(about, NAMES))).toContain('blocked at rtb-<!here>: no route');
    expect(checkView(drawChecks(about, NAMES))).toEqual([]);
    expect(JSON.stringify(drawChecks(diagnosis({ paths }), NAMES))).not.toContain('no route');
  });
});
