import { describe, expect, it } from 'vitest';
import type { Finding, Verdict } from '../../src/domain/finding.ts';
import { conclude } from '../../src/investigation/conclude.ts';
import { aFinding } from '../support/a-finding.ts';
import { anIncident, SYMPTOMS } from '../support/an-incident.ts';
import { ALL_PASS, asks, at } from '../support/pull-findings.ts';

describe('the cause', () => {
  it('is the failing check earliest in the pull, whatever the order of findings', () => {
    const conclusion = conclude(asks(null), [at('manifest', 'object', 'fail'), at('token', 'permission', 'fail')]);
    expect(conclusion).toMatchObject({
      kind: 'explained',
      cause: { check: 'token-permission' },
      follows: [{ check: 'manifest-object' }],
    });
  });

  it('is never confirmed where a gap leaves room for another reason', () => {
    const late: Finding = { ...at('manifest', 'object', 'fail'), atMost: 'probable' };
    expect(conclude(asks(SYMPTOMS.notFound), [late])).toMatchObject({ kind: 'explained', certainty: 'probable' });
    expect(conclude(asks(SYMPTOMS.notFound), [at('manifest', 'object', 'fail')])).toMatchObject({
      certainty: 'confirmed',
    });
  });

  it('is not confirmed while any of the path is open, were it the path of a connection that the text acquits', () => {
    const symptom = { ...SYMPTOMS.timeout, reached: { stage: 'layers', step: 'path' } } as const;
    const incident = anIncident({ symptom });
    const cause = at('layers', 'path', 'fail', 'egress');
    expect(conclude(incident, [cause])).toMatchObject({ certainty: 'confirmed', unknown: [] });
    expect(conclude(incident, [cause, at('token', 'path', 'unknown', 'endpoints')])).toMatchObject({
      certainty: 'probable',
      unknown: [{ check: 'endpoints' }],
    });
  });

  it('is not confirmed by what happened only after the pull had failed', () => {
    const because = (time: string): Finding => ({
      ...at('manifest', 'object', 'fail', 'removed'),
      after: ['missing'],
      data: { at: `2026-03-03T${time}:00.000Z` },
    });
    const incident = anIncident({ symptom: SYMPTOMS.notFound, failedAt: '2026-03-03T01:00:00.000Z' });
    const certainty = (time: string) =>
      conclude(incident, [at('manifest', 'object', 'fail', 'missing'), because(time)]);
    expect(certainty('00:30')).toMatchObject({ certainty: 'confirmed' });
    expect(certainty('01:05')).toMatchObject({ certainty: 'confirmed' });
    expect(certainty('02:00')).toMatchObject({ certainty: 'probable', because: [{ check: 'removed' }] });
  });

  it('is the check that says more, and asks what the other would have asked', () => {
    const findings = [
      { ...at('manifest', 'object', 'fail', 'frozen'), supersedes: ['missing'] },
      at('manifest', 'object', 'fail', 'missing'),
      { ...at('manifest', 'object', 'fail', 'removed'), after: ['missing'] },
    ];
    expect(conclude(asks(SYMPTOMS.notFound), findings)).toMatchObject({
      cause: { check: 'frozen' },
      because: [{ check: 'removed' }],
      follows: [],
      alsoWrong: [],
    });
    const healthy = findings.map((each): Finding => (each.check === 'frozen' ? { ...each, verdict: 'pass' } : each));
    expect(conclude(asks(SYMPTOMS.notFound), healthy)).toMatchObject({ cause: { check: 'missing' } });
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
    expect(conclusion).toMatchObject({ kind: 'would-fail-now', next: { check: 'manifest-object' }, alsoWrong: [] });
  });

  it('is never a preventive check', () => {
    const conclusion = conclude(asks(null), [...ALL_PASS, at('prevention', 'object', 'fail', 'mutable-tags')]);
    expect(conclusion).toMatchObject({ kind: 'would-pull-now', alsoWrong: [{ check: 'mutable-tags' }] });
  });

  it('is not put in doubt by a preventive check that could not be answered', () => {
    const open = at('prevention', 'object', 'unknown', 'no-scan-on-push');
    expect(conclude(asks(null), [...ALL_PASS, open])).toMatchObject({ kind: 'would-pull-now', alsoWrong: [] });
    const missing = at('manifest', 'object', 'fail');
    expect(conclude(asks(SYMPTOMS.notFound), [missing, open])).toMatchObject({ certainty: 'confirmed', unknown: [] });
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

describe('what lies behind the text', () => {
  it('was not tried, and would stop the pull next', () => {
    const conclusion = conclude(asks(SYMPTOMS.tokenDenied), [
      at('token', 'permission', 'fail'),
      at('manifest', 'permission', 'fail'),
    ]);
    expect(conclusion).toMatchObject({
      cause: { check: 'token-permission' },
      follows: [{ check: 'manifest-permission' }],
    });
  });

  it('is not its cause, even if it is all that fails', () => {
    const conclusion = conclude(asks(SYMPTOMS.tokenDenied), [
      at('token', 'permission', 'pass'),
      at('manifest', 'permission', 'fail'),
    ]);
    expect(conclusion).toMatchObject({ kind: 'undetermined', alsoWrong: [{ check: 'manifest-permission' }] });
  });

  it('would stop a pull now, when what the text says is no longer so', () => {
    const conclusion = conclude(asks(SYMPTOMS.notFound), [
      at('manifest', 'permission', 'fail'),
      at('manifest', 'object', 'pass'),
    ]);
    expect(conclusion).toMatchObject({ kind: 'would-fail-now', next: { check: 'manifest-permission' }, alsoWrong: [] });
  });

  it('is no cause where the check says that it reads otherwise', () => {
    const missing = { ...at('manifest', 'object', 'fail'), explains: false } as const;
    expect(conclude(asks(SYMPTOMS.denied), [at('manifest', 'permission', 'fail'), missing])).toMatchObject({
      cause: { check: 'manifest-permission' },
      follows: [{ check: 'manifest-object' }],
    });
  });
});
