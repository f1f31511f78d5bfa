// The page: opens a work, shows its queues, and keeps up with what others do.
import { onChange, refresh, sendUnsent } from './acts.js';
import { get, Refusal } from './api.js';
import { arrive, focus, nextInQueue, onFocus, paint, paintHeads } from './grid.js';
import { listen } from './keys.js';
import { at, button, fill, make, quoted, say } from './make.js';
import * as panel from './panel.js';
import { index, outer, placeOf, rowOf, shown, standsIn, state } from './state.js';

const chunk = 200; // rows of an answer
const mostHeld = 1500; // rows in the page at once; a larger work slides
const queueNames = ['doubt', 'errors', 'findings', 'notes', 'unseen', 'changed', 'disagreement', 'comments', 'all'];

function countOf(name) {
  if (name === 'all') return state.total;
  if (name === 'changed') return new Set(state.changed.map((change) => change.row)).size;
  const count = state.queues[name] ?? 0;
  return count.length ?? count;
}

function paintQueues() {
  fill(at('queues'), ...queueNames.map((name) =>
    button([`${name[0].toUpperCase()}${name.slice(1)} `, make('b', String(countOf(name)))], () => choose(name), { 'aria-pressed': `${state.queue === name}`, data: { queue: name } })));
  const { rows = state.total, looked_at: looked = 0 } = state.queues;
  at('done').value = rows ? looked / rows : 0;
  at('looked').textContent = `${looked}/${rows} looked at`;
}

function choose(name = [...queueNames, ...queueNames].slice(queueNames.indexOf(state.queue) + 1).find(countOf)) {
  state.queue = name;
  paintQueues();
  const row = state.rows.find((one) => standsIn(one));
  if (row) arrive(row);
  else nextInQueue(1);
  say(`Queue ${name}`);
}
outer.choose = choose;

const rowsOf = (query) => get(`works/${state.work.id}/rows`, query);

// Rows with what is said of them. Early ones come before the work is open, and with nothing said.
async function rowsFrom(from, count, early) {
  const held = { rows: [], findings: [], comments: [] };
  for (let more = true; more && held.rows.length < count;) {
    const answer = await rowsOf({ from: from + held.rows.length, limit: Math.min(chunk, count - held.rows.length), early });
    for (const name in held) held[name].push(...answer[name]);
    more = answer.more;
    state.version = answer.version;
    state.opening = answer.early;
  }
  return held;
}

function hold({ rows, findings, comments }, first) {
  Object.assign(state, { rows, comments, first, findings: new Map(findings.map((finding) => [finding.name, finding])) });
  index();
  if (!state.work.languages.length) state.work.languages = [...new Set(rows.flatMap((row) => Object.keys(row.cells)))];
  paintHeads();
  paint();
}

async function open(work) {
  Object.assign(state, { work, total: work.rows, changed: [], queues: {} });
  document.title = `${work.name} · Hexapla`;
  const wanted = Math.min(mostHeld, work.rows);
  hold(await rowsFrom(0, Math.min(60, wanted), 1), 0); // what is seen first comes first
  hold(await rowsFrom(0, wanted), 0);
  state.works = (await get('works')).works;
  state.queues = state.works.find((one) => one.id === work.id)?.queues || {};
  paintQueues();
  const first = state.rows.find((row) => standsIn(row)) || state.rows[0];
  if (first) arrive(first);
  await sendUnsent();
}

// A newer version came in: what it touched is shown, old against new.
outer.reopen = async () => {
  const said = (row) => JSON.stringify(Object.values(row.cells).map((cell) => cell.map((segment) => segment.text)));
  const { rows: old, focus: { row: held, language } } = state;
  const words = old.map(said);
  await open((await get('works')).works.find((one) => one.id === state.work.id));
  let next = 0;
  for (const row of state.rows) {
    const place = words.indexOf(said(row));
    if (place < 0) state.changed.push({ row: row.id, line: { words: 'came in newer' }, before: old[next] });
    next = (place < 0 ? next : place) + 1;
  }
  if (rowOf(held)) focus(held, language);
  paintQueues();
};

// Brings a row of a large work into the page.
async function goTo(number) {
  if (!(number >= 0 && number < state.total)) return say('There is no such row.');
  if (!state.rows[number - state.first]) await sliding;
  if (!state.rows[number - state.first]) await slide(number - chunk);
  if (state.rows[number - state.first]) focus(state.rows[number - state.first].id);
}
outer.goTo = goTo;

// The next row that fits a query, beyond those held; after the last comes the first.
outer.beyond = async (step, query) => {
  const edge = state.rows.at(step > 0 ? -1 : 0).id;
  let { rows } = await rowsOf({ ...query, limit: 1, [step > 0 ? 'after' : 'before']: edge });
  if (!rows.length && step > 0) ({ rows } = await rowsOf({ ...query, limit: 1 }));
  if (!rows.length) return;
  await goTo(rows[0].number);
  return rowOf(rows[0].id);
};

