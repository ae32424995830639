/**
 * The other side of `startPart`: answers the questions of the process that started this one, in order, and ends with it.
 * `stop` runs on SIGTERM and SIGINT, and when the parent is gone: nothing outlives the benchmark.
 */
export function answerParent<Question, Answer>(
  answer: (question: Question) => Promise<Answer>,
  stop: () => Promise<void>,
): void {
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('message', (question) => {
    // Only `startPart` writes here, with the questions of this part.
    answer(question as Question).then(
      (value) => process.send?.({ answer: value }),
      (error: unknown) =>
        process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  process.once('disconnect', end);
}
