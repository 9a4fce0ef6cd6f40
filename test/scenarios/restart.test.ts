import { afterAll } from 'vitest';
import { embeddedEngine } from '../jobs/embedded-place.ts';
import { describeRestart } from './restart.ts';

const engine = await embeddedEngine();
afterAll(() => engine.removeAll());

describeRestart(engine);
