import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import type { LocalConsole, LocalConsoleOptions } from '../../../cli/local/localConsole.ts';
import { createBrowser } from '../harness/httpBrowser.ts';

const SCRIPT = 'document.title = "Person 360";';

export function webFiles(start: (options: Partial<LocalConsoleOptions>) => Promise<LocalConsole>): void {
  test('serves its files compressed and for long, its page for every board, and nothing for a file that is not there', async () => {
    const webDirectory = await mkdtemp(join(tmpdir(), 'person360-web-'));
    await mkdir(join(webDirectory, 'assets'));
    const page = '<!doctype html><title>Person 360</title>';
    const files: Readonly<Record<string, string | Buffer>> = {
      'index.html': page,
      'index.html.br': brotliCompressSync(page),
      'assets/app-1a2b.js': SCRIPT,
      'assets/app-1a2b.js.br': brotliCompressSync(SCRIPT),
      'assets/app-1a2b.js.gz': gzipSync(SCRIPT),
      'assets/small-1a2b.js': '1;',
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(webDirectory, name), text);
    const app = await start({ webDirectory });
    try {
      const browser = createBrowser(app.origin);
      const headersOf = async (path: string, accepted: string) => {
        const response = await browser.get(path, { accept: 'text/html', 'accept-encoding': accepted });
        const names = ['content-encoding', 'vary', 'content-type', 'cache-control'];
        return [response.status, await response.text(), ...names.map((name) => response.headers.get(name))];
      };
      const script = 'text/javascript; charset=utf-8';
      const forLong = 'public, max-age=31536000, immutable';
      const asset = '/assets/app-1a2b.js';
      const vary = 'Accept-Encoding';
      expect(await headersOf(asset, 'gzip, deflate, br')).toEqual([200, SCRIPT, 'br', vary, script, forLong]);
      expect(await headersOf(asset, 'gzip')).toEqual([200, SCRIPT, 'gzip', vary, script, forLong]);
      expect(await headersOf(asset, 'br;q=0')).toEqual([200, SCRIPT, null, vary, script, forLong]);
      expect(await headersOf('/assets/small-1a2b.js', 'br')).toEqual([200, '1;', null, null, script, forLong]);
      const html = 'text/html; charset=utf-8';
      for (const path of ['/', '/people/Ab-_9', '/requests/7f3.1/history']) {
        expect([path, await headersOf(path, 'br')]).toEqual([path, [200, page, 'br', vary, html, 'no-store']]);
      }
      const { headers } = await browser.get('/', { 'accept-encoding': 'br' });
      expect(headers.get('content-security-policy')).toContain("default-src 'none';script-src 'self'");
      for (const path of ['/assets/gone', '/assets/gone.js', '/favicon.ico', '/people/%2e%2e%2fsecret.txt']) {
        expect([path, (await browser.get(path)).status]).toEqual([path, 404]);
      }
    } finally {
      await app.stop();
      await rm(webDirectory, { recursive: true, force: true });
    }
  });
}
