// What the tests of the page have in common: Chromium, a server, waiting.
'use strict';
const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const hexapla = process.argv[2];
const packages = path.join(__dirname, '../npm/node_modules');
let chromium;
let axe;
try {
  ({ chromium } = require(path.join(packages, 'playwright-core')));
  axe = fs.readFileSync(path.join(packages, 'axe-core/axe.min.js'), 'utf8');
} catch {
  console.log('skipped: npm ci --prefix tests/npm fetches playwright-core and axe-core');
  process.exit(77);
}
const program = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => fs.existsSync(file));
if (!program) {
  console.log('skipped: no Chromium');
  process.exit(77);
}
const launch = () => chromium.launch({ executablePath: program, args: ['--no-sandbox'] });

function run(...words) {
  const done = spawnSync(hexapla, words, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status > 1) throw new Error(`hexapla ${words.join(' ')}: ${done.stderr}`);
  return done.stdout;
}

/** A server, with the address of each person. */
function serve(file, ...words) {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(hexapla, ['serve', file, ...words], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, USER: 'amina' } });
    let said = '';
    let told = '';
    child.stdout.on('data', (bytes) => (said += bytes));
    child.stderr.on('data', (bytes) => {
      told += bytes;
      if (!told.includes('is served')) return;
      const people = Object.fromEntries(said.trim().split('\n').map((line) => [line.split('\t')[1], line.split('\t')[0]]));
      resolve({ child, people, milliseconds: performance.now() - begun });
    });
    child.on('exit', (code) => reject(new Error(`hexapla serve ended with ${code}: ${told}`)));
  });
}

const stop = (server, signal = 'SIGTERM') => new Promise((resolve) => {
  server.child.removeAllListeners('exit');
  server.child.on('exit', (code) => resolve(code));
  server.child.kill(signal);
});

async function openPage(browser, address, options = {}, visit = (page) => page.goto(address)) {
  const context = await browser.newContext({ viewport: { width: 1500, height: 900 }, ...options });
  const page = await context.newPage();
  page.failures = [];
  page.on('console', (message) => message.type() === 'error' && page.failures.push(message.text()));
  page.on('pageerror', (error) => page.failures.push(String(error)));
  page.on('request', (request) => { if (!/^http:\/\/127\.0\.0\.1:|^data:|^blob:/.test(request.url())) page.failures.push(`asked ${request.url()}`); });
  // HEXAPLA_PAGE=cli/web/page tries modules and styles that are not compiled in yet.
  const folder = process.env.HEXAPLA_PAGE;
  if (folder) await page.route(/\.(js|css)$/, (route) => route.fulfill({ path: path.join(folder, new URL(route.request().url()).pathname) }));
  await visit(page);
  await page.waitForSelector('.row.focus');
  return page;
}

const focusedRow = (page) => page.$eval('.row.focus', (row) => Number(row.querySelector('.number span').textContent));
/** Waits until the bar says so. Playwright's own waiting needs eval, which the page forbids. */
async function says(page, words) {
  for (let tries = 0; tries < 1000; ++tries) {
    if (words.test(await page.$eval('#saved', (bar) => bar.textContent))) return;
    await page.waitForTimeout(10);
  }
  throw new Error(`the bar says "${await page.$eval('#saved', (bar) => bar.textContent)}", not ${words}`);
}
const saved = (page) => says(page, /^saved/);
const settle = async (page) => { await page.waitForTimeout(50); await saved(page); };
/** Presses keys one by one, each once the one before is stored. */
async function press(page, ...keys) {
  for (const key of keys) {
    await page.evaluate(() => (document.getElementById('saved').textContent = ''));
    await page.keyboard.press(key);
    await settle(page);
  }
}

module.exports = { hexapla, axe, launch, run, serve, stop, openPage, focusedRow, says, saved, settle, press };
