import { describe, expect, test } from '@jest/globals';
import { chromiumPath } from './window.ts';

export { type Browser, launchBrowser, openWindow, signInAs, type Window, type WindowOptions } from './window.ts';

/** Tests in a real browser. Without one, they are left out, and a line says so and how to run them. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (chromiumPath !== undefined) {
    describe(name, tests);
    return;
  }
  process.stderr.write(
    `Left out, for lack of a browser: ${name}. Install Chromium, or set CHROMIUM_PATH, and run npm test again.\n`,
  );
  describe(name, () => {
    // The file has to have a test; this one says what is true here.
    test('needs a browser, and there is none', () => {
      expect(chromiumPath).toBeUndefined();
    });
  });
}
