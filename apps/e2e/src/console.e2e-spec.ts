import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import {
  ArticleSubmitted,
  DuplicateGroup,
  EntityList,
  ItemsAnswer,
  Operations,
  PushAccepted,
  SavedSearch,
} from '@warta/contracts';
import type { Page, Route } from 'playwright-core';
import { ConsoleBrowser, chromiumHere, isTooWide, screenshot, seriousFindings } from './browser.ts';
import {
  drawn,
  moved,
  outlineFaults,
  overlappingLabels,
  turnAnswers,
  unspoken,
} from './page-checks.ts';
import { realArticles } from './real-articles.ts';
import { until } from './until.ts';
import { Warta } from './warta.ts';

/**
 * Every page of the console in a real browser, over real articles, with what an attacker would put
 * into each field of one. Screenshots stay in .warta/test-results/console.
 */

/** WARTA_TEST_CONSOLE_ARTICLES wants more: 5,000 take a minute or two to read. */
const ARTICLES = Number(process.env['WARTA_TEST_CONSOLE_ARTICLES'] ?? '400');
const PUSHED_TOGETHER = 200;
/** For a chart to be drawn. */
const SETTLED_MS = 200;
/** Half a second, as the standard of layout shifts has it, and a little. */
const AFTER_INPUT_MS = 600;
/** Against what never comes. */
const COMES_WITHIN_MS = 30_000;
/** Longer than a page takes to be announced when its content is there at once. */
const SLOW_ANSWER_MS = 500;
jest.setTimeout(120_000);
const READ_WITHIN_MS = 60_000 + ARTICLES * 60;

const program = chromiumHere();

/** None of these may ever run; each tells where it came from. */
const canary = (field: string) =>
  `<img src=x onerror="alert('${field}')"><script>alert('${field}')</script>`;

/** In names and titles: wider than a narrow screen. */
const LONG_WORD = 'Kata'.repeat(20);

const story = (lead: string) =>
  [
    `${lead} Kim Jong Un bertemu Vladimir Putin di Moskow pada Senin (23/11/2026).`,
    '"Kami akan bekerja sama di bidang pangan dan energi," kata Kim Jong Un di Moskow.',
    'Pertemuan itu berlangsung tiga jam dan dihadiri para menteri kedua negara.',
  ].join('\n\n');

/** Told by nobody else: company is whom one is named with in three articles at least. */
const meetings = [
  'Vladimir Putin menjamu Kim Jong Un di Moskow. Keduanya berjalan di taman selama satu jam.',
  'Media pemerintah menyiarkan foto Kim Jong Un bersama Vladimir Putin di Moskow, dengan upacara militer.',
  'Kereta Kim Jong Un tiba di Moskow pagi hari. Vladimir Putin menunggu di peron bersama pengawalnya.',
].map((body, number) => ({ id: `meeting-${number}`, title: body.split('. ')[0], body }));

