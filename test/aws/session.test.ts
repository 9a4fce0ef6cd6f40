import { describe, expect, it } from 'vitest';
import { sharedSession } from '../../src/aws/session.ts';

const MINUTE = 60_000;

describe('sharedSession', () => {
  it('assumes the role once for all clients, and again before it ends', async () => {
    let clock = 0;
    let assumed = 0;
    const provider = sharedSession(
      () =>
        Promise.resolve({
          accessKeyId: `key-${(assumed += 1)}`,
          secretAccessKey: 's',
          expiration: new Date(clock + 15 * MINUTE),
        }),
      () => clock,
    );
    const keys = await Promise.all([provider(), provider()]);
    expect(keys.map(({ accessKeyId }) => accessKeyId)).toEqual(['key-1', 'key-1']);
    clock = 9 * MINUTE;
    expect((await provider()).accessKeyId).toBe('key-1');
    clock = 11 * MINUTE;
    expect((await provider()).accessKeyId).toBe('key-2');
  });

  it('does not remember a refusal', async () => {
    let tries = 0;
    const provider = sharedSession(() =>
      (tries += 1) === 1
        ? Promise.reject(new Error('no'))
        : Promise.resolve({ accessKeyId: 'key', secretAccessKey: 's' }),
    );
    await expect(provider()).rejects.toThrow('no');
    expect((await provider()).accessKeyId).toBe('key');
  });
});
