// The page: opens a work, shows its queues, and keeps up with what others do.
import { refresh, sendUnsent } from './acts.js';
import { get, Refusal } from './api.js';
import { arrive, focus, nextInQueue, paint, paintHeads } from './grid.js';
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
  return state.queues[name]?.length ?? state.queues[name] ?? 0;
}

function paintQueues() {
  fill(at('queues'), ...queueNames.map((name) =>
    button([`${name[0].toUpperCase()}${name.slice(1)} `, make('b', String(countOf(name)))], () => outer.choose(name), { 'aria-pressed': `${state.queue === name}`, data: { queue: name } })));
  const { rows = state.total, looked_at: looked = 0 } = state.queues;
  at('done').value = rows ? looked / rows : 0;
  at('looked').textContent = `${looked}/${rows} looked at`;
}

outer.choose = (name = [...queueNames, ...queueNames].slice(queueNames.indexOf(state.queue) + 1).find(countOf)) => {
  state.queue = name;
  paintQueues();
  const row = state.rows.find((one) => standsIn(one));
  if (row) arrive(row);
  else nextInQueue();
  say(`Queue ${name}`);
};

const rowsOf = (query) => get(`works/${state.work.id}/rows`, query);

// Shows rows with what is said of them. Early ones come before the work is open, and with nothing said.
async function hold(first, count, early) {
  const rows = [];
  const findings = [];
  const comments = [];
  for (let more = true; more && rows.length < count;) {
    const answer = await rowsOf({ from: first + rows.length, limit: Math.min(chunk, count - rows.length), early });
    rows.push(...answer.rows);
    findings.push(...answer.findings);
    comments.push(...answer.comments);
    more = answer.more;
    Object.assign(state, { version: answer.version, opening: answer.early });
  }
  Object.assign(state, { rows, comments, first, findings: new Map(findings.map((finding) => [finding.name, finding])) });
  index();
  if (!state.work.languages.length) state.work.languages = [...new Set(rows.flatMap((row) => Object.keys(row.cells)))];
  paintHeads();
  paint();
}

async function open(work) {
  Object.assign(state, { work, total: work.rows, changed: [], queues: {} });
  document.title = `${work.name} · Hexapla`;
  await hold(0, 30, 1); // what is seen first comes first
  await hold(0, mostHeld);
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
  focus(held, language);
  paintQueues();
};

// Brings a row of a large work into the page.
outer.goTo = async (number) => {
  if (!(number >= 0 && number < state.total)) return say('There is no such row.');
  const held = () => state.rows[number - state.first];
  if (!held()) await sliding;
  if (!held()) await slide(number - chunk);
  focus(held()?.id);
};

// The next row that fits a query, beyond those held; after the last comes the first.
outer.beyond = async (step, query) => {
  const ahead = step > 0;
  const one = async (edge) => (await rowsOf({ ...query, limit: 1, ...edge })).rows[0];
  const row = (await one(ahead ? { after: state.rows.at(-1).id } : { before: state.rows[0].id })) || (ahead && (await one()));
  if (!row) return;
  await outer.goTo(row.number);
  return rowOf(row.id);
};

let sliding; // the rows that are on their way
const slide = (first) => (sliding ??= bring(first).finally(() => { sliding = undefined; }));
async function bring(first) {
  const held = state.focus.row;
  await hold(Math.max(0, Math.min(first, state.total - mostHeld)), mostHeld);
  focus(held, undefined, null, true);
}

outer.toggle = (tag) => {
  if (!tag) return;
  if (!state.hidden.delete(tag) && shown().length > 1) state.hidden.add(tag);
  paintHeads();
  paint();
  focus(state.focus.row);
};
outer.moved = panel.follow;
outer.changed = () => {
  paintQueues();
  panel.follow();
};

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
  at('larger').onclick = () => change(0.1);
  at('smaller').onclick = () => change(-0.1);
  const { dataset } = document.documentElement;
  dataset.theme = localStorage.getItem('hexapla-theme') || '';
  at('theme').onclick = () => {
    const dark = dataset.theme ? dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    dataset.theme = dark ? 'light' : 'dark';
    localStorage.setItem('hexapla-theme', dataset.theme);
  };
  put();
}

function find() {
  const field = at('find');
  const plain = (text) => text.normalize('NFKD').toLocaleLowerCase();
  const show = (row) => {
    for (const tag of shown())
      for (const { segment, text } of row?.cells[tag] || [])
        if (plain(text).includes(plain(field.value))) {
          focus(row.id, tag, segment, true);
          say(`Found in row ${row.number}.`);
          return true;
        }
  };
  field.addEventListener('keydown', async (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') return focus(state.focus.row);
    if (event.key !== 'Enter' || !field.value) return;
    const step = event.shiftKey ? -1 : 1;
    const count = state.rows.length;
    for (let place = placeOf(state.focus.row) + step, i = 0; i < count && (state.rows[place] || state.total <= count); ++i, place += step)
      if (show(state.rows[(place + count) % count])) return;
    if (!show(state.total > count && await outer.beyond(step, { q: field.value }))) say('Not found.');
  });
}

function mouse() {
  const grid = at('grid');
  grid.onclick = ({ target }) => {
    if (target.closest('textarea')) return;
    const of = (name) => target.closest(`[data-${name}]`)?.dataset[name];
    if (of('id')) focus(Number(of('id')), of('language'), of('segment') ? Number(of('segment')) : null, String(document.getSelection()) !== '');
  };
  at('languages').onclick = ({ target }) => outer.toggle(target.dataset.language);
  at('work').onchange = () => open(state.works.find((work) => work.id === Number(at('work').value)));
  grid.addEventListener('scroll', () => {
    if (state.total <= mostHeld || sliding) return;
    const { scrollTop, scrollHeight, clientHeight } = grid;
    const near = clientHeight * 2;
    if (scrollTop < near && state.first > 0) slide(state.first - mostHeld / 2);
    else if (scrollHeight - scrollTop - clientHeight < near && state.first + state.rows.length < state.total) slide(state.first + mostHeld / 2);
  }, { passive: true });
}

// Milliseconds between two looks: while the page is unseen, and while it is seen.
const keepUp = () => setTimeout(() => refresh().catch(() => undefined).then(keepUp), document.hidden ? 30000 : 1000);

async function start() {
  display();
  panel.build();
  listen();
  find();
  mouse();
  try {
    [state.user, { works: state.works }] = await Promise.all([get('session'), get('works')]);
    fill(at('who'), quoted(state.user.user), ` · ${state.user.role}`);
    fill(at('work'), ...state.works.map((work) => make('option', { value: work.id }, work.name)));
    if (!state.works.length) at('grid').textContent = 'The corpus holds no works yet.';
    else await open(state.works[0]);
    keepUp();
  } catch (error) {
    const words = error instanceof Refusal && error.status === 401 ? 'This page needs the whole address that hexapla serve printed, with what follows the #.' : String(error);
    fill(at('main'), make('p', { role: 'alert', class: 'alert' }, words));
  }
}

start();
