export type { LifecycleImage, LifecyclePolicy, LifecycleRule } from './lifecycle-policy.ts';
export { lifecycleTraps } from './lifecycle-traps.ts';
export { lifecycleViolations } from './lifecycle-violations.ts';
export { parseLifecyclePolicy } from './parse-lifecycle-policy.ts';
export { replayLifecycle, ruleThatWouldTake } from './replay-lifecycle.ts';
