import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileOf = (dataDirectory: string): string => join(dataDirectory, 'clock.json');

/**
 * The clock of a local run: the machine's, or one that starts at a given instant and advances from there, so that a
 * demonstration can cover the days of a procedure. The offset is saved for the commands that sign tokens.
 */
export function startDevelopmentClock(dataDirectory: string, startAt: Date | undefined): () => Date {
  if (startAt === undefined) {
    rmSync(fileOf(dataDirectory), { force: true });
    return () => new Date();
  }
  const offsetMs = startAt.getTime() - Date.now();
  mkdirSync(dataDirectory, { recursive: true });
  writeFileSync(fileOf(dataDirectory), JSON.stringify({ offsetMs }));
  return clockWith(offsetMs);
}

/** Returns the clock that the run on this data directory was last started with. */
export function readDevelopmentClock(dataDirectory: string): () => Date {
  let text: string;
  try {
    text = readFileSync(fileOf(dataDirectory), 'utf8');
  } catch {
    // No run with its own clock.
    return () => new Date();
  }
  const { offsetMs } = JSON.parse(text) as { offsetMs: number }; // written above
  return clockWith(offsetMs);
}

function clockWith(offsetMs: number): () => Date {
  return () => new Date(Date.now() + offsetMs);
}
