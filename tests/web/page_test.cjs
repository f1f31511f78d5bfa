// The review page in a real browser: node page_test.cjs HEXAPLA FOLDER [SCREENSHOTS]
// FOLDER holds the letter, and below flawed/ its versions with planted errors. Exit 77 without playwright-core, axe-core or Chromium.
'use strict';
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const http = require('node:http');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');
const assert = require('node:assert/strict');
const { hexapla, axe, launch, run, serve, stop, openPage, focusedRow, says, saved, settle, press } = require('./browser.cjs');

const [, letters, pictures] = process.argv.slice(2);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'hexapla-page-'));
const corpus = path.join(scratch, 'letter.hexapla');
const languages = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];

const tests = [];
const test = (name, body) => tests.push([name, body]);
const texts = (page, number, language) => page.$$eval(`.row:nth-child(${number + 2}) [data-language=${language}] .segment`, (all) => all.map((one) => one.textContent));
const sound = () => assert.equal(spawnSync(hexapla, ['corpus', 'check', corpus]).status, 0, 'corpus check');
async function goTo(page, number, language = 'en') {
  await page.evaluate(([row, tag]) => document.querySelector(`.row:nth-child(${row + 2}) [data-language=${tag}]`).click(), [number, language]);
  assert.equal(await focusedRow(page), number);
}

test('the letter opens in six languages, each with its own direction', async ({ page }) => {
  assert.deepEqual(await page.$$eval('.row.focus [role=gridcell]', (cells) => cells.map((cell) => `${cell.lang} ${cell.dir}`).sort()),
    ['ar rtl', 'en ltr', 'es ltr', 'fr ltr', 'ru ltr', 'zh ltr']);
  assert.ok(await page.$eval('#looked', (text) => /^0\/\d+ looked at$/.test(text.textContent)));
  assert.equal(await page.evaluate(() => location.hash), '');
});

test('a border that went astray is mended and confirmed with keys, one undo a key', async ({ page }) => {
  await goTo(page, 5, 'en');
  const before = await texts(page, 5, 'en');
  await press(page, 'Alt+ArrowDown'); // plants the fault: row 5 gives its last English sentence away
  const planted = await texts(page, 6, 'en').catch(() => []);
  assert.notDeepEqual(await texts(page, 5, 'en'), before, `row 5 still says ${before}; row 6 ${planted}`);
  await press(page, 'Alt+Shift+ArrowUp');
  assert.deepEqual(await texts(page, 5, 'en'), before);
  await press(page, 'Enter');
  sound();
  await press(page, 'KeyZ', 'KeyZ', 'KeyZ');
  assert.deepEqual(await texts(page, 5, 'en'), before);
  sound();
});

test('rows are joined and parted in all languages', async ({ page }) => {
  const rows = await page.$$eval('.row', (all) => all.length);
  await goTo(page, 3);
  await press(page, 'KeyM');
  assert.equal(await page.$$eval('.row', (all) => all.length), rows - 1);
  assert.equal(await focusedRow(page), 3);
  await press(page, 'KeyP');
  assert.equal(await page.$$eval('.row', (all) => all.length), rows);
  await press(page, 'KeyZ', 'KeyZ');
  assert.equal(await page.$$eval('.row', (all) => all.length), rows);
  sound();
});

test('a sentence is cut in two and joined again, and later ones keep their places', async ({ page }) => {
  await goTo(page, 12, 'en');
  const before = await texts(page, 12, 'en');
  const after = await texts(page, 13, 'en');
  await page.keyboard.press('KeyB');
  await page.waitForSelector('#grid textarea');
  await page.evaluate(() => (document.getElementById('saved').textContent = ''));
  await page.keyboard.press('Enter');
  await settle(page);
  const parts = await texts(page, 12, 'en');
  assert.equal(parts.length, before.length + 1);
  assert.equal(parts.join(' '), before.join(' '));
  await goTo(page, 13, 'en'); // its segment counts one more now
  await page.keyboard.press('KeyE');
  await page.fill('textarea', `${after[0]} Indeed.`);
  await page.evaluate(() => (document.getElementById('saved').textContent = ''));
  await page.keyboard.press('Enter');
  await settle(page);
  assert.equal((await texts(page, 13, 'en'))[0], `${after[0]} Indeed.`);
  await press(page, 'KeyZ');
  await goTo(page, 12, 'en');
  await press(page, 'Shift+KeyB');
  assert.deepEqual(await texts(page, 12, 'en'), before);
  await press(page, 'KeyZ', 'KeyZ');
  assert.deepEqual(await texts(page, 12, 'en'), before);
  sound();
});

