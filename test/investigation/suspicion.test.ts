import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import type { Denial, Incident, Symptom, SymptomKind } from '../../src/domain/incident.ts';
import {
  agrees,
  cameTooLate,
  couldComeBefore,
  isSuspect,
  isVisible,
  unseenSteps,
} from '../../src/investigation/suspicion.ts';
import { aFinding } from '../support/a-finding.ts';
import { anIncident, SYMPTOMS } from '../support/an-incident.ts';

const DENIAL: Denial = {
  principal: 'arn:aws:iam::444455556666:role/x',
  action: 'ecr:BatchGetImage',
  resource: null,
  layer: null,
  explicit: false,
  policy: null,
};
const CONNECTION = { host: null, address: null, port: 443, leg: null, addressOf: null } as const;
const kind = (of: SymptomKind): Symptom => ({ ...SYMPTOMS.denied, kind: of });

describe('a text whose cause some check can see', () => {
  it.each<[string, Parameters<typeof anIncident>[0], boolean]>([
    ['none at all', { symptom: null }, true],
    ['a denial', { symptom: SYMPTOMS.denied }, true],
    ['a name that is not resolved', { symptom: kind('dns') }, true],
    ['a refused connection', { symptom: kind('connection_refused') }, true],
    ['a login that failed to begin', { symptom: kind('registry_auth_init') }, true],
    ['another platform', { symptom: kind('platform_mismatch') }, true],
    ['a key', { symptom: kind('kms') }, true],
    ['a rate limit', { symptom: kind('rate_limited') }, false],
    ['a text that no step explains', { symptom: { ...SYMPTOMS.denied, explainedBy: [] } }, false],
    ['an action that is asked about', { symptom: SYMPTOMS.denied, denial: DENIAL }, true],
    ['another action', { symptom: SYMPTOMS.denied, denial: { ...DENIAL, action: 'ecr:PutImage' } }, false],
    ['a connection to nobody knows where', { symptom: SYMPTOMS.timeout, connection: CONNECTION }, true],
    [
      'a connection of the pull',
      { symptom: SYMPTOMS.timeout, connection: { ...CONNECTION, host: 'api.ecr', leg: 'token' } },
      true,
    ],
    [
      'a connection elsewhere',
      { symptom: SYMPTOMS.timeout, connection: { ...CONNECTION, host: 'example.com' } },
      false,
    ],
  ])('is %s', (_what, incident, is) => {
    expect(isVisible(anIncident(incident))).toBe(is);
  });

  it.each([
    'ecr:GetAuthorizationToken',
    'ecr:GetDownloadUrlForLayer',
    'ecr:CreateRepository',
    'ecr:BatchImportUpstreamImage',
  ] as const)('is one about %s', (action) => {
    expect(isVisible(anIncident({ symptom: SYMPTOMS.denied, denial: { ...DENIAL, action } }))).toBe(true);
  });
});

describe('a text that says what the cause does', () => {
  const cause = (parts: Partial<Finding> = {}): Finding =>
    aFinding({
      position: { stage: 'manifest', step: 'permission' },
      verdict: 'fail',
      data: { action: 'ecr:BatchGetImage', layer: 'identity-based', resource: 'arn:one' },
      ...parts,
    });
  const said = (denial: Partial<Denial>): Incident =>
    anIncident({ symptom: SYMPTOMS.denied, denial: { ...DENIAL, ...denial } });
  const silent = cause({ data: { action: 'ecr:BatchGetImage' } });

  it.each<[string, Incident, Finding, boolean]>([
    ['nothing but the action', said({}), cause(), true],
    ['another action', said({ action: 'ecr:GetDownloadUrlForLayer' }), cause(), false],
    ['the layer', said({ layer: 'identity-based' }), cause(), true],
    ['another layer', said({ layer: 'resource-based' }), cause(), false],
    ['a layer of which the cause says nothing', said({ layer: 'resource-based' }), silent, true],
    ['the resource', said({ resource: 'arn:one' }), cause(), true],
    ['another resource', said({ resource: 'arn:two' }), cause(), false],
    ['a resource of which the cause says nothing', said({ resource: 'arn:two' }), silent, true],
    ['a denial, where the cause is no permission', said({ action: 'ecr:PutImage' }), aFinding(), true],
    ['no denial in IAM’s words', anIncident({ symptom: SYMPTOMS.denied }), cause(), true],
    ['nothing that is understood', anIncident({ symptom: kind('other') }), cause(), false],
    ['no text', anIncident({ symptom: null }), cause(), false],
    ['the same, of a cause with a gap', said({}), cause({ atMost: 'probable' }), false],
    ['an old login, of a denied token', anIncident({ symptom: kind('auth_missing_or_expired') }), cause(), false],
    ['an old login', anIncident({ symptom: kind('auth_missing_or_expired') }), cause({ data: {} }), true],
  ])('%s', (_what, incident, finding, agreed) => {
    expect(agrees(incident, finding)).toBe(agreed);
  });
});

