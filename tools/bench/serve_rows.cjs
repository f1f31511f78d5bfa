// How soon a very large work is there: node tools/bench/serve_rows.cjs HEXAPLA LONG_WORK CORPUS [ROWS]
// LONG_WORK makes a work of ROWS (100,000) rows out of that of CORPUS; the same rows are a memory, too.
// Prints when the first row was painted, how long keys took, and the server's memory. The bars: 500 ms, 400 MiB.
'use strict';
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { launch, run, serve, stop } = require('../../tests/web/browser.cjs');

const [, longWork, model, rows = '100000'] = process.argv.slice(2);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'hexapla-rows-'));
const MiB = 1048576;

const memory = (server) => Number(/VmHWM:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))[1]) * 1024 / MiB;

async function measure(browser, file) {
  const server = await serve(file);
  const page = await (await browser.newContext({ viewport: { width: 1500, height: 900 } })).newPage();
  page.on('pageerror', (error) => console.log(error.stack));
  const begun = performance.now();
  await page.goto(server.people.amina, { waitUntil: 'commit' });
  await page.waitForSelector('.row:not(.heads) .segment');
  const first = performance.now() - begun;
  const painted = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  const early = memory(server);
  await page.waitForSelector('.row.focus', { timeout: 120000 });
  const ready = performance.now() - begun;
  const open = memory(server);
  const keys = [];
  for (const key of ['ArrowDown', 'PageDown', 'End', 'KeyN', 'ArrowRight', 'Home']) {
    const pressed = performance.now();
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    keys.push(`${key} ${Math.round(performance.now() - pressed)}`);
  }
  const decided = performance.now();
  await page.keyboard.press('Enter');
  while (!/^saved/.test(await page.$eval('#saved', (bar) => bar.textContent))) await page.waitForTimeout(20);
  console.log(`${path.basename(file)}: first row ${Math.round(first)} ms (first paint ${Math.round(painted)} ms), ${early.toFixed(0)} MiB; all ready ${Math.round(ready)} ms, ${open.toFixed(0)} MiB; `
    + `keys, ms: ${keys.join(', ')}; an act stored after ${Math.round(performance.now() - decided)} ms; at most ${memory(server).toFixed(0)} MiB`);
  await page.context().close();
  await stop(server);
}

(async () => {
  const documents = path.join(scratch, 'documents.hexapla');
  execFileSync(longWork, [model, documents, rows]);
  const table = path.join(scratch, 'units.jsonl');
  const memoryFile = path.join(scratch, 'memory.hexapla');
  run('export', documents, '--format', 'jsonl', '--out', table);
  run('import', table, '--into', memoryFile);
  const browser = await launch();
  await measure(browser, documents);
  await measure(browser, memoryFile);
  await browser.close();
  fs.rmSync(scratch, { recursive: true });
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
