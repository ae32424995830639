import { describe, expect, test } from '@jest/globals';
import { expectAccessible } from '../harness/axe.ts';
import type { SharedConsole } from '../harness/sharedConsole.ts';

export function publishingCases(shared: SharedConsole): void {
  describe('the publishing board', () => {
    test('every page is accessible and fits at 320 and 1,280 pixels, in Spanish as well', async () => {
      const window = await shared.newSession('Auditor, whole log', { locale: 'es-US' });
      const { page } = window;
      const pages = ['', '/waiting', '/subgraph/weatherization', '/publication/7', '/publish', '/changes', '/usage'];
      for (const path of pages) {
        await window.goto(`/publishing${path}`);
        await page.locator('h1').waitFor();
        await page.waitForLoadState('networkidle');
        await page.getByRole('progressbar').waitFor({ state: 'detached' });
        for (const width of [1_280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          if (width === 320) await expectAccessible(page);
          const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
          expect([path, width, Number(over) <= 0]).toEqual([path, width, true]);
        }
      }
      expect(window.problems).toEqual([]);
      await window.close();
    }, 180_000);
  });
}
