import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../src/domain/incident.ts';
import { loginWords } from '../../src/investigation/login-words.ts';
import { anIncident, HOST, SYMPTOMS } from '../support/an-incident.ts';

const symptom = { ...SYMPTOMS.denied, kind: 'auth_missing_or_expired', quote: 'no basic auth credentials' } as const;

describe('what a text about a missing or old login means', () => {
  it.each([
    ['ecs', '`repositoryCredentials`'],
    ['kubernetes', '`imagePullSecrets`'],
    ['docker', `| docker login --username AWS --password-stdin ${HOST}\``],
    ['codebuild', 'must log in first'],
    ['lambda', 'building or pushing'],
    ['unknown', 'must be renewed by somebody'],
  ] as const)('on %s', (platform, words) => {
    expect(loginWords(anIncident({ platform, symptom }))).toContain(words);
  });

  it.each(PLATFORMS)('quotes the text and knows the Region, on %s', (platform) => {
    const says = loginWords(anIncident({ platform, symptom }));
    expect(says).toContain('`no basic auth credentials`');
    expect(says).toContain('one Region only');
    expect(says).not.toContain('{{');
  });
});
