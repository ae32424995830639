/** Stops one part. Called once. */
export type StopPart = () => Promise<unknown> | unknown;

/**
 * Runs `start`, which hands over how to stop each part as soon as that part runs. When a later part cannot start, those
 * before it are stopped, last one first, and the error is thrown: a failed start leaves nothing that keeps the process
 * alive.
 */
export async function startTogether<Running>(
  start: (started: (stop: StopPart) => void) => Promise<Running>,
): Promise<Running> {
  const parts: StopPart[] = [];
  try {
    return await start((stop) => parts.push(stop));
  } catch (error) {
    for (const stop of parts.reverse()) {
      // The reason why the start failed is what the caller needs to see.
      await Promise.resolve()
        .then(stop)
        .catch(() => undefined);
    }
    throw error;
  }
}
