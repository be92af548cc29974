import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** What is below it is called good. */
const MOVED_MAX = 0.1;

const FIRST_ANSWER_AFTER_MS = 400;
/** A page draws one answer within it. */
const ANSWERS_APART_MS = 60;

/** Lets answers come in the other order than they were asked for: the top of a page comes last. */
export async function turnAnswers(page: Page): Promise<void> {
  let asked = 0;
  page.on('domcontentloaded', () => (asked = 0));
  await page.route('**/v1/**', async (route) => {
    await sleep(Math.max(0, FIRST_ANSWER_AFTER_MS - asked++ * ANSWERS_APART_MS));
    // A page that was left waits for nothing.
    await route.continue().catch(() => undefined);
  });
}

/** What has moved by itself since the page was opened, when it was too much (layout shift score). */
export async function moved(page: Page): Promise<string[]> {
  const shifts = await shiftsOf(page);
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  return sum < MOVED_MAX ? [] : shifts.map(({ value, what }) => `${value.toFixed(3)} ${what}`);
}

function shiftsOf(page: Page): Promise<{ value: number; what: string }[]> {
  // As text: the tests themselves are no program of a browser.
  return page.evaluate(`(() => {
    const nameOf = ({ node }) => node?.className || node?.nodeName || '?';
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type: 'layout-shift', buffered: true });
    // What was kept is the observer's at once; its callback comes when the browser has time.
    const entries = observer.takeRecords();
    observer.disconnect();
    return entries
      .filter(({ hadRecentInput }) => !hadRecentInput)
      .map(({ value, sources }) => ({ value, what: sources.map(nameOf).join(', ') }));
  })()`);
}

/**
 * What somebody who goes by headings, landmarks and tables would stumble over: other than one
 * heading of level 1, levels that are skipped, landmarks that are missing or doubled, cells without
 * headings, pictures without a word.
 */
export function outlineFaults(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const faults = [];
    const all = (selector) => [...document.querySelectorAll(selector)];
    const levels = all('h1, h2, h3, h4, h5, h6').map((heading) => Number(heading.tagName[1]));
    if (levels.filter((level) => level === 1).length !== 1) faults.push('headings 1: ' + levels);
    levels.forEach((level, index) => {
      if (index > 0 && level > levels[index - 1] + 1) faults.push('skipped level: ' + levels);
    });
    for (const landmark of ['main', 'body > #root > header', 'header nav'])
      if (all(landmark).length !== 1) faults.push('landmark: ' + landmark);
    for (const table of all('table'))
      if (table.querySelector('thead th[scope=col]') === null) faults.push('table without headings');
    for (const picture of all('[role=img]'))
      if (!picture.getAttribute('aria-label')?.trim()) faults.push('picture without a word');
    if (document.querySelector('[role=status][aria-live=polite]') === null)
      faults.push('no live region');
    return faults;
  })()`);
}

/** Names on the graph that lie over each other. */
export function overlappingLabels(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const labels = [...document.querySelectorAll('.neighbour-label')];
    const boxes = labels.map((label) => [label.textContent, label.getBoundingClientRect()]);
    return boxes.flatMap(([name, one], index) =>
      boxes.slice(index + 1).flatMap(([other, two]) =>
        one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom
          ? [name + ' over ' + other]
          : [],
      ),
    );
  })()`);
}

/** What is drawn last on some pages: nothing of it is to be looked at before. */
const drawnLast: Readonly<Record<string, readonly string[]>> = {
  search: ['.u-over', '.facet label'],
  entity: ['.u-over', '.neighbour-label:nth-of-type(2)'],
  operations: ['tbody th[scope=row]'],
};

/** Waits until a page is there with its charts. @throws when it does not come. */
export async function drawn(page: Page, name: string): Promise<void> {
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  for (const selector of drawnLast[name] ?? []) {
    await page.locator(selector).first().waitFor({ state: 'attached' });
  }
  await page.locator('.explanation-waiting').waitFor({ state: 'detached' });
  // A page that listens to alerts never stops asking: what it waits for itself has come.
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
}

/** Of a busy machine: what is asked for after the page takes longer than to be drawn. */
const SPOKEN_WITHIN_MS = 30_000;
const LOOKED_AGAIN_MS = 100;

/** What a screen reader has to find on some pages, in English. */
const spoken: Readonly<Record<string, readonly RegExp[]>> = {
  search: [
    /- searchbox "Search for"/,
    /img "Articles over time: [\d,]+, .+ The highest bar: .+ table below/,
    /- checkbox "\S+ [\d,]+ articles?"/,
    /- list "Articles"/,
    /- list "Names that stand out":\s+- listitem:\s+- button ".+ in [\d,]+ of its [\d,]+ articles"/,
  ],
  article: [
    /- heading "Kim Jong Un bertemu Putin" \[level=1\]/,
    /- button "Copy citation"/,
    /button "Show in the text: Kim Jong Un, \d+"/,
    /- columnheader "Older"/,
  ],
  entity: [/img "Graph of those in company with Kim Jong Un/, /- list "In company with"/],
  operations: [/- columnheader "Feed"/, /- rowheader "To be indexed \(search\)"/],
};

/** Those of them that do not come. */
export async function unspoken(page: Page, name: string): Promise<string[]> {
  const wanted = spoken[name] ?? [];
  const endsAtMs = performance.now() + SPOKEN_WITHIN_MS;
  for (;;) {
    const tree = wanted.length === 0 ? '' : await page.locator('main').ariaSnapshot();
    const missing = wanted.filter((line) => !line.test(tree)).map(String);
    if (missing.length === 0 || performance.now() > endsAtMs) return missing;
    await page.waitForTimeout(LOOKED_AGAIN_MS);
  }
}