test('keys work by their place, in Russian and Arabic layouts and not while composing', async ({ page }) => {
  await goTo(page, 4);
  const rows = await page.$$eval('.row', (all) => all.length);
  const pressed = (key, composing) => page.evaluate(([letter, isComposing]) => document.activeElement.dispatchEvent(
    new KeyboardEvent('keydown', { code: 'KeyM', key: letter, bubbles: true, cancelable: true, isComposing })), [key, composing]);
  await pressed('м', true);
  await page.waitForTimeout(200);
  assert.equal(await page.$$eval('.row', (all) => all.length), rows);
  for (const letter of ['ь', 'ة', ',']) {
    await page.evaluate(() => (document.getElementById('saved').textContent = ''));
    await pressed(letter, false);
    await settle(page);
    assert.equal(await page.$$eval('.row', (all) => all.length), rows - 1);
    await press(page, 'KeyZ');
  }
});

test('an edit takes its finding along, a wrong number brings one', async ({ page }) => {
  const place = await page.evaluate(() => {
    for (const cell of document.querySelectorAll('[data-language=en]'))
      if (/\d\d/.test(cell.textContent) && !cell.querySelector('mark')) return Number(cell.closest('.row').querySelector('.number span').textContent);
    return -1;
  });
  assert.ok(place >= 0);
  await goTo(page, place, 'en');
  const count = () => page.$eval(`.row:nth-child(${place + 2}) .number`, (head) => parseInt(head.querySelector('.error, .finding')?.textContent || '0', 10));
  const before = await count();
  const [was] = await texts(page, place, 'en');
  await page.keyboard.press('KeyE');
  await page.fill('textarea', was.replace(/\d\d/, '77'));
  await page.evaluate(() => (document.getElementById('saved').textContent = ''));
  await page.keyboard.press('Enter');
  await settle(page);
  assert.ok((await count()) > before);
  await press(page, 'KeyZ');
  assert.equal(await count(), before);
  sound();
});

test('a finding is dismissed and comes back', async ({ page }) => {
  const open = () => page.$$eval('.row .number .error, .row .number .finding', (all) => all.length);
  if (!(await open())) return;
  await page.keyboard.press('KeyF');
  const before = await page.$eval('.row.focus .number small', (number) => number.textContent);
  const row = await focusedRow(page);
  await press(page, 'KeyD');
  await press(page, 'KeyZ');
  await goTo(page, row);
  assert.equal(await page.$eval('.row.focus .number small', (number) => number.textContent), before);
});

test('two people on different rows never meet; on the same row the second is told', async ({ browser, server, page }) => {
  const bo = await openPage(browser, server.people.bo);
  await bo.route('**/changes*', (route) => route.abort()); // bo does not see it coming
  await goTo(page, 7);
  await goTo(bo, 8);
  await Promise.all([press(page, 'Enter'), press(bo, 'Enter')]);
  await goTo(page, 9);
  await goTo(bo, 9);
  await press(page, 'KeyX');
  await bo.keyboard.press('Enter');
  await says(bo, /somebody changed this row|^saved/);
  const words = await bo.$eval('#saved', (text) => text.textContent);
  assert.match(words, /amina: rejected/);
  for (let i = 0; i < 20; ++i) await page.keyboard.press('Enter');
  await says(page, /^(saved|not)/);
  await page.waitForTimeout(1500);
  assert.match(await page.$eval('#saved', (text) => text.textContent), /^saved/);
  await bo.context().close();
  sound();
});

test('a text that looks like a script stays a text', async ({ page }) => {
  await goTo(page, 2, 'fr');
  await page.keyboard.press('KeyE');
  const hostile = '<script>alert(1)</script><img src=x onerror=alert(2)> \u202Egnp.exe \u001b[31m';
  await page.fill('textarea', hostile);
  await page.evaluate(() => (document.getElementById('saved').textContent = ''));
  await page.keyboard.press('Enter');
  await says(page, /^saved.*edited fr/); // acts of before may still be on their way
  assert.equal((await texts(page, 2, 'fr'))[0].includes('<script>'), true);
  assert.equal(await page.$$eval('#grid script, #grid img', (all) => all.length), 0);
  await press(page, 'KeyZ');
});