describe('what happened after the failure', () => {
  const FAILED = '2026-03-01T10:00:00Z';

  it.each<[string | undefined, string | null, boolean]>([
    ['2026-03-01T10:15:00Z', FAILED, false],
    ['2026-03-01T10:15:01Z', FAILED, true],
    ['2026-03-01T09:00:00Z', FAILED, false],
    [undefined, FAILED, false],
    ['2026-03-01T12:00:00Z', null, false],
  ])('at %s, failed at %s: %s', (at, failedAt, late) => {
    expect(cameTooLate(aFinding({ data: at === undefined ? {} : { at } }), anIncident({ failedAt }))).toBe(late);
  });
});

describe('what an open question could hide', () => {
  const cause = aFinding({ position: { stage: 'manifest', step: 'permission' } });

  it.each([
    ['token', 'object', true],
    ['manifest', 'permission', false],
    ['manifest', 'object', false],
    ['layers', 'path', true],
  ] as const)('is a cause at %s %s: %s', (stage, step, could) => {
    expect(couldComeBefore(aFinding({ position: { stage, step } }), cause)).toBe(could);
  });
});

describe('a suspect', () => {
  const at = (stage: Finding['position']['stage'], step: Finding['position']['step'], verdict: Finding['verdict']) =>
    aFinding({ position: { stage, step }, verdict });

  it.each<[string, Finding, Symptom | null, boolean]>([
    ['fails where the text is', at('manifest', 'permission', 'fail'), SYMPTOMS.denied, true],
    ['fails before what the text reached', at('token', 'permission', 'fail'), SYMPTOMS.denied, false],
    ['passes before what the text reached', at('token', 'permission', 'pass'), SYMPTOMS.denied, false],
    ['fails behind where the text ends', at('manifest', 'permission', 'fail'), SYMPTOMS.tokenDenied, false],
    ['passes behind where the text ends', at('manifest', 'permission', 'pass'), SYMPTOMS.tokenDenied, true],
    ['is open behind where the text ends', at('manifest', 'permission', 'unknown'), SYMPTOMS.tokenDenied, false],
    ['is open where the text ends', at('token', 'permission', 'unknown'), SYMPTOMS.tokenDenied, true],
    ['is open before what the text reached', at('token', 'permission', 'unknown'), SYMPTOMS.denied, false],
    [
      'is open behind where the text ends, and could have shown before',
      { ...at('layers', 'permission', 'unknown'), from: 'token' },
      SYMPTOMS.tokenDenied,
      true,
    ],
    [
      'is open, and could have shown behind where the text ends at the earliest',
      { ...at('layers', 'permission', 'unknown'), from: 'manifest' },
      SYMPTOMS.tokenDenied,
      false,
    ],
    ['fails at a step that reads otherwise', at('manifest', 'object', 'fail'), SYMPTOMS.timeout, false],
    ['fails of a kind that reads otherwise', at('manifest', 'permission', 'fail'), kind('platform_mismatch'), false],
    ['passes, though its failure would read otherwise', at('manifest', 'permission', 'pass'), kind('kms'), true],
    [
      'fails, and says that it reads otherwise',
      { ...at('manifest', 'permission', 'fail'), explains: false },
      null,
      false,
    ],
    ['fails without any text', at('layers', 'object', 'fail'), null, true],
    ['prevents', at('prevention', 'object', 'fail'), null, false],
    ['is beside the pull', at('start', 'path', 'fail'), null, false],
  ])('that %s', (_what, finding, symptom, is) => {
    expect(isSuspect(finding, anIncident({ symptom }))).toBe(is);
  });
});

describe('the policy of an endpoint', () => {
  const endpoint = (verdict: Finding['verdict']) =>
    aFinding({ check: 'endpoint-policy-denies', position: { stage: 'layers', step: 'permission' }, verdict });

  it.each<[Finding['verdict'], Partial<Denial> | null, boolean]>([
    ['unknown', null, true],
    ['unknown', { layer: null }, true],
    ['unknown', { layer: 'VPC endpoint' }, true],
    ['unknown', { layer: 'identity-based' }, false],
    ['unknown', { layer: 'resource-based' }, false],
    ['fail', { layer: 'identity-based' }, true],
  ])('that is %s could be behind a denial with %j: %s', (verdict, parts, could) => {
    const denial = parts === null ? null : { ...DENIAL, ...parts };
    expect(isSuspect(endpoint(verdict), anIncident({ symptom: SYMPTOMS.denied, denial }))).toBe(could);
  });

  it('is the only one that a named layer acquits unread: the others may be of several layers', () => {
    const denial: Denial = { ...DENIAL, layer: 'identity-based' };
    const open = { ...endpoint('unknown'), check: 'denied-pull' };
    expect(isSuspect(open, anIncident({ symptom: SYMPTOMS.denied, denial }))).toBe(true);
  });
});

it('counts a step as seen only where something passed', () => {
  const findings = [
    aFinding({ position: { stage: 'token', step: 'permission' }, verdict: 'fail' }),
    aFinding({ position: { stage: 'manifest', step: 'object' }, verdict: 'pass' }),
  ];
  expect(unseenSteps(findings)).toEqual(['path', 'permission']);
  expect(unseenSteps(findings, ['object'])).toEqual([]);
});
