// Makes the pictures of the documentation from the real product: npm run screenshots
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { openPerson } from './harness/openPerson.ts';
import { launchBrowser, openWindow, signInAs, type WindowOptions } from './harness/window.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const images = join(root, 'docs/images');
/** A Tuesday morning, so that the pictures are the same every time. */
const CLOCK = '2026-12-01T09:00:00-06:00';

type Goto = (path: string) => Promise<void>;

interface Picture {
  readonly name: string;
  /** User of the development login; undefined: a visitor. */
  readonly user: string | undefined;
  readonly window?: WindowOptions;
  /** The whole page, or only what is on the screen. */
  readonly isWhole?: boolean;
  /** Brings the page into the state of the picture. */
  readonly show: (page: Page, goto: Goto) => Promise<unknown>;
}

const CASEWORKER = 'Caseworker, foster care';
const SUPERVISOR = 'Supervisor, child protection';
const OFFICER = 'Data officer, Department of Human Services';
const AUDITOR = 'Auditor, whole log';
const STEWARD = 'First steward of record links';
const REQUEST = '/agreements/new?purpose=CHILD_PROTECTION&dataset=snap.participation&roles=INVESTIGATOR';
const desktop = { width: 1_280, height: 1_000 };
const phone = { width: 390, height: 844 };

async function visit(page: Page, goto: Goto, path: string): Promise<void> {
  await goto(path);
  await page.waitForLoadState('networkidle');
}

/** In the order in which they are taken: later ones show what the earlier ones did. */
const pictures: readonly Picture[] = [
  { name: 'welcome', user: undefined, show: (page, goto) => visit(page, goto, '/') },
  { name: 'cases', user: CASEWORKER, show: (page, goto) => visit(page, goto, '/cases') },
  {
    name: 'person',
    user: CASEWORKER,
    isWhole: true,
    async show(page, goto) {
      await openPerson({ page, goto }, 'ward');
      await page.getByText(/events since/).waitFor();
    },
  },
  {
    name: 'person-es-phone',
    user: CASEWORKER,
    window: { ...phone, locale: 'es-US' },
    async show(page, goto) {
      await openPerson({ page, goto }, 'ward');
      await page.getByText(/eventos desde/).waitFor();
    },
  },
  { name: 'request', user: SUPERVISOR, show: (page, goto) => visit(page, goto, REQUEST) },
  {
    name: 'agreements',
    user: SUPERVISOR,
    async show(page, goto) {
      await visit(page, goto, REQUEST);
      await page.getByRole('button', { name: 'Submit the request' }).click();
      await page.getByRole('heading', { name: 'History' }).waitFor();
      await visit(page, goto, '/agreements?box=OUTBOX');
    },
  },
  {
    name: 'decision',
    user: OFFICER,
    isWhole: true,
    async show(page, goto) {
      await visit(page, goto, '/agreements');
      await page.getByRole('link', { name: 'SNAP participation' }).first().click();
      await page.getByRole('button', { name: 'Approve all' }).waitFor();
      await page.waitForLoadState('networkidle');
    },
  },
  { name: 'register', user: undefined, show: (page, goto) => visit(page, goto, '/register') },
  { name: 'audit', user: AUDITOR, show: (page, goto) => visit(page, goto, '/audit') },
  { name: 'my-data', user: 'Loretta Coleman', window: phone, show: (page, goto) => visit(page, goto, '/my-data') },
  {
    name: 'my-data-es',
    user: 'Loretta Coleman',
    window: { ...phone, locale: 'es-US' },
    show: (page, goto) => visit(page, goto, '/my-data'),
  },
  {
    name: 'publishing',
    user: 'Schema publisher, DCEO',
    async show(page, goto) {
      await visit(page, goto, '/publishing/publish?subgraph=weatherization');
      const schema = page.getByLabel(/^Schema \(SDL\)/);
      const field = '  utilityVendor: String';
      const text = await schema.inputValue();
      await schema.fill(text.replace(field, `  "Day of the last visit."\n  lastVisit: Date\n${field}`));
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      const result = page.getByRole('heading', { name: 'What publishing would do' });
      await result.waitFor({ timeout: 60_000 });
      await result.evaluate((heading) => heading.scrollIntoView());
    },
  },
  { name: 'record-links', user: STEWARD, show: (page, goto) => visit(page, goto, '/links') },
  {
    name: 'record-review',
    user: STEWARD,
    isWhole: true,
    async show(page, goto) {
      await visit(page, goto, '/links');
      await page
        .getByRole('link', { name: /^Review / })
        .first()
        .click();
      await page.getByText('Person of record A').waitFor();
      await page.getByRole('button', { name: 'Record my answer' }).waitFor();
      await page.waitForLoadState('networkidle');
    },
  },
  {
    name: 'explorer',
    user: SUPERVISOR,
    async show(page, goto) {
      await visit(page, goto, '/explorer');
      await page
        .getByText('Needs consent')
        .first()
        .waitFor({ timeout: 5_000 })
        .catch(() => undefined);
    },
  },
];

/** Starts everything as `npm start` does, and gives the console's address. */
async function start(dataDirectory: string): Promise<{ origin: string; stop(): Promise<void> }> {
  const options = ['--port', '0', '--persons', '3000', '--clock', CLOCK, '--data-dir', dataDirectory];
  const child = spawn(process.execPath, ['cli/person360.js', 'start', ...options], {
    cwd: root,
    // The first check of a publication takes seconds of a processor.
    env: { ...process.env, PERSON360_REQUEST_TIMEOUT_MS: '60000' },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for await (const line of createInterface({ input: child.stderr })) {
    const origin = /^The console: (http\S+)/.exec(line)?.[1];
    if (origin === undefined) continue;
    child.stderr.resume();
    return {
      origin,
      async stop() {
        child.kill('SIGINT');
        await ended;
      },
    };
  }
  throw new Error('The product ended before the console was ready.');
}

async function take(browser: Browser, origin: string, picture: Picture): Promise<void> {
  const window = await openWindow(browser, origin, picture.window ?? desktop);
  if (picture.user !== undefined) await signInAs(window, picture.user);
  await picture.show(window.page, window.goto);
  await window.page.screenshot({ path: join(images, `${picture.name}.png`), fullPage: picture.isWhole === true });
  process.stdout.write(`docs/images/${picture.name}.png\n`);
  await window.close();
}

const wanted = process.argv.slice(2);
await mkdir(images, { recursive: true });
const dataDirectory = await mkdtemp(join(tmpdir(), 'person360-screenshots-'));
const product = await start(dataDirectory);
const browser = await launchBrowser();
try {
  for (const picture of pictures) {
    if (wanted.length === 0 || wanted.includes(picture.name)) await take(browser, product.origin, picture);
  }
} finally {
  await browser.close();
  await product.stop();
  await rm(dataDirectory, { recursive: true, force: true });
}
