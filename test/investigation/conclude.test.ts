import { describe, expect, it } from 'vitest';
import { conclude } from '../../src/investigation/conclude.ts';
import type { Finding, Verdict } from '../../src/domain/finding.ts';
import type { PullStage, PullStep } from '../../src/domain/pull-stage.ts';
import { aFinding } from '../support/a-finding.ts';
import { anIncident, SYMPTOMS } from '../support/an-incident.ts';

const at = (stage: PullStage, step: PullStep, verdict: Verdict, check = `${stage}-${step}`): Finding =>
  aFinding({ check, position: { stage, step }, verdict });

const ALL_PASS = [
  at('token', 'permission', 'pass'),
  at('manifest', 'path', 'pass'),
  at('manifest', 'permission', 'pass'),
  at('manifest', 'object', 'pass'),
];
const without = (step: PullStep): Finding[] => ALL_PASS.filter(({ position }) => position.step !== step);
const asks = (symptom: (typeof SYMPTOMS)[keyof typeof SYMPTOMS] | null) => anIncident({ symptom });

describe('the cause', () => {
  it('is the failing check earliest in the pull, whatever the order of findings', () => {
    const conclusion = conclude(asks(null), [at('manifest', 'object', 'fail'), at('token', 'permission', 'fail')]);
    expect(conclusion).toMatchObject({
      kind: 'explained',
      cause: { check: 'token-permission' },
      follows: [{ check: 'manifest-object' }],
    });
  });

  it('is never a check that the text acquits: what was not found had been permitted', () => {
    const conclusion = conclude(asks(SYMPTOMS.notFound), [
      at('token', 'permission', 'fail'),
      at('manifest', 'object', 'fail'),
    ]);
    expect(conclusion).toMatchObject({
      kind: 'explained',
      certainty: 'confirmed',
      cause: { check: 'manifest-object' },
      alsoWrong: [{ check: 'token-permission' }],
    });
  });

  it('is never a check whose failure would read differently: nothing missing times out', () => {
    const conclusion = conclude(asks(SYMPTOMS.timeout), [
      at('manifest', 'path', 'pass'),
      at('manifest', 'object', 'fail'),
    ]);
    expect(conclusion).toMatchObject({ kind: 'would-pull-now', alsoWrong: [{ check: 'manifest-object' }] });
  });

  it('is never a preventive check', () => {
    const conclusion = conclude(asks(null), [...ALL_PASS, at('prevention', 'object', 'fail', 'mutable-tags')]);
    expect(conclusion).toMatchObject({ kind: 'would-pull-now', alsoWrong: [{ check: 'mutable-tags' }] });
  });

  it('comes with what its own second questions found, and no others', () => {
    const second = (check: string, after: string, verdict: Verdict): Finding =>
      aFinding({ check, verdict, after: [after] });
    const conclusion = conclude(asks(SYMPTOMS.notFound), [
      at('manifest', 'object', 'fail', 'missing-image'),
      second('mistyped-tag', 'missing-image', 'fail'),
      second('expired-by-lifecycle', 'missing-image', 'pass'),
      second('misspelt-repository', 'missing-repository', 'fail'),
    ]);
    expect(conclusion).toMatchObject({ kind: 'explained', because: [{ check: 'mistyped-tag' }] });
  });
});

describe('certainty', () => {
  it.each([
    ['confirmed', 'fact and text agree', asks(SYMPTOMS.notFound), [at('manifest', 'object', 'fail')]],
    ['probable', 'there is no text', asks(null), [at('manifest', 'object', 'fail')]],
    [
      'probable',
      'an earlier suspect could not be checked',
      asks(SYMPTOMS.denied),
      [at('manifest', 'permission', 'unknown'), at('manifest', 'object', 'fail')],
    ],
    [
      'confirmed',
      'only a later suspect could not be checked',
      asks(SYMPTOMS.denied),
      [at('manifest', 'permission', 'fail'), at('manifest', 'object', 'unknown')],
    ],
    [
      'confirmed',
      'what could not be checked is acquitted by the text',
      asks(SYMPTOMS.notFound),
      [at('token', 'permission', 'unknown'), at('manifest', 'object', 'fail')],
    ],
  ])('is %s when %s', (certainty, _why, incident, findings) => {
    expect(conclude(incident, findings)).toMatchObject({ kind: 'explained', certainty });
  });

  it('is never confirmed by a text that says nothing', () => {
    const symptom = {
      kind: 'other',
      quote: '',
      reached: { stage: 'reference', step: 'path' },
      explainedBy: ['path', 'permission', 'object'],
    } as const;
    expect(conclude(anIncident({ symptom }), [at('manifest', 'object', 'fail')])).toMatchObject({
      certainty: 'probable',
    });
  });
});

describe('nothing is called fine', () => {
  it.each([
    ['a suspect could not be checked', asks(null), [...without('object'), at('manifest', 'object', 'unknown')]],
    ['no check looked at the path', asks(null), without('path')],
    ['no check looked at what timed out', asks(SYMPTOMS.timeout), without('path')],
    ['the text says denied while the policies we read allow', asks(SYMPTOMS.denied), ALL_PASS],
    ['nothing was asked at all', asks(null), []],
    ['the only check of a step did not apply', asks(SYMPTOMS.notFound), [at('manifest', 'object', 'not-applicable')]],
  ])('while %s', (_why, incident, findings) => {
    expect(conclude(incident, findings).kind).toBe('undetermined');
  });

  it('but what the text acquits need not be known', () => {
    expect(
      conclude(asks(SYMPTOMS.notFound), [at('token', 'permission', 'unknown'), at('manifest', 'object', 'pass')]).kind,
    ).toBe('would-pull-now');
  });
});
