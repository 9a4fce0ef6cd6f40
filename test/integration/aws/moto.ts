import { afterEach, beforeEach, vi } from 'vitest';

const url = motoUrl();

/** The address of moto. A test that cannot reach it fails; it is never skipped. */
function motoUrl(): URL {
  const text = process.env['TEST_MOTO_URL'];
  if (text === undefined || text === '') throw new Error('TEST_MOTO_URL must be set, such as http://127.0.0.1:5000.');
  return new URL(text);
}

/**
 * The environment by which a user points any program of AWS's SDK at an AWS of their own. An empty value counts as
 * unset: what whoever runs the tests is logged in to must not be seen.
 */
export const MOTO_ENVIRONMENT = {
  AWS_ENDPOINT_URL: url.href,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'testing',
  AWS_SECRET_ACCESS_KEY: 'testing',
  AWS_SESSION_TOKEN: '',
  AWS_PROFILE: '',
  AWS_CONFIG_FILE: '/nowhere',
  AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
} as const;

/** Gives each test of the file an empty AWS, reached through the environment alone. */
export function useMoto(): void {
  beforeEach(async () => {
    for (const [name, value] of Object.entries(MOTO_ENVIRONMENT)) vi.stubEnv(name, value);
    await allowEverything();
    await post('reset');
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await allowEverything();
  });
}

/** From here on moto judges each call by the policies of whoever signed it. Before, every key may do everything. */
export async function enforceIam(): Promise<void> {
  await post('reset-auth', '0');
}

/** moto counts the calls that it lets through unjudged. */
function allowEverything(): Promise<void> {
  return post('reset-auth', 'inf');
}

async function post(path: string, body = ''): Promise<void> {
  const answer = await fetch(new URL(`moto-api/${path}`, url), { method: 'POST', body });
  if (!answer.ok) throw new Error(`moto answered ${answer.status} to ${path}.`);
}
