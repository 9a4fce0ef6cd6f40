import type { EcrIncident } from '../../domain/check.ts';
import { defineCheck } from '../define-check.ts';

export const registryCredentialsOnEcr = defineCheck({
  id: 'registry-credentials-on-ecr',
  stage: 'token',
  step: 'permission',
  question: 'Does the task definition leave it to the execution role to log in to ECR?',
  needs: ['secretLogins'],
  answers: {
    role: { verdict: 'pass', says: 'The task definition names no secret for the image: its role logs in.' },
    secret: {
      verdict: 'fail',
      says: 'The task definition names `repositoryCredentials` for `{{image}}`, so ECS logs in with what a secret holds and not with the execution role. What logs in to ECR is valid for 12 hours, so a secret is nearly always too old: take `repositoryCredentials` out.',
    },
    'no-task': { verdict: 'not-applicable', says: 'No task definition of ECS says how to log in.' },
  },
  evaluate({ secretLogins }, incident) {
    if (secretLogins === null) return { answer: 'no-task' };
    const image = secretLogins.find((text) => isWanted(text, incident));
    if (image === undefined) return { answer: 'role' };
    // Whom IAM names has logged in with his own role.
    return { answer: 'secret', data: { image }, ...(incident.denial !== null && { explains: false }) };
  },
});

function isWanted(text: string, { image }: EcrIncident): boolean {
  const name = `${image.registry.host}/${image.repository}`;
  return text === name || text.startsWith(`${name}:`) || text.startsWith(`${name}@`);
}
