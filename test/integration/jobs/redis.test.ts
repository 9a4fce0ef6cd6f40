import { Redis } from 'ioredis';
import { describe, expect, test } from 'vitest';
import { describeContract } from '../../jobs/contract.ts';
import { openAt } from '../../jobs/engine-under-test.ts';
import { serverUrl } from './server-url.ts';

const server = serverUrl('TEST_REDIS_URL', 'redis://127.0.0.1:6379');
/** Of the sixteen that Redis has, the first is left to other tests. */
const DATABASES = 15;
let places = 0;

const engine = {
  name: 'Redis',
  isShared: true,
  emptyPlace: async () => {
    places += 1;
    const url = new URL(server);
    // The databases are taken in turn, so that what a test before left running does not meet this one.
    url.pathname = `/${1 + (places % DATABASES)}`;
    const redis = new Redis(url.href);
    await redis.flushdb();
    redis.disconnect();
    return { url: url.href, dataDir: '/nowhere' };
  },
};

describeContract(engine);

describe('Redis', () => {
  test('that wants another password is an error without the password', async () => {
    const url = new URL(server);
    url.username = 'nobody';
    url.password = 'hunter2';
    const opening = openAt({ url: url.href, dataDir: '/nowhere' });
    await expect(opening).rejects.toThrow(/QUEUE_URL names a Redis at .*WRONGPASS/);
    await expect(opening).rejects.not.toThrow(/hunter2/);
  });
});
