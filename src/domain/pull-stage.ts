/**
 * The stages of a pull, in the order a container runtime goes through them: parse the reference, get an authorization
 * token from ecr.api, resolve the manifest at ecr.dkr, fetch the layers from S3, start the container.
 * `prevention` is the shelf for checks that explain no failure.
 */
export const PULL_STAGES = ['reference', 'token', 'manifest', 'layers', 'start', 'prevention'] as const;
export type PullStage = (typeof PULL_STAGES)[number];

/**
 * The steps within a stage, in order: a name that cannot be reached was never denied, and what was denied was never
 * looked up.
 */
export const PULL_STEPS = ['path', 'permission', 'object'] as const;
export type PullStep = (typeof PULL_STEPS)[number];

/** How far a pull had come, or the place of a check in the order of a pull. */
export interface PullPosition {
  readonly stage: PullStage;
  readonly step: PullStep;
}

/** Negative when `a` comes before `b` in a pull, zero when they are the same. */
export function comparePositions(a: PullPosition, b: PullPosition): number {
  return (
    PULL_STAGES.indexOf(a.stage) - PULL_STAGES.indexOf(b.stage) ||
    PULL_STEPS.indexOf(a.step) - PULL_STEPS.indexOf(b.step)
  );
}
