import { Redis } from 'ioredis';
import { describeRestart } from '../../scenarios/restart.ts';
import { serverUrl } from '../jobs/server-url.ts';

const server = serverUrl('TEST_REDIS_URL', 'redis://127.0.0.1:6379');

describeRestart({
  name: 'Redis',
  isShared: true,
  async emptyPlace() {
    const redis = new Redis(server.href);
    await redis.flushdb();
    redis.disconnect();
    return { url: server.href, dataDir: '/nowhere' };
  },
});
