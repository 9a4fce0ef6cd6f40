import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conclude } from '../../src/investigation/conclude.ts';
import { type Finding, type Verdict, VERDICTS } from '../../src/domain/finding.ts';
import type { Action } from '../../src/domain/aws.ts';
import type { Symptom } from '../../src/domain/incident.ts';
import { PULL_STAGES, PULL_STEPS, type PullStage, type PullStep } from '../../src/domain/pull-stage.ts';
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
const asks = (symptom: Symptom | null) => anIncident({ symptom });

const DENIAL = (action: Action) =>
  ({
    principal: 'arn:aws:iam::444455556666:role/x',
    action,
    resource: null,
    layer: 'identity-based',
    explicit: false,
    policy: null,
  }) as const;

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
      until: { stage: 'start', step: 'object' },
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

  it('even where the text is no longer so, while the rest was not looked at', () => {
    const healed = [at('token', 'permission', 'unknown'), at('manifest', 'object', 'pass')];
    expect(conclude(asks(SYMPTOMS.notFound), healed)).toMatchObject({
      kind: 'undetermined',
      says: expect.stringContaining('no longer so'),
      unknown: [{ check: 'token-permission' }],
    });
  });

  it.each(['auth_missing_or_expired', 'rate_limited', 'tls', 'disk_full', 'other'] as const)(
    'when the text speaks of %s, which no check can see',
    (kind) => {
      const symptom = { ...SYMPTOMS.notFound, kind, quote: 'its own words' };
      expect(conclude(anIncident({ symptom }), ALL_PASS)).toMatchObject({
        kind: 'undetermined',
        says: expect.stringContaining('its own words'),
      });
    },
  );

  it.each([
    [
      'a secret could not be read',
      { symptom: { ...SYMPTOMS.tokenDenied, kind: 'registry_auth_init', explainedBy: [] } },
    ],
    [
      'a host failed that is none of ours',
      {
        symptom: SYMPTOMS.timeout,
        connection: { host: 'proxy.corp', address: null, port: 3128, leg: null, addressOf: null },
      },
    ],
    ['an action was denied that nobody asks about', { symptom: SYMPTOMS.denied, denial: DENIAL('ecr:PutImage') }],
  ] as const)('when %s', (_what, parts) => {
    expect(conclude(anIncident(parts), ALL_PASS).kind).toBe('undetermined');
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

describe('an IAM sentence', () => {
  const cause = (data: Record<string, string>) => ({ ...at('manifest', 'permission', 'fail'), data });
  const certainty = (denial: ReturnType<typeof DENIAL>, data: Record<string, string>) =>
    conclude(anIncident({ symptom: SYMPTOMS.denied, denial }), [cause(data)]);

  it('confirms the cause that it names', () => {
    const data = { action: 'ecr:BatchGetImage', layer: 'identity-based' };
    expect(certainty(DENIAL('ecr:BatchGetImage'), data)).toMatchObject({ certainty: 'confirmed' });
  });

  it.each([
    ['another action', { action: 'ecr:GetDownloadUrlForLayer', layer: 'identity-based' }],
    ['another layer', { action: 'ecr:BatchGetImage', layer: 'resource-based' }],
  ])('confirms no cause with %s', (_what, data) => {
    expect(certainty(DENIAL('ecr:BatchGetImage'), data)).toMatchObject({ certainty: 'probable' });
  });
});

const VERDICT = fc.constantFrom(...VERDICTS);
const FINDING = fc.record({
  stage: fc.constantFrom(...PULL_STAGES),
  step: fc.constantFrom(...PULL_STEPS),
  verdict: VERDICT,
});

it('never calls a pull fine beside anything of it that fails or is open', () => {
  fc.assert(
    fc.property(fc.constantFrom(null, ...Object.values(SYMPTOMS)), fc.array(FINDING), (symptom, rows) => {
      const findings = [...ALL_PASS, ...rows.map(({ stage, step, verdict }) => at(stage, step, verdict))];
      const { kind } = conclude(asks(symptom), findings);
      const ofThePull = rows.filter(
        ({ stage, step }) => stage !== 'prevention' && !(stage === 'start' && step === 'path'),
      );
      const isWrong = ofThePull.some(({ verdict }) => verdict === 'fail' || verdict === 'unknown');
      if (isWrong) expect(kind).not.toBe('would-pull-now');
    }),
  );
});

describe('what a task reaches for besides its image', () => {
  const SIDE = (verdict: Verdict): Finding => at('start', 'path', verdict, 'side');
  const SECRETS = {
    kind: 'registry_auth_init',
    quote: 'unable to retrieve secret',
    reached: { stage: 'start', step: 'path' },
    until: { stage: 'start', step: 'object' },
    explainedBy: ['path'],
  } as const;
  const aboutSecrets = anIncident({ symptom: SECRETS });

  it('would stop the task next, and is never the cause of a pull error', () => {
    const shut = at('manifest', 'path', 'fail', 'shut');
    for (const symptom of [null, SYMPTOMS.timeout]) {
      expect(conclude(asks(symptom), [...without('path'), shut, SIDE('fail')])).toMatchObject({
        kind: 'explained',
        cause: { check: 'shut' },
        follows: [{ check: 'side' }],
      });
    }
  });

  it('is said beside a pull that is fine', () => {
    for (const symptom of [null, ...Object.values(SYMPTOMS)]) {
      const fine = conclude(asks(symptom), ALL_PASS);
      const besides = conclude(asks(symptom), [...ALL_PASS, SIDE('fail')]);
      expect(besides.kind).toBe(fine.kind);
      if (besides.kind !== 'would-pull-now') continue;
      expect(besides.says).toMatch(/^It would pull now, but the task would stop all the same: /);
      expect(besides.alsoWrong).toMatchObject([{ check: 'side' }]);
    }
  });

  it('takes nothing from what is known of the pull when it is open or passes', () => {
    for (const verdict of ['unknown', 'pass'] as const) {
      expect(conclude(asks(null), [...ALL_PASS, SIDE(verdict)])).toEqual(conclude(asks(null), ALL_PASS));
      // Nor does it stand for the network path of a pull at which nobody looked.
      expect(conclude(asks(null), [...without('path'), SIDE(verdict)]).kind).toBe('undetermined');
    }
  });

  it('is the cause where the text speaks of it, and then nothing of the pull is', () => {
    expect(conclude(aboutSecrets, [at('manifest', 'path', 'fail'), SIDE('fail')])).toMatchObject({
      kind: 'explained',
      certainty: 'confirmed',
      cause: { check: 'side' },
      alsoWrong: [{ check: 'manifest-path' }],
    });
    expect(conclude(aboutSecrets, [...ALL_PASS, SIDE('unknown')]).kind).toBe('undetermined');
    expect(conclude(aboutSecrets, [...ALL_PASS, SIDE('pass')]).kind).toBe('would-pull-now');
    expect(conclude(aboutSecrets, ALL_PASS).kind).toBe('undetermined');
  });
});
