import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { projectRoot } from '@warta/stack';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Where Linux distributions put it; WARTA_TEST_CHROMIUM names another program. */
const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Kept after the tests, for people to look at. */
export const SCREENSHOTS = path.join(projectRoot, '.warta', 'test-results', 'console');

/** Anything the console shows comes within it, also on a busy machine. */
const SHOWN_WITHIN_MS = 30_000;

/** The program of a Chromium, or undefined with a line that says so. */
export function chromiumHere(): string | undefined {
  const named = process.env['WARTA_TEST_CHROMIUM'];
  const found = [named ?? [], PROGRAMS].flat().find((program) => existsSync(program));
  if (found === undefined) {
    process.stderr.write(
      'left out: the console in a browser, no Chromium is installed (apt-get install chromium)\n',
    );
  }
  return found;
}

/** What a page did that no page of the console may do. */
export interface Misdeeds {
  /** Requests to other hosts than the service's own. */
  readonly strangers: string[];
  /** Of the page's own scripts, and of its policy being broken. */
  readonly errors: string[];
  /** Dialogs: nothing of an article may run. */
  readonly dialogs: string[];
}

/** A real Chromium on the console of one Warta. */
export class ConsoleBrowser {
  readonly #browser: Browser;
  readonly #url: string;
  readonly misdeeds: Misdeeds = { strangers: [], errors: [], dialogs: [] };

  private constructor(browser: Browser, url: string) {
    this.#browser = browser;
    this.#url = url;
  }

  static async open(program: string, url: string): Promise<ConsoleBrowser> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    // As root, in a container, Chromium has no sandbox of its own to use.
    const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];
    // The graph is drawn by the processor, which may have so much else to do that it seems to hang.
    args.push('--enable-unsafe-swiftshader', '--disable-gpu-watchdog');
    const browser = await chromium.launch({ executablePath: program, args });
    return new ConsoleBrowser(browser, url);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  /** A page of a person of their own; what it must not do is written down. */
  async page(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      baseURL: this.#url,
      viewport: { width: 1280, height: 900 },
      locale: 'en-GB',
      timezoneId: 'Asia/Jakarta',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(SHOWN_WITHIN_MS);
    const { origin } = new URL(this.#url);
    page.on('request', (request) => {
      const url = new URL(request.url());
      const isOurs = url.origin === origin || ['data:', 'blob:'].includes(url.protocol);
      if (!isOurs) this.misdeeds.strangers.push(url.href);
    });
    page.on('pageerror', (error) => this.misdeeds.errors.push(error.message));
    page.on('console', (message) => {
      const isPolicy = message.text().includes('Content Security Policy');
      if (isPolicy) this.misdeeds.errors.push(message.text());
    });
    page.on('dialog', (dialog) => {
      this.misdeeds.dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    return page;
  }
}

export async function screenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true });
}

/** What axe-core finds that keeps people out: findings it calls serious or critical. */
export async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
    );
}

/** Whether anything is wider than the screen, so that people have to move it sideways. */
export async function isTooWide(page: Page): Promise<boolean> {
  // As text: the tests themselves are no program of a browser.
  return page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth + 1',
  );
}
