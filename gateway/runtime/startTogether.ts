/** Stops one part. Called once. */
export type StopPart = () => Promise<unknown> | unknown;

/**
 * Runs `start`, which passes a function to stop each part as soon as that part runs. `stop` stops the last part first.
 * If a part cannot start, those before it are stopped in the same order and the error is thrown: a failed start leaves
 * nothing that keeps the process alive.
 */
export async function startTogether<Running extends object>(
  start: (started: (stop: StopPart) => void) => Promise<Running>,
): Promise<Running & { stop(): Promise<void> }> {
  const parts: StopPart[] = [];
  try {
    const running = await start((stop) => parts.unshift(stop));
    return {
      ...running,
      async stop() {
        for (const stop of parts) await stop();
      },
    };
  } catch (error) {
    for (const stop of parts) {
      // The reason why the start failed is what the caller needs to see.
      await Promise.resolve()
        .then(stop)
        .catch(() => undefined);
    }
    throw error;
  }
}