test('everything is there for those who do not see it: axe finds nothing', async ({ browser, server }) => {
  for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { viewport: { width: 420, height: 900 } }, { viewport: { width: 320, height: 700 }, colorScheme: 'dark' }]) {
    const page = await openPage(browser, server.people.amina, { ...options, bypassCSP: true });
    const narrow = options.viewport?.width < 700;
    if (narrow && pictures) await page.screenshot({ path: path.join(pictures, `rows-${options.viewport.width}.png`) });
    if (narrow) await page.click('[data-key=F6]');
    for (const tab of ['findings', 'terms', 'log', 'people']) {
      await page.click(`#tab-${tab}`);
      await page.waitForTimeout(400);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => axe.run());
      assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).slice(0, 3)}`), [], JSON.stringify(options));
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${JSON.stringify(options)}: ${wide} px too wide`);
    if (pictures) {
      await page.click('#tab-findings');
      await page.screenshot({ path: path.join(pictures, `${options.colorScheme || 'light'}-${options.viewport?.width || 1500}.png`) });
    }
    await page.context().close();
  }
});

test('keys are answered at once and saved soon', async ({ page }) => {
  const paints = [];
  const saves = [];
  await goTo(page, 10);
  for (let i = 0; i < 20; ++i) {
    await page.evaluate(() => { document.getElementById('saved').textContent = ''; });
    const times = await page.evaluate(() => new Promise((resolve) => {
      const begun = performance.now();
      let painted = 0;
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { code: 'Enter', key: 'Enter', bubbles: true, cancelable: true }));
      requestAnimationFrame(() => setTimeout(() => (painted = performance.now() - begun)));
      const look = () => (/^saved/.test(document.getElementById('saved').textContent) && painted ? resolve([painted, performance.now() - begun]) : setTimeout(look, 2));
      look();
    }));
    paints.push(times[0]);
    saves.push(times[1]);
  }
  const p95 = (all) => Math.round(all.sort((one, other) => one - other)[Math.floor(all.length * 0.95)]);
  console.log(`  key to paint p95 ${p95(paints)} ms, saved p95 ${p95(saves)} ms`);
});

test('what was not saved when the server was killed is saved when it is back', async ({ browser }) => {
  const tokens = path.join(scratch, 'tokens');
  let server = await serve(corpus, '--tokens', tokens, '--port', '18461');
  const page = await openPage(browser, server.people.amina);
  await goTo(page, 11);
  await stop(server, 'SIGKILL');
  const before = run('corpus', 'log', corpus).trim().split('\n').length;
  await page.keyboard.press('KeyX');
  await says(page, /^not saved/);
  server = await serve(corpus, '--tokens', tokens, '--port', '18461');
  await saved(page);
  assert.equal(run('corpus', 'log', corpus).trim().split('\n').length, before + 1);
  await page.context().close();
  assert.equal(await stop(server, 'SIGINT'), 0);
  sound();
});

test('hostile requests are refused, and the server goes on', async ({ server }) => {
  const address = new URL(server.people.amina);
  const token = address.hash.slice(1);
  const ask = (options, body) => new Promise((resolve) => {
    const request = http.request({ host: '127.0.0.1', port: address.port, path: '/api/works/1/decisions', method: 'POST', ...options,
      headers: { Host: address.host, Origin: address.origin, Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'If-Match': '"0.0"', ...options.headers } },
    (answer) => answer.resume().on('end', () => resolve(answer.statusCode)));
    request.on('error', () => resolve('closed'));
    request.end(body);
  });
  assert.equal(await ask({ headers: { Host: 'evil.example' } }, '{}'), 421);
  assert.equal(await ask({ headers: { Origin: 'http://evil.example' } }, '{}'), 403);
  assert.equal(await ask({ headers: { Authorization: 'Bearer x' } }, '{}'), 401);
  assert.equal(await ask({ headers: { 'Content-Type': 'text/plain' } }, '{}'), 415);
  assert.equal(await ask({ method: 'DELETE' }), 405);
  assert.equal(await ask({ method: 'GET', path: '/api/%2e%2e/%2e%2e/etc/passwd' }), 404);
  assert.ok([413, 'closed'].includes(await ask({}, 'x'.repeat(1 << 20))));
  assert.ok([431, 'closed'].includes(await ask({ method: 'GET', path: '/', headers: { 'X-Long': 'x'.repeat(20000) } })));
  const slow = net.connect(Number(address.port), '127.0.0.1');
  const begun = performance.now();
  slow.write('GET / HTTP/1.1\r\n');
  const dribble = setInterval(() => slow.write('X-A: b\r\n'), 500);
  await new Promise((resolve) => slow.on('close', resolve).on('error', () => undefined).resume());
  clearInterval(dribble);
  assert.ok(performance.now() - begun < 15000, 'slow heads are cut off');
  const many = Array.from({ length: 1000 }, () => net.connect(Number(address.port), '127.0.0.1').on('error', () => undefined));
  await new Promise((resolve) => setTimeout(resolve, 1000));
  for (const one of many) one.destroy();
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.equal(await ask({ method: 'GET', path: '/api/session' }), 200);
});