let sliding; // the rows that are on their way
const slide = (first) => (sliding ??= bring(first).finally(() => { sliding = undefined; }));
async function bring(first) {
  const from = Math.max(0, Math.min(first, state.total - mostHeld));
  const held = state.focus.row;
  hold(await rowsFrom(from, mostHeld), from);
  if (rowOf(held)) focus(held, undefined, null, true);
}

function toggle(tag) {
  if (!tag) return;
  if (state.hidden.has(tag)) state.hidden.delete(tag);
  else if (shown().length > 1) state.hidden.add(tag);
  paintHeads();
  paint();
  focus(state.focus.row);
}
outer.toggle = toggle;
outer.panel = panel.cross;
outer.log = () => panel.show('log');
outer.terms = () => panel.show('terms');
outer.concordance = panel.concordance;

// Sizes of letters by language, and the colours.
function display() {
  const sizes = JSON.parse(localStorage.getItem('hexapla-sizes') || '{}');
  const put = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(Object.entries(sizes).map(([tag, size]) => `.cell[lang="${CSS.escape(tag)}"]{--size:${Number(size)}}`).join(''));
    document.adoptedStyleSheets = [sheet];
  };
  const change = (by) => {
    const tag = state.focus.language;
    sizes[tag] = Math.min(2, Math.max(0.8, (sizes[tag] || 1) + by));
    localStorage.setItem('hexapla-sizes', JSON.stringify(sizes));
    put();
    say(`${tag} at ${Math.round(sizes[tag] * 100)} percent`);
  };
  at('larger').addEventListener('click', () => change(0.1));
  at('smaller').addEventListener('click', () => change(-0.1));
  const theme = () => { document.documentElement.dataset.theme = localStorage.getItem('hexapla-theme') || ''; };
  at('theme').addEventListener('click', () => {
    const dark = document.documentElement.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    localStorage.setItem('hexapla-theme', dark === 'dark' ? 'light' : 'dark');
    theme();
  });
  put();
  theme();
}

function find() {
  const field = at('find');
  const plain = (text) => text.normalize('NFKD').toLocaleLowerCase();
  field.addEventListener('keydown', async (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') return focus(state.focus.row);
    if (event.key !== 'Enter' || !field.value) return;
    const wanted = plain(field.value);
    const step = event.shiftKey ? -1 : 1;
    const count = state.rows.length;
    const show = (row) => {
      for (const tag of shown())
        for (const { segment, text } of row.cells[tag] || [])
          if (plain(text).includes(wanted)) {
            focus(row.id, tag, segment, true);
            say(`Found in row ${row.number}.`);
            return true;
          }
    };
    for (let place = placeOf(state.focus.row) + step, i = 0; i < count && (state.rows[place] || state.total <= count); ++i, place += step)
      if (show(state.rows[(place + count) % count])) return;
    const row = state.total > count && await outer.beyond(step, { q: field.value });
    if (!row || !show(row)) say('Not found.');
  });
}

function mouse() {
  at('grid').addEventListener('click', (event) => {
    const target = event.target;
    if (target.closest('textarea')) return;
    const of = (name) => target.closest(`[data-${name}]`)?.dataset[name];
    if (of('id')) focus(Number(of('id')), of('language'), of('segment') ? Number(of('segment')) : null, String(document.getSelection()) !== '');
  });
  at('languages').addEventListener('click', (event) => toggle(event.target.dataset.language || ''));
  at('work').addEventListener('change', () => open(state.works.find((work) => work.id === Number(at('work').value))));
  at('grid').addEventListener('scroll', () => {
    if (state.total <= mostHeld || sliding) return;
    const { scrollTop, scrollHeight, clientHeight } = at('grid');
    const near = clientHeight * 2;
    if (scrollTop < near && state.first > 0) slide(state.first - mostHeld / 2);
    else if (scrollHeight - scrollTop - clientHeight < near && state.first + state.rows.length < state.total) slide(state.first + mostHeld / 2);
  }, { passive: true });
}

function keepUp() {
  const seen = 1000; // milliseconds between two looks, while the page is seen and while not
  const unseen = 30000;
  const look = async () => {
    await refresh().catch(() => undefined);
    setTimeout(look, document.hidden ? unseen : seen);
  };
  setTimeout(look, seen);
}

async function start() {
  display();
  panel.build();
  listen();
  find();
  mouse();
  onFocus(panel.follow);
  onChange(() => {
    paintQueues();
    panel.follow();
  });
  try {
    state.user = await get('session');
    at('who').replaceChildren(quoted(state.user.user), ` · ${state.user.role}`);
    state.works = (await get('works')).works;
    at('work').replaceChildren(...state.works.map((work) => make('option', { value: work.id }, work.name)));
    if (!state.works.length) at('grid').textContent = 'The corpus holds no works yet.';
    else await open(state.works[0]);
    keepUp();
  } catch (error) {
    const words = error instanceof Refusal && error.status === 401 ? 'This page needs the whole address that hexapla serve printed, with what follows the #.' : String(error);
    at('main').replaceChildren(make('p', { role: 'alert', class: 'alert' }, words));
  }
}

start();
