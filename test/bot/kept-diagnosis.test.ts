import { describe, expect, test } from 'vitest';
import { readKeptDiagnosis } from '../../src/bot/kept-diagnosis.ts';
import { drawChecks } from '../../src/slack/blocks/checks-modal.ts';
import { drawDiagnosis } from '../../src/slack/blocks/diagnosis.ts';
import { drawMissingPermissions } from '../../src/slack/blocks/missing-permissions.ts';
import { diagnosis, NAMES } from '../slack/support/diagnoses.ts';
import { pathsWith } from '../support/paths.ts';
import { anOldDiagnosis } from './an-old-diagnosis.ts';

describe('a kept diagnosis', () => {
  test('of an older version is drawn like one without what came later', () => {
    const old = readKeptDiagnosis(anOldDiagnosis());
    expect(drawDiagnosis(old, NAMES)).toEqual(drawDiagnosis(diagnosis(), NAMES));
    expect(drawChecks(old, NAMES)).toEqual(drawChecks(diagnosis(), NAMES));
    expect(drawMissingPermissions(old, NAMES, [])).toEqual(drawMissingPermissions(diagnosis(), NAMES, []));
  });

  test('of this version is as it was', () => {
    const kept = diagnosis({
      recovery: [{ kind: 'rebuild', says: 'Build it again.', byHand: [] }],
      paths: pathsWith(['layers'], { subject: 'rtb-1', reason: 'no-route' }),
    });
    expect(readKeptDiagnosis(kept)).toEqual(kept);
  });
});
