import { describe, expect, it } from 'vitest';
import type { Denial } from '../../src/domain/incident.ts';
import { conclude } from '../../src/investigation/conclude.ts';
import { anIncident, SYMPTOMS } from '../support/an-incident.ts';
import { aDenial, asks, at } from '../support/pull-findings.ts';

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

describe('what could not be checked', () => {
  const denied = (layer: Denial['layer']) =>
    anIncident({ symptom: SYMPTOMS.tokenDenied, denial: aDenial('ecr:GetAuthorizationToken', { layer }) });
  const endpoint = { ...at('layers', 'permission', 'unknown', 'endpoint-policy-denies'), from: 'token' } as const;
  const fine = at('token', 'permission', 'pass');

  it('is no cause behind where the text ends: a token that was denied is nothing of the repository’s', () => {
    const findings = [fine, at('manifest', 'permission', 'unknown')];
    expect(conclude(denied(null), findings)).toMatchObject({ kind: 'undetermined', unknown: [] });
  });

  it.each([
    [null, ['endpoint-policy-denies']],
    ['VPC endpoint', ['endpoint-policy-denies']],
    ['identity-based', []],
    ['service control', []],
  ] as const)('may be the policy of an endpoint when AWS names %s', (layer, open) => {
    const conclusion = conclude(denied(layer), [fine, endpoint]);
    expect(conclusion).toMatchObject({ kind: 'undetermined', unknown: open.map((check) => ({ check })) });
  });
});

describe('an IAM sentence', () => {
  const cause = (data: Record<string, string>) => ({ ...at('manifest', 'permission', 'fail'), data });
  const certainty = (denial: Denial, data: Record<string, string>) =>
    conclude(anIncident({ symptom: SYMPTOMS.denied, denial }), [cause(data)]);

  it('confirms the cause that it names', () => {
    const data = { action: 'ecr:BatchGetImage', layer: 'identity-based' };
    expect(certainty(aDenial('ecr:BatchGetImage'), data)).toMatchObject({ certainty: 'confirmed' });
  });

  it.each([
    ['another action', { action: 'ecr:GetDownloadUrlForLayer', layer: 'identity-based' }],
    ['another layer', { action: 'ecr:BatchGetImage', layer: 'resource-based' }],
  ])('confirms no cause with %s', (_what, data) => {
    expect(certainty(aDenial('ecr:BatchGetImage'), data)).toMatchObject({ certainty: 'probable' });
  });
});

describe('a denial beside something that is missing', () => {
  const missing = at('manifest', 'object', 'fail', 'missing-repository');
  const registry = { account: '123456789012' };
  const own = `arn:aws:iam::${registry.account}:role/x`;

  it.each([
    [
      'confirmed',
      'no policy of the registry lets an outsider in',
      aDenial('ecr:BatchGetImage', { layer: 'resource-based' }),
    ],
    ['confirmed', 'the sentence names no layer to an outsider', aDenial('ecr:BatchGetImage', { layer: null })],
    ['probable', 'the outsider’s own policy is named', aDenial('ecr:BatchGetImage')],
    [
      'probable',
      'somebody of the registry’s account would be told',
      aDenial('ecr:BatchGetImage', { layer: null, principal: own }),
    ],
    ['probable', 'nobody is named', null],
  ] as const)('is %s to be about it, where %s', (certainty, _why, denial) => {
    const incident = anIncident({ symptom: SYMPTOMS.denied, denial });
    expect(conclude(incident, [missing])).toMatchObject({ cause: { check: 'missing-repository' }, certainty });
  });

  it('is confirmed where the text itself can be about nothing else', () => {
    const symptom = { ...SYMPTOMS.denied, explainedBy: ['object'] } as const;
    expect(conclude(asks(symptom), [missing])).toMatchObject({ certainty: 'confirmed' });
  });
});

describe('a connection to somewhere else', () => {
  const dialled = (host: string | null, port: number | null) =>
    anIncident({
      symptom: SYMPTOMS.timeout,
      connection: { host, address: '10.0.0.5', port, leg: null, addressOf: 'private' },
    });

  it.each([
    ['probable', 'a proxy at another port', dialled(null, 3128)],
    ['probable', 'a host that is none of ours', dialled('proxy.corp', 443)],
    ['confirmed', 'an address at 443', dialled(null, 443)],
    ['confirmed', 'an address without a port', dialled(null, null)],
  ] as const)('leaves a shut path %s: %s', (certainty, _what, incident) => {
    expect(conclude(incident, [at('manifest', 'path', 'fail')])).toMatchObject({ kind: 'explained', certainty });
  });
});
