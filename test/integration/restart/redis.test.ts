import { Redis } from 'ioredis';
import { describeGivenUp } from '../../scenarios/restart-given-up.ts';
import { describeRestart } from '../../scenarios/restart.ts';
import { serverUrl } from '../jobs/server-url.ts';

const server = serverUrl('TEST_REDIS_URL', 'redis://127.0.0.1:6379');

const engine = {
  name: 'Redis',
  isShared: true,
  async emptyPlace() {
    const redis = new Redis(server.href);
    await redis.flushdb();
    redis.disconnect();
    return { url: server.href, dataDir: '/nowhere' };
  },
};

describeRestart(engine);
describeGivenUp(engine);