test('an admin invites a colleague, and lets them in no more', async ({ browser, server, page }) => {
  await page.click('#tab-people');
  await page.waitForSelector('#panel form');
  await page.fill('#panel input', 'dana=reviewer:fr,es');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#panel [role=status]');
  const address = /http\S+/.exec(await page.$eval('#panel [role=status]', (words) => words.textContent))[0];
  const dana = await openPage(browser, address);
  assert.equal(await dana.$eval('#who', (words) => words.textContent), 'dana · reviewer');
  await dana.click('#tab-people');
  await dana.waitForSelector('#panel-body li:has-text("dana")'); // before, other panels' buttons are there
  assert.equal((await dana.$$('#panel-body :is(form, button)')).length, 0);
  await page.click('#panel li:last-child button');
  await page.waitForSelector('#panel [role=status]:text-is("Revoked.")');
  await dana.reload();
  await dana.waitForSelector('[role=alert]');
  await dana.context().close();
  page.failures.length = 0;
  await page.click('#tab-findings');
});

test('of a memory, too, findings of the whole and acts of others follow', async ({ browser }) => {
  const table = path.join(scratch, 'memory.tsv');
  const file = path.join(scratch, 'memory.hexapla');
  const units = Array.from({ length: 300 }, (_, i) => `Article ${i + 1} of the Convention applies.\tL’article ${i === 250 ? 999 : i + 1} de la Convention s’applique.`);
  fs.writeFileSync(table, `en\tfr\n${units.join('\n')}\n`);
  run('import', table, '--into', file);
  const server = await serve(file, '--invite', 'bo');
  const page = await openPage(browser, server.people.amina);
  await page.waitForSelector('[data-queue=findings] b:text-is("1")');
  const bo = await openPage(browser, server.people.bo);
  await press(bo, 'Enter');
  await page.waitForSelector('[data-queue=changed] b:text-is("1")');
  assert.equal(await page.$eval('#looked', (words) => words.textContent), '1/300 looked at');
  await page.context().close();
  await bo.context().close();
  assert.equal(await stop(server), 0);
});

test('a number and Enter lead to a row, and back to the rows', async ({ page }) => {
  await goTo(page, 3);
  await page.keyboard.press('KeyG');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.row:nth-child(14).focus');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'gridcell');
  await page.keyboard.press('KeyG');
  await page.keyboard.press('Escape');
  assert.equal(await focusedRow(page), 12);
});

test('a printed page holds all rows, dark on white', async ({ browser, server }) => {
  const page = await openPage(browser, server.people.amina, { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.$eval('.cell', (cell) => getComputedStyle(cell).color), 'rgb(27, 31, 36)');
  const begun = performance.now();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  console.log(`  ${pdf.length} bytes of PDF in ${Math.round(performance.now() - begun)} ms`);
  assert.ok(pdf.length > 10000);
  await page.context().close();
});

(async () => {
  run('align', ...languages.map((tag) => path.join(letters, tag === 'zh' ? '' : 'flawed', `letter.${tag}.txt`)), '--termbase', path.join(letters, '../termbases/un-core.tbx'), '--out', corpus);
  const browser = await launch();
  const server = await serve(corpus, '--invite', 'bo chen=reader');
  console.log(`served after ${Math.round(server.milliseconds)} ms`);
  const begun = performance.now();
  const page = await openPage(browser, server.people.amina);
  console.log(`first row after ${Math.round(performance.now() - begun)} ms`);
  let failed = 0;
  for (const [name, body] of tests) {
    try {
      await body({ browser, server, page });
      assert.deepEqual(page.failures.filter((line) => !/ 412 | 404 /.test(` ${line} `.replaceAll(/[()]/g, ' '))), []);
      console.log(`ok ${name}`);
    } catch (error) {
      ++failed;
      page.failures.length = 0;
      console.log(`not ok ${name}\n  ${String(error.stack).split('\n').slice(0, 12).join('\n  ')}`);
      if (pictures) await page.screenshot({ path: path.join(pictures, `failed-${failed}.png`) });
    }
  }
  await browser.close();
  const code = await stop(server);
  if (code !== 0) ++failed, console.log(`not ok the server ended with ${code}`);
  fs.rmSync(scratch, { recursive: true });
  process.exit(failed ? 1 : 0);
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
