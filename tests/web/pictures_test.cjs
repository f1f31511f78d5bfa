// The pictures of README.md: node pictures_test.cjs HEXAPLA FOLDER PICTURES [--write]
// FOLDER holds the letter. What each picture says is kept beside it; when the page says something else, this fails
// until --write has made the pictures anew.
'use strict';
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { launch, run, serve, stop, openPage, press, settle } = require('./browser.cjs');

const [, letters, pictures, write] = process.argv.slice(2);
const noon = 1604404800; // 3 November 2020, 12:00 UTC
process.env.SOURCE_DATE_EPOCH = String(noon);
process.env.TZ = 'UTC';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'hexapla-pictures-'));
const corpus = path.join(scratch, 'letter.hexapla');

async function edit(page) {
  await page.keyboard.press('KeyA');
  await page.waitForSelector('#grid textarea');
}

/** Name, and what the reviser did before it was taken. */
const scenes = [
  ['1-doubt', async () => undefined],
  ['2-mended', (page) => press(page, 'KeyM', 'Enter')],
  ['3-finding', async (page) => {
    await page.click('[data-queue=errors]');
    await edit(page);
  }],
  ['4-concordance', async (page) => {
    await page.evaluate(() => (document.getElementById('saved').textContent = ''));
    await page.keyboard.press('Enter');
    await settle(page);
    await page.keyboard.press('KeyK');
    await page.fill('#panel input[type=search]', 'Ganja');
    await page.selectOption('#panel select', 'en');
    await page.click('#panel form button');
    await page.waitForSelector('.hits mark');
  }],
  ['5-log', async (page) => {
    await page.click('#tab-log');
    await page.waitForSelector('.log ins');
  }],
];

const wordsOf = (page) => page.evaluate(() => [...document.querySelectorAll('#bar, #queues, #panel, #foot, .row.focus')]
  .map((part) => part.innerText.trim() + [...part.querySelectorAll('textarea')].map((field) => `\n${field.value}`).join('')).join('\n--\n'));

(async () => {
  run('align', ...['ar', 'en', 'es', 'fr', 'ru', 'zh'].map((tag) => path.join(letters, tag === 'zh' ? '' : 'flawed', `letter.${tag}.txt`)), '--termbase', path.join(letters, '../termbases/un-core.tbx'), '--out', corpus);
  const browser = await launch();
  const server = await serve(corpus);
  const page = await openPage(browser, 'about:blank', { viewport: { width: 1280, height: 640 }, timezoneId: 'UTC', colorScheme: 'light' }, async (fresh) => {
    await fresh.clock.setFixedTime(noon * 1000);
    await fresh.goto(server.people.amina);
  });
  fs.mkdirSync(pictures, { recursive: true });
  const aged = [];
  for (const [name, act] of scenes) {
    await act(page);
    await page.waitForTimeout(300);
    const words = await wordsOf(page);
    const kept = path.join(pictures, `${name}.txt`);
    if (write === '--write') {
      await page.screenshot({ path: path.join(pictures, `${name}.jpg`), quality: 70 });
      fs.writeFileSync(kept, `${words}\n`);
    } else if (!fs.existsSync(kept) || fs.readFileSync(kept, 'utf8') !== `${words}\n`) {
      fs.writeFileSync(path.join(scratch, 'now.txt'), `${words}\n`);
      aged.push(`${name}: ${spawnSync('diff', [kept, path.join(scratch, 'now.txt')], { encoding: 'utf8' }).stdout}`);
    }
  }
  await browser.close();
  await stop(server);
  fs.rmSync(scratch, { recursive: true });
  if (!aged.length && !page.failures.length) return;
  console.log([...aged, ...page.failures].join('\n'), '\nnode tests/web/pictures_test.cjs build/release/hexapla corpora/letter cli/web/pictures --write makes them anew');
  process.exit(1);
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
