import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type ConsoleMessage,
  chromium,
  type Page,
} from 'playwright-core';

export type { Browser, Page };

const CANDIDATES = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A browser of this machine; undefined if there is none. */
export const chromiumPath = CANDIDATES.find((path) => path !== '' && existsSync(path));

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A user's window, with everything that went wrong in it. */
export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Violations of the content security policy, errors of scripts, and console errors. */
  readonly problems: readonly string[];
  goto(path: string): Promise<void>;
  close(): Promise<void>;
}

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  /** Cookies of a session that was begun in another window. */
  readonly session?: NonNullable<BrowserContextOptions['storageState']>;
}

/** Opens a window in a browser profile of its own, on the welcome page. */
export async function openWindow(browser: Browser, origin: string, options: WindowOptions = {}): Promise<Window> {
  const { width = 1_280, height = 900, locale = 'en-US' } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    timezoneId: 'America/Chicago',
    ...(options.session !== undefined && { storageState: options.session }),
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // Chromium reports violations of the policy as console errors.
    if (message.type() === 'error' && !isExpected(message)) problems.push(`console: ${message.text()}`);
  });
  await page.goto(origin);
  return {
    ...{ page, context, problems },
    goto: async (path) => void (await page.goto(`${origin}${path}`)),
    close: () => context.close(),
  };
}

/** No session yet (401), and no icon on the page of the development login (404). */
function isExpected(message: ConsoleMessage): boolean {
  const { pathname } = new URL(message.location().url || 'http://localhost/');
  return pathname === '/session' || pathname === '/favicon.ico';
}

/** Signs in from the welcome page as one of the users of the development login. */
export async function signInAs({ page }: Pick<Window, 'page'>, name: string): Promise<void> {
  await page
    .getByRole('button', { name: /Sign in|Iniciar sesión/ })
    .first()
    .click();
  await page.getByRole('button', { name }).click();
  await page.locator('.account').waitFor();
}
