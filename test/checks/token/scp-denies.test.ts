import { scpDenies } from '../../../src/checks/token/scp-denies.ts';
import type { Denial } from '../../../src/domain/incident.ts';
import type { WitnessedAction } from '../../../src/domain/facts/simulation.ts';
import { anIncident } from '../../support/an-incident.ts';
import { testCheck } from '../../support/test-check.ts';
import { describe, expect, it } from 'vitest';

const ROLE = 'arn:aws:iam::444455556666:role/checkout-exec';
const REPOSITORY = 'arn:aws:ecr:us-east-1:123456789012:repository/shop/api';

function witnessed(parts: Partial<WitnessedAction> = {}): WitnessedAction {
  return {
    role: ROLE,
    action: 'ecr:BatchGetImage',
    resource: REPOSITORY,
    isAllowed: true,
    isAllowedByOrganization: true,
    missingKeys: [],
    ownReading: 'allowed',
    ...parts,
  };
}

const TOKEN = { action: 'ecr:GetAuthorizationToken', resource: '*' } as const;
const FORBIDDEN = { isAllowed: false, isAllowedByOrganization: false } as const;

const denial = (layer: Denial['layer']): Denial => ({
  principal: ROLE,
  action: 'ecr:BatchGetImage',
  resource: REPOSITORY,
  layer,
  explicit: true,
  policy: null,
});

testCheck(scpDenies, {
  agrees: [
    {
      when: 'both read the same',
      facts: { secondWitness: [witnessed(TOKEN), witnessed()] },
      says: `No service control policy keeps \`${ROLE}\` from pulling, as AWS’s policy simulator says.`,
    },
    {
      when: 'the account is in no organization',
      facts: { secondWitness: [witnessed({ isAllowedByOrganization: null })] },
    },
    {
      when: 'the simulator lacks a key, so that its no is none',
      facts: { secondWitness: [witnessed({ isAllowed: false, missingKeys: ['aws:SourceVpce'] })] },
    },
    {
      when: 'our own reading hangs on a key',
      facts: { secondWitness: [witnessed({ isAllowed: false, ownReading: 'unknown' })] },
    },
    {
      when: 'both deny for want of a policy',
      facts: { secondWitness: [witnessed({ isAllowed: false, ownReading: 'denied' })] },
    },
  ],
  denied: [
    {
      when: 'the organization does not allow it, and the first action that it forbids is named',
      facts: { secondWitness: [witnessed({ ...TOKEN, ...FORBIDDEN }), witnessed(FORBIDDEN)] },
      says: `\`${ROLE}\` may not ecr:GetAuthorizationToken on *: a service control policy of its organization does not allow it, as AWS’s policy simulator says. Only who runs the organization can change that.`,
    },
    {
      when: 'the action of the message speaks first',
      facts: { secondWitness: [witnessed({ ...TOKEN, ...FORBIDDEN }), witnessed(FORBIDDEN)] },
      incident: { denial: denial('service control') },
      says: `\`${ROLE}\` may not ecr:BatchGetImage on ${REPOSITORY}: a service control policy of its organization does not allow it, as AWS’s policy simulator says. Only who runs the organization can change that.`,
    },
  ],
  disagrees: [
    {
      when: 'it denies what our reading allows',
      facts: { secondWitness: [witnessed({ isAllowed: false })] },
      says: `Two readings of the policies of \`${ROLE}\` disagree: AWS’s policy simulator says that ecr:BatchGetImage is denied, and by my own reading it is allowed. A policy that was changed a moment ago may not have reached both.`,
    },
    { when: 'it allows what our reading denies', facts: { secondWitness: [witnessed({ ownReading: 'denied' })] } },
  ],
  read: [
    {
      when: 'the policy was read and denies too',
      facts: { secondWitness: [witnessed({ ...FORBIDDEN, isDeniedByReadControl: true })] },
    },
  ],
  'allowed-by-read': [
    {
      when: 'every level was read and allows it',
      facts: { secondWitness: [witnessed({ ...FORBIDDEN, isAllowedByReadControl: true })] },
      says: `Two readings of the service control policies over \`${ROLE}\` disagree: AWS’s policy simulator says that they do not allow ecr:BatchGetImage, and by my own reading those on every level of its organization do. One that was changed a moment ago may not have reached both.`,
    },
  ],
  'not-asked': [{ when: 'we may not ask it', facts: { secondWitness: 'not-asked' } }],
});

describe('what the witness alone is worth', () => {
  const secondWitness = [witnessed(FORBIDDEN)];

  it.each([
    ['no sentence', null, { atMost: 'probable' }],
    ['a sentence that names no layer', denial(null), { atMost: 'probable' }],
    ['a sentence about another layer', denial('identity-based'), { atMost: 'probable', explains: false }],
  ] as const)('beside %s', (_what, said, weight) => {
    expect(scpDenies.evaluate({ secondWitness }, anIncident({ denial: said }))).toMatchObject(weight);
  });

  it('is confirmed by the sentence that names such a policy', () => {
    const evaluation = scpDenies.evaluate({ secondWitness }, anIncident({ denial: denial('service control') }));
    expect(evaluation).not.toHaveProperty('atMost');
    expect(evaluation).not.toHaveProperty('explains');
  });

  it('shows where the action belongs in a pull', () => {
    const stages = [TOKEN, {}, { action: 'ecr:GetDownloadUrlForLayer' } as const].map(
      (parts) => scpDenies.evaluate({ secondWitness: [witnessed({ ...FORBIDDEN, ...parts })] }, anIncident()).stage,
    );
    expect(stages).toEqual(['token', 'manifest', 'layers']);
  });
});
