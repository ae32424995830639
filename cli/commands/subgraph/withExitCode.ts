import { explainError } from '../../explainError.ts';

/** Exit codes: 0 passed, 1 something was found, 2 the command could not do its work. */
export async function withExitCode(run: () => Promise<boolean>): Promise<void> {
  try {
    process.exitCode = (await run()) ? 0 : 1;
  } catch (error) {
    process.exitCode = 2;
    process.stderr.write(`${explainError(error)}\n`);
  }
}
