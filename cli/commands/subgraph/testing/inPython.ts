import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

export const agingExample = fileURLToPath(new URL('../../../../examples/aging-python/', import.meta.url));
/** Python with the packages of the example. */
export const python = process.env.AGING_PYTHON ?? join(agingExample, '.venv/bin/python');

/** Tests of a subgraph in Python. Without one, they are left out, and a line says so and how to run them. */
export function describeInPython(name: string, tests: () => void): void {
  if (existsSync(python)) {
    describe(name, tests);
    return;
  }
  process.stderr.write(
    `Left out, for lack of Python: ${name}. Create examples/aging-python/.venv as its README says, and run npm test again.\n`,
  );
  describe(name, () => {
    // The file has to have a test; this one says what is true here.
    test('needs Python, and there is none', () => {
      expect(existsSync(python)).toBe(false);
    });
  });
}
