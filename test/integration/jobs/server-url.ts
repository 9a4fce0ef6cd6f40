/** The address of a server that a test needs. A test that cannot reach its server fails; it is never skipped. */
export function serverUrl(variable: 'TEST_REDIS_URL' | 'TEST_POSTGRES_URL', example: string): URL {
  const url = process.env[variable];
  if (url === undefined || url === '') throw new Error(`${variable} must be set, such as ${example}.`);
  return new URL(url);
}
