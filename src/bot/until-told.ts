/** Resolves when the process is asked to stop: SIGTERM by an orchestrator, SIGINT by a person. */
export function untilToldToStop(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve);
  });
}
