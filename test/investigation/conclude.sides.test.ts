import { describe, expect, it } from 'vitest';
import type { Finding, Verdict } from '../../src/domain/finding.ts';
import { conclude } from '../../src/investigation/conclude.ts';
import { anIncident, SYMPTOMS } from '../support/an-incident.ts';
import { ALL_PASS, asks, at, without } from '../support/pull-findings.ts';

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