(program === undefined ? describe.skip : describe)('the console', () => {
  let warta: Warta;
  let browser: ConsoleBrowser;
  let page: Page;
  /** Addresses of pages with something on them. */
  let paths: Record<string, string>;

  beforeAll(async () => {
    warta = await Warta.open('console');
    paths = await fill(warta);
    browser = await ConsoleBrowser.open(program ?? '', warta.environment.searchUrl);
    page = await browser.page();
  }, READ_WITHIN_MS + 60_000);

  afterAll(async () => {
    await browser?.close();
    warta?.close();
  });

  it('takes a key that counts and says what is wrong with others', async () => {
    await page.goto('/');
    const field = page.getByLabel('API key', { exact: true });
    await field.fill('wk_live_nobody');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText(/does not know this key/).waitFor();
    await screenshot(page, 'sign-in');
    expect(await seriousFindings(page)).toEqual([]);
    await field.fill(warta.environment.adminKey);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('searchbox').waitFor();
    expect(page.url()).not.toContain(warta.environment.adminKey);
  });

  it('searches as one types, narrows by facets, and opens a hit by the keyboard', async () => {
    await page.goto('/');
    // What other tests leave here tells of him, too.
    await page.getByRole('searchbox').fill(`"Kim Jong Un" pangan feed:${warta.feed}`);
    await page.waitForURL(({ searchParams }) => searchParams.get('q')?.includes('pangan') === true);
    const found = page.locator('.results[aria-busy=false] .results-body:not([data-stale])');
    await found.locator('article').filter({ hasText: 'pangan' }).first().waitFor();
    await page.getByRole('searchbox').press('ArrowDown');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/articles\//);
    await page.getByText('Kami akan bekerja sama').first().waitFor();
  });

  it('comes back to where one was, and says where one came to', async () => {
    await page.goto(`/?q=kata&feed=${warta.feed}`);
    // What stands above the hit comes bit by bit.
    await drawn(page, 'search');
    const hit = page.locator('.hit-title').nth(15);
    await hit.waitFor();
    await page.evaluate(
      `addEventListener('click', () => (window.leftAt = scrollY), { capture: true })`,
    );
    const title = await hit.textContent();
    const slowly = async (route: Route) => {
      await sleep(SLOW_ANSWER_MS);
      await route.continue().catch(() => undefined);
    };
    await page.route(/\/v1\/articles\/[^/?]+$/, slowly);
    await hit.click();
    await page.waitForURL(/\/articles\//);
    const place = await page.evaluate<number>('leftAt');
    expect(place).toBeGreaterThan(200);
    await page.locator('h1:focus').waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: `${title} · Warta` })
      .waitFor();
    await page.unroute(/\/v1\/articles\/[^/?]+$/, slowly);
    await page.goBack();
    await page.locator('.hit-title:focus').waitFor();
    expect(await page.locator('.hit-title:focus').textContent()).toBe(title);
    await until('the page is where it was left', COMES_WITHIN_MS, async () => {
      const top = await page.evaluate<number>('scrollY');
      return Math.abs(top - place) < 3;
    });
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('Next in the list').waitFor();
    await page.keyboard.press('Escape');
  });

  it('says at its character, and in the language of the person, what is wrong with a query', async () => {
    await page.goto(`/?q=${encodeURIComponent('(beras OR')}`);
    await page.getByText(/^At character \d+: expected/).waitFor();
    expect(await page.getByRole('searchbox').getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByText('Bahasa Indonesia').click();
    await page.getByText(/^Pada karakter \d+: diharapkan/).waitFor();
    await page.getByText('English').click();
    await page.keyboard.press('Escape');
  });

  it('keeps in the address how far a back-test looks back, also when one types on', async () => {
    await page.goto(paths['new search'] ?? '');
    const week = page.getByRole('button', { name: '7 days', exact: true });
    await week.click();
    await page.waitForURL(/days=7/);
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Beras');
    await page.waitForURL((url) => /name=Beras/.test(url.search) && /days=7/.test(url.search));
    await page.reload();
    await page.locator('button[aria-pressed=true]', { hasText: '7 days' }).waitFor();
    await page.getByRole('textbox', { name: 'Name', exact: true }).focus();
    // Within one moment, before anything is drawn again.
    await page.evaluate(`(() => {
      document.execCommand('insertText', false, 'Minyak ');
      const ways = [...document.querySelectorAll('button[aria-pressed]')];
      ways.find(({ textContent }) => textContent === '30 days').click();
    })()`);
    await page.waitForURL((url) => /name=\w*Minyak/.test(url.search) && !/days=/.test(url.search));
  });

  it('gives up what failed for good when somebody says why, and keeps what they said', async () => {
    await page.goto('/operations');
    const letter = (number: number) =>
      page.locator('.dead-letters li').filter({ hasText: unreadable(warta.feed, number) });
    await letter(1).getByText('not-json').waitFor();
    await letter(0).getByRole('checkbox').check();
    await page.getByText('One chosen').waitFor();
    await page.getByRole('button', { name: 'Discard', exact: true }).click();
    await page.getByRole('textbox', { name: 'Why they need nothing' }).fill(`Half ${warta.feed}`);
    await page.getByRole('button', { name: 'Discard them' }).click();
    await letter(0).waitFor({ state: 'detached' });
    await letter(1).waitFor();
    expect([await letter(0).count(), await letter(1).count()]).toEqual([0, 1]);
    const settledToo = page.getByRole('checkbox', { name: 'Also those already settled' });
    // Not check(): what is in the address comes back a moment after the click.
    await settledToo.click();
    await letter(0)
      .getByText(new RegExp(`Discarded by .+: Half ${warta.feed}`))
      .waitFor();
    expect(await letter(0).getByRole('checkbox').count()).toBe(0);
    expect(await settledToo.isChecked()).toBe(true);
    expect(await page.locator('input:focus').count()).toBe(1);
  });

  // What giving up does is held by backlog.int-spec.ts of the search service.
  it('asks twice before it gives up an article that no search could be matched with, sends the one chosen, and keeps the focus', async () => {
    const at = new Date().toISOString();
    const ids = ['article', 'article with canaries'].map((name) => {
      const [id] = /[0-9a-f-]{36}/.exec(paths[name] ?? '') ?? [];
      if (id === undefined) throw new Error(`no id in the address of "${name}": ${paths[name]}`);
      return id;
    });
    expect(new Set(ids).size).toBe(ids.length);
    const listed = ids.map((articleId) => ({
      articleId,
      feed: warta.feed,
      rev: 1,
      arrivedAt: at,
      reason: 'No search could be tried on it.',
      failedAt: at,
      tries: 5,
    }));
    await page.route('**/v1/alerts/passed-over', (route) =>
      route
        .fulfill({ json: { data: listed, total: listed.length, limit: 10_000 } })
        .catch(() => undefined),
    );
    await page.goto('/operations');
    await page.locator('.passed-over li').nth(1).getByRole('checkbox').check();
    const bar = page.locator('.passed-over .settle-bar');
    await bar.getByRole('button', { name: 'Discard', exact: true }).click();
    expect(await bar.locator('button:focus').textContent()).toBe('Cancel');
    const sent = page.waitForRequest('**/v1/alerts/passed-over/discard');
    await bar.getByRole('button', { name: 'Discard them' }).click();
    expect((await sent).postDataJSON()).toEqual({ articleIds: ids.slice(1) });
    await page.locator('.passed-over h2:focus').waitFor();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  it('leaves the focus where it is, or where one reads on, when something else is asked for', async () => {
    await page.goto('/quotes?q=kata');
    await page.locator('.quote-title').first().waitFor();
    const about = page.getByRole('searchbox', { name: 'Of whom or what' });
    await about.fill('Kim Jong Un');
    const answered = page.waitForResponse(/\/v1\/quotes\?.*about=/);
    await page.keyboard.press('Enter');
    await answered;
    expect(await page.locator('input:focus').inputValue()).toBe('Kim Jong Un');
    await page.goBack();
    await until('the fields are as the address says', COMES_WITHIN_MS, async () => {
      return (await about.inputValue()) === '';
    });

    await page.goto(paths['article'] ?? '');
    await page.locator('.diff').getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.locator('.diff').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.locator('.diff').waitFor();
    expect(await page.locator('button:focus').textContent()).toBe('Compare');
    await page.getByRole('link', { name: 'State 1', exact: true }).click();
    await page.getByText('Kim bertemu Putin').first().waitFor();
    await page.locator('h1:focus').waitFor();
  });

  it('says to everybody of a part of the operations that it does not answer in time', async () => {
    await page.route('**/v1/operations', async (route) => {
      const response = await route.fetch();
      const known = Operations.parse(await response.json());
      await route.fulfill({
        response,
        json: { ...known, partial: true, trouble: [{ part: 'deadLetters' }] },
      });
    });
    await page.goto('/operations');
    await page.getByRole('status').getByRole('listitem').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    // The page asks again and again: what is under way by now is nobody's any more.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  it('shows what an attacker wrote as text, wherever it is shown', async () => {
    await page.goto(paths['article with canaries'] ?? '');
    await page.getByText("alert('body')").first().waitFor();
    await page.goto(`/?q=${encodeURIComponent('kenari')}&feed=${warta.feed}`);
    await page.getByText("alert('title')").first().waitFor();
    await screenshot(page, 'canaries');
    expect(browser.misdeeds.dialogs).toEqual([]);
  });

  it('is looked at by a test that sees what moves', async () => {
    const moving = await browser.page();
    await moving.setContent('<p id="late"></p><h1>Warta</h1><div style="height: 60vh">…</div>');
    // What moves before counts as moved by the person who opened the window.
    await moving.waitForTimeout(AFTER_INPUT_MS);
    expect(await moved(moving)).toEqual([]);
    await moving.evaluate(`document.querySelector('#late').style.height = '40vh'`);
    // It is known once it has been drawn.
    await until('what moves to be seen', COMES_WITHIN_MS, async () => {
      return (await moved(moving)).length > 0;
    });
    await moving.context().close();
  });

  it.each([
    ['wide, light, English', { viewport: { width: 1280, height: 900 } }, 'en'],
    [
      'narrow, dark, Indonesian',
      { viewport: { width: 360, height: 740 }, colorScheme: 'dark', locale: 'id-ID' },
      'id',
    ],
  ] as const)(
    'is readable for everybody on every page: %s',
    async (_title, options, language) => {
      const person = await browser.page(options);
      await person.addInitScript(
        ([key]) => sessionStorage.setItem('warta.key', key ?? ''),
        [warta.environment.adminKey],
      );
      await turnAnswers(person);
      for (const [name, path] of Object.entries(paths)) {
        await person.goto(path);
        await drawn(person, name);
        await person.waitForTimeout(SETTLED_MS);
        const movedHere = await moved(person);
        await screenshot(person, `${name.replaceAll(' ', '-')}-${language}`);
        expect({
          name,
          moved: movedHere,
          findings: await seriousFindings(person),
          outline: await outlineFaults(person),
          overlaps: await overlappingLabels(person),
          unspoken: language === 'en' ? await unspoken(person, name) : [],
          tooWide: await isTooWide(person),
        }).toEqual({
          name,
          moved: [],
          findings: [],
          outline: [],
          overlaps: [],
          unspoken: [],
          tooWide: false,
        });
        expect(await person.locator('html').getAttribute('lang')).toBe(language);
        expect(await person.getByRole('alert').filter({ hasText: /\S/ }).count()).toBe(0);
      }
      await person.context().close();
    },
    400_000,
  );

  it('asks no other host, runs nothing that its policy forbids, and breaks nowhere', () => {
    expect(browser.misdeeds).toEqual({ strangers: [], errors: [], dialogs: [] });
  });
});

/** Half of a JSON, by which a test knows its own again. */
const unreadable = (feed: string, number: number) => `{"kind":"${feed}-${number}",`;

/** Real articles, a text that two outlets tell and one corrects, and canaries; all searchable. */
async function fill(warta: Warta): Promise<Record<string, string>> {
  const { ingestorUrl, searchUrl, adminKey } = warta.environment;
  const articles = await realArticles(ARTICLES);
  const days = 30;
  const items = articles.map(({ title, paragraphs, section }, number) => ({
    id: `real-${number}`,
    title,
    section,
    body: paragraphs.join('\n\n'),
    publishedAt: new Date(Date.now() - ((number * 7) % (days * 24)) * 3_600_000).toISOString(),
  }));
  const all = [...items, ...meetings];
  for (let from = 0; from < all.length; from += PUSHED_TOGETHER) {
    const body = all.slice(from, from + PUSHED_TOGETHER);
    const url = `${ingestorUrl}/v1/feeds/${warta.feed}/items`;
    // An ingestor that has too much to do says so, and takes them later.
    const { items: taken } = await until('a batch to be taken', READ_WITHIN_MS, async () => {
      return ItemsAnswer.parse((await warta.ask('POST', url, { body })).body);
    });
    expect(taken.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    expect(taken).toHaveLength(body.length);
  }
  const failing = [0, 1].map((number) => ({
    key: `${warta.feed}-${number}`,
    headers: { ce_type: ArticleSubmitted.topic },
    value: unreadable(warta.feed, number),
  }));
  await warta.observer.log.produce(ArticleSubmitted.topic, failing);
  const told = await warta.push({ id: 'told', title: 'Kim bertemu Putin', body: story('Awal.') });
  const { id } = PushAccepted.parse(told.body);
  await warta.shown(id, READ_WITHIN_MS);
  await warta.push({ id: 'copy', title: 'Kim bertemu Putin', body: story('Awal.') });
  await warta.push({ id: 'told', title: 'Kim Jong Un bertemu Putin', body: story('Koreksi.') });
  const canaries = await warta.push({
    id: canary('id').slice(0, 60),
    title: `Kenari ${canary('title')} ${LONG_WORD}`,
    body: `Burung kenari. ${canary('body')}\n\n"Ini ${canary('quote')} kenari," kata Budi Santoso.`,
    byline: `${canary('byline')} ${LONG_WORD}`,
    section: `${canary('section')} ${LONG_WORD}`,
    extras: { [canary('key').slice(0, 60)]: canary('value') },
  });
  const { id: canaryId } = PushAccepted.parse(canaries.body);
  await warta.shown(canaryId, READ_WITHIN_MS);
  await warta.shown(id, READ_WITHIN_MS, ({ revision }) => revision === 2);
  const ask = (path: string) => warta.ask('GET', `${searchUrl}${path}`, { key: adminKey });
  await until('everything pushed is read', READ_WITHIN_MS, async () => {
    const { stages, trouble } = Operations.parse((await ask('/v1/operations')).body);
    const isKnown = stages.length > 0 && !trouble.some(({ part }) => part === 'stages');
    return isKnown && stages.every(({ waiting }) => waiting === 0);
  });
  const kim = await until('the search knows Kim Jong Un', READ_WITHIN_MS, async () => {
    const { data } = EntityList.parse((await ask('/v1/entities?q=Kim+Jong+Un')).body);
    return data[0]?.id;
  });
  // What can be read by its id may be searched a second later.
  await until('the search knows who told the text', READ_WITHIN_MS, async () => {
    const { data } = DuplicateGroup.parse((await ask(`/v1/duplicates/${id}`)).body);
    return data.some((member) => member.feed === warta.feed);
  });
  const body = { name: `Kim ${warta.feed} ${LONG_WORD}`, q: 'person:"Kim Jong Un"' };
  const saved = await warta.ask('POST', `${searchUrl}/v1/searches`, { body, key: adminKey });
  const search = SavedSearch.parse(saved.body);
  return {
    search: '/?q=presiden&standing=open',
    'empty search': '/?q=tidakadakataini',
    // With its two versions compared.
    article: `/articles/${id}?from=1&to=2`,
    'article with canaries': `/articles/${canaryId}`,
    entities: '/entities?q=kim',
    entity: `/entities/${kim}`,
    quotes: '/quotes?q=kata',
    copies: `/duplicates/${id}`,
    searches: '/searches',
    'saved search': `/searches/${search.id}`,
    'new search': '/searches/new?q=beras',
    alerts: '/alerts',
    operations: '/operations',
  };
}
