import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../../src/domain/finding.ts';
import { PULL_STAGES, PULL_STEPS } from '../../src/domain/pull-stage.ts';
import { conclude } from '../../src/investigation/conclude.ts';
import { anIncident, SYMPTOMS } from '../support/an-incident.ts';
import { aDenial, ALL_PASS, asks, at, without } from '../support/pull-findings.ts';

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
    [
      'a proxy failed, of which only the address is known',
      {
        symptom: SYMPTOMS.timeout,
        connection: { host: null, address: '10.0.0.5', port: 3128, leg: null, addressOf: 'private' },
      },
    ],
    [
      'a token was denied in a message about registry auth, and our policies allow it',
      {
        symptom: { ...SYMPTOMS.tokenDenied, kind: 'registry_auth_init' },
        denial: aDenial('ecr:GetAuthorizationToken', { layer: 'service control' }),
      },
    ],
    ['an action was denied that nobody asks about', { symptom: SYMPTOMS.denied, denial: aDenial('ecr:PutImage') }],
  ] as const)('when %s', (_what, parts) => {
    expect(conclude(anIncident(parts), ALL_PASS).kind).toBe('undetermined');
  });
});

describe('what stays open', () => {
  const open = at('manifest', 'permission', 'unknown', 'policy');

  it('is said to be the cause only of what it could have said', () => {
    const symptom = { ...SYMPTOMS.denied, kind: 'rate_limited', explainedBy: ['permission'] } as const;
    const conclusion = conclude(asks(symptom), [...without('permission'), at('token', 'permission', 'pass'), open]);
    expect(conclusion).toMatchObject({ kind: 'undetermined', unknown: [] });
    expect(conclusion).toMatchObject({ says: expect.stringContaining('nothing that I read in AWS') });
  });

  it('is named where nobody could look, so that somebody can let us', () => {
    const symptom = {
      ...SYMPTOMS.notFound,
      reached: SYMPTOMS.denied.reached,
      explainedBy: ['permission', 'object'],
    } as const;
    expect(conclude(asks(symptom), [open, at('manifest', 'object', 'pass')])).toMatchObject({
      kind: 'undetermined',
      says: expect.stringContaining('none of my checks'),
      unknown: [{ check: 'policy' }],
    });
  });

  it.each([
    ['ecs', [{ check: 'policy' }]],
    ['docker', []],
  ] as const)('of a login that is missing on %s', (platform, unknown) => {
    const symptom = { ...SYMPTOMS.tokenDenied, kind: 'auth_missing_or_expired', quote: 'no basic auth' } as const;
    const policy = at('token', 'permission', 'unknown', 'policy');
    expect(conclude(anIncident({ symptom, platform }), [policy])).toMatchObject({
      kind: 'undetermined',
      says: expect.stringContaining('12 hours'),
      unknown,
    });
  });

  it('is said with the step that nobody looked at', () => {
    const conclusion = conclude(asks(SYMPTOMS.notFound), [at('manifest', 'object', 'pass')]);
    expect(conclusion).toMatchObject({ says: expect.stringContaining('the network path to the registry') });
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
