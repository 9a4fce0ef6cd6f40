import { afterAll } from 'vitest';
import { embeddedEngine } from '../jobs/embedded-place.ts';
import { describeGivenUp } from './restart-given-up.ts';
import { describeRestart } from './restart.ts';

const engine = await embeddedEngine();
afterAll(() => engine.removeAll());

describeRestart(engine);
describeGivenUp(engine);
