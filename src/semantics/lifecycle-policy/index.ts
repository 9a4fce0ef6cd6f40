export type {
  CountType,
  LifecycleCount,
  LifecycleImage,
  LifecyclePolicy,
  LifecycleRule,
  LifecycleSelection,
  StorageClass,
} from './lifecycle-policy.ts';
export { lifecycleTraps } from './lifecycle-traps.ts';
export type { LifecycleTrap } from './lifecycle-traps.ts';
export { lifecycleViolations } from './lifecycle-violations.ts';
export type { LifecycleViolation, LifecycleViolationKind } from './lifecycle-violations.ts';
export { parseLifecyclePolicy } from './parse-lifecycle-policy.ts';
export type { ParsedLifecyclePolicy } from './parse-lifecycle-policy.ts';
export { replayLifecycle, ruleThatWouldTake } from './replay-lifecycle.ts';
export type { ImageFate, Replay } from './replay-lifecycle.ts';
