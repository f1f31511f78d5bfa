// The page: opens a work, shows its queues, and keeps up with what others do.
import { onChange, refresh, sendUnsent } from './acts.js';
import { get, Refusal } from './api.js';
import { focus, onFocus, paint, paintHeads } from './grid.js';
import { listen, outer } from './keys.js';
import { at, make, say } from './make.js';
import * as panel from './panel.js';
import { index, languages, placeOf, rowOf, shown, standsIn, state } from './state.js';

const chunk = 200; // rows of an answer
const mostHeld = 1500; // rows in the page at once; a larger work slides
const queueNames = ['doubt', 'errors', 'findings', 'unseen', 'changed', 'disagreement', 'comments'];

function paintQueues() {
  const count = (name) => {
    if (name === 'changed') return new Set(state.changed.map((change) => change.row)).size;
    if (name === 'disagreement') return (state.queues.disagreement || []).length;
    return state.queues[name] ?? 0;
  };
  at('queues').replaceChildren(...queueNames.map((name) => make('button', { 'aria-pressed': String(state.queue === name), data: { queue: name },
    onclick: () => choose(name) }, `${name[0].toUpperCase()}${name.slice(1)} `, make('b', {}, String(count(name))))));
  const { rows = state.total, looked_at: looked = 0 } = state.queues;
  at('done').value = rows ? looked / rows : 0;
  at('looked').textContent = `${looked}/${rows} looked at`;
}

function choose(name) {
  state.queue = name;
  paintQueues();
  const row = state.rows.find((one) => standsIn(one));
  if (row) focus(row.id);
  else say(`Nothing stands in the queue ${name}.`);
}

async function rowsFrom(from, count) {
  const rows = [];
  while (rows.length < count) {
    const next = from + rows.length;
    // Ids of a memory's rows follow each other.
    const where = state.work.kind === 'memory' ? { after: next ? state.firstId + next - 1 : undefined } : { from: next };
    const answer = await get(`works/${state.work.id}/rows`, { ...where, limit: Math.min(chunk, count - rows.length) });
    rows.push(...answer.rows);
    if (!next && rows.length) state.firstId = rows[0].id;
    state.version = answer.version;
    if (!answer.more || !answer.rows.length) break;
  }
  return rows;
}

async function open(work) {
  state.work = work;
  state.first = 0;
  state.total = work.rows;
  state.changed = [];
  document.title = `${work.name} · Hexapla`;
  const wanted = Math.min(mostHeld, work.rows);
  state.findings = new Map();
  state.comments = [];
  state.rows = await rowsFrom(0, Math.min(chunk, wanted)); // what is seen first comes first
  index();
  if (work.kind === 'memory') work.languages = [...new Set(state.rows.flatMap((row) => Object.keys(row.cells)))];
  paintHeads();
  paint();
  const [{ findings }, { comments }] = await Promise.all([get(`works/${work.id}/findings`), get(`works/${work.id}/comments`)]);
  state.findings = new Map(findings.map((finding) => [finding.name, finding]));
  state.comments = comments;
  if (state.rows.length < wanted) state.rows.push(...(await rowsFrom(state.rows.length, wanted - state.rows.length)));
  index();
  paint();
  const { works } = await get('works');
  state.queues = works.find((one) => one.id === work.id)?.queues || {};
  paintQueues();
  const first = state.rows.find((row) => standsIn(row)) || state.rows[0];
  if (first) focus(first.id, languages()[0]);
  await sendUnsent();
}

// Brings a row of a large work into the page.
async function goTo(number) {
  if (!Number.isInteger(number) || number < 0 || number >= state.total) return say('There is no such row.');
  if (number < state.first || number >= state.first + state.rows.length) await slide(number - chunk);
  const row = state.rows[number - state.first];
  if (row) focus(row.id);
}
outer.goTo = goTo;

let sliding = false;
async function slide(first) {
  if (sliding) return;
  sliding = true;
  const from = Math.max(0, Math.min(first, state.total - mostHeld));
  const held = state.focus.row;
  state.rows = await rowsFrom(from, mostHeld);
  state.first = from;
  index();
  paint();
  if (rowOf(held)) focus(held, undefined, null, true);
  sliding = false;
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
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') return focus(state.focus.row);
    if (event.key !== 'Enter' || !field.value) return;
    const wanted = plain(field.value);
    const from = placeOf(state.focus.row);
    for (let i = 1; i <= state.rows.length; ++i) {
      const row = state.rows[(from + (event.shiftKey ? -i : i) + state.rows.length) % state.rows.length];
      for (const tag of shown())
        for (const segment of row.cells[tag] || [])
          if (plain(segment.text).includes(wanted)) {
            focus(row.id, tag, segment.segment, true);
            return say(`Found in row ${row.number}.`);
          }
    }
    say('Not found.');
  });
}

function mouse() {
  at('grid').addEventListener('click', (event) => {
    const target = event.target;
    if (target.closest('textarea')) return;
    const row = (target.closest('[data-id]'));
    const cell = (target.closest('[data-language]'));
    const segment = (target.closest('[data-segment]'));
    if (row) focus(Number(row.dataset.id), cell?.dataset.language, segment ? Number(segment.dataset.segment) : null, String(document.getSelection()) !== '');
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
  const seen = 2000; // milliseconds between two looks, while the page is seen and while not
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
    at('who').replaceChildren(make('bdi', {}, state.user.user), ` · ${state.user.role}`);
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
