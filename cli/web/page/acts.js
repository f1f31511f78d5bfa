// Deciding: one act after the other, painted at once, kept until the server has it.
import { drafts, get, post, Refusal, unsent } from './api.js';
import { cellElement, focus, nextInQueue, repaint } from './grid.js';
import { at, button, fill, make, say, tongue } from './make.js';
import { apply, focused, openIn, outer, placeOf, rowOf, state } from './state.js';

let line = Promise.resolve(); // acts in their order, one at a time
let waiting = 0;
const listeners = [];
export const onChange = (listener) => listeners.push(listener);
function told(words, bad = false) {
  const saved = at('saved');
  saved.textContent = words;
  saved.classList.toggle('bad', bad);
}

const clock = () => new Date().toLocaleTimeString('en-GB');
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Sends until there is an answer.
async function send(path, body) {
  for (let pause = 500; ; pause = Math.min(pause * 2, 8000)) {
    try {
      return await post(path, body, state.version);
    } catch (error) {
      const passes = !(error instanceof Refusal) || error.status === 503;
      if (!passes) throw error;
      told(`not saved: ${waiting} waiting`, true);
      await wait(pause);
    }
  }
}

// Takes in what the server says.
export function take(answer, refocus = true) {
  if (answer.reload) return outer.reopen();
  const place = placeOf(state.focus.row);
  const touched = apply(answer);
  const lost = !rowOf(state.focus.row);
  if (touched.size) repaint(touched);
  if (lost && state.rows.length) {
    const row = state.rows[Math.min(Math.max(place, 0), state.rows.length - 1)];
    focus(row.id, undefined, null, !refocus);
  } else if (touched.has(state.focus.row) && refocus) {
    focus(state.focus.row, state.focus.language, state.focus.segment);
  }
  listeners.forEach((listener) => listener());
}

function refused(refusal, body) {
  if (refusal.status === 412) {
    const by = (refusal.problem.lines || []).map((entry) => `${entry.who}: ${entry.words}`).join('; ');
    take(refusal.problem, false);
    told(`not done: somebody changed this row. ${by}`, true);
    if (body.text) drafts.put(`${body.language}:${body.segment}`, body.text);
  } else {
    told(`not done: ${refusal.message}`, true);
  }
  say(at('saved').textContent);
}

// Hands in an act.
export function act(body, { path = 'decisions', key } = {}) {
  body.client ??= crypto.randomUUID();
  const work = state.work.id;
  ++waiting;
  told('saving …');
  const kept = key === undefined ? unsent.put({ work, path, body }) : Promise.resolve(key);
  const done = line.then(async () => {
    try {
      const answer = await send(`works/${work}/${path}`, body);
      take(answer);
      const words = (answer.words || 'saved').slice(0, 200); // of an edit they hold both texts
      told(`saved ${clock()}: ${words}`);
      say(words);
      return answer;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused(error, body);
      const row = rowOf((body.rows || [])[0]);
      if (row) repaint([row.id]);
      return undefined;
    } finally {
      --waiting;
      unsent.remove(await kept);
    }
  });
  line = done.catch(() => undefined);
  return done;
}

// Hands in what an earlier page could not.
export async function sendUnsent() {
  for (const { key, act: kept } of await unsent.all())
    if (kept.work === state.work.id) await act(kept.body, { path: kept.path, key });
    else if (!state.works.some((work) => work.id === kept.work)) unsent.remove(key);
}

// What others did.
export async function refresh() {
  if (!state.work || state.work.kind !== 'documents' || waiting > 0) return;
  const answer = await get(`works/${state.work.id}/changes`, { since: state.version });
  if (answer.version === state.version || waiting > 0) return;
  for (const entry of answer.lines || [])
    for (const row of answer.changed || []) state.changed.push({ row: row.id, line: entry, before: rowOf(row.id) });
  take(answer, false);
}

const languageOnly = () => (state.user.languages.length ? state.focus.language : undefined);

// Confirms, rejects or clears the row in focus, and goes on.
export function judge(verb, language = languageOnly()) {
  const row = focused();
  if (!row) return;
  if (!language) { // painted at once; the answer, or its refusal, paints again
    row.verdict = { confirm: 'confirmed', reject: 'rejected', clear: 'none' }[verb] || row.verdict;
    if (verb !== 'clear') row.doubts = [];
    repaint([row.id]);
  }
  const id = row.id;
  act({ verb, rows: [id], language });
  if (verb === 'clear') focus(id);
  else nextInQueue(1);
}

// A border moves, rows are joined or parted.
export async function reshape(verb, more = {}) {
  const row = focused();
  if (!row) return;
  const language = state.focus.language;
  const answer = await act({ verb, rows: [row.id], language, ...more });
  const changed = answer?.changed?.[0];
  if (changed && rowOf(changed.id) && !rowOf(row.id)) {
    const here = answer.changed.find((other) => other.number === row.number) || changed;
    focus(here.id, language);
  }
}

export function join(step) {
  const other = state.rows[placeOf(state.focus.row) + step];
  const row = focused();
  if (row && other) reshape('join', { rows: step > 0 ? [row.id, other.id] : [other.id, row.id], language: undefined });
}

const segmentsHere = () => focused()?.cells[state.focus.language] || [];
const segmentHere = () => segmentsHere().find((one) => one.segment === state.focus.segment) || segmentsHere()[0];

export function part() {
  const segments = segmentsHere();
  const cut = segments[segments.indexOf(segmentHere()) || Math.ceil(segments.length / 2)];
  if (!cut) return say('There is nothing to part in this cell.');
  reshape('part', { segment: cut.segment });
}

// The sentence in focus and the next become one, wherever that is.
export const unite = () => reshape('unite', { segment: segmentHere()?.segment });

// The finding in focus: the gravest open one of the cell, else of the row.
const findingHere = () => {
  const open = openIn(focused());
  return open.find((one) => one.language === state.focus.language) || open[0];
};

export async function dismiss(finding = findingHere()) {
  if (!finding) return say('This row has no open finding.');
  finding.dismissed = true;
  const row = rowOf(finding.row);
  if (row) {
    row.findings = row.findings.filter((name) => name !== finding.name);
    repaint([row.id]);
  }
  const done = act({ verb: 'dismiss', finding: finding.name });
  if (row && !openIn(row).length) nextInQueue(1, ['errors', 'findings', 'notes'].includes(state.queue) ? state.queue : 'any');
  else if (row) focus(row.id, state.focus.language, state.focus.segment);
  return done;
}

// After a count and a list.
export async function dismissLike() {
  const finding = findingHere();
  if (!finding) return say('This row has no open finding.');
  const { findings } = await get(`works/${state.work.id}/findings`, { like: finding.name });
  const list = make('ul', ...findings.map((one) => make('li', `row ${rowOf(one.row)?.number ?? '…'}: ${one.message}`)));
  if (await confirmed(`Dismiss ${findings.length} findings like this one?`, list, `Dismiss ${findings.length}`))
    await act({ verb: 'dismiss', findings: findings.map((one) => one.name) });
}

export function confirmed(question, more, yes) {
  const dialog = at('ask');
  const before = document.activeElement;
  return new Promise((resolve) => {
    const close = (answer) => {
      dialog.close();
      before?.focus();
      resolve(answer);
    };
    fill(dialog, make('h2', { id: 'ask-title' }, question), more, make('p', button(yes, () => close(true), { autofocus: true }), ' ', button('Cancel', () => close(false))));
    dialog.oncancel = (event) => { event.preventDefault(); close(false); };
    dialog.showModal();
  });
}

export const step = (path, number) => act(number ? { line: number } : {}, { path }).then((answer) => {
  const changed = answer?.changed?.[0];
  if (changed) focus(changed.id);
});

// Edits where the finding is, with what should be there put in its place.
export function suggest() {
  const finding = findingHere();
  const spot = finding?.target[0];
  if (spot) focus(finding.row, spot.language, spot.segment);
  return edit({ ...spot, text: finding?.suggestion });
}

// Edits the sentence in focus in place, or has the place chosen at which it is cut.
export async function edit(instead, cuts) {
  const row = focused();
  const { language } = state.focus;
  const segment = segmentHere();
  if (!segment) return say('There is nothing to edit in this cell.');
  const place = `${state.work.id}:${language}:${segment.segment}`;
  const span = cellElement().querySelector(`[data-segment="${segment.segment}"]`);
  const field = make('textarea', { 'aria-label': cuts ? 'Arrows choose the place, Enter cuts there, Escape leaves' : 'Text of this sentence: Enter saves, Escape leaves', rows: 3, ...tongue(language) });
  field.value = (!cuts && (await drafts.get(place))) || segment.text;
  field.style.height = `${Math.max(span.offsetHeight, 60) + 30}px`;
  span.replaceWith(field);
  field.focus();
  if (cuts) { // nothing is written; the caret is after the mark nearest to the middle
    const middle = field.value.length / 2;
    const places = [...field.value.matchAll(/[,;:.!?،؛؟，；：。！？]\s*(?=\S)/g)].map((mark) => mark.index + mark[0].length);
    field.selectionStart = field.selectionEnd = places.sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle))[0] ?? Math.round(middle);
  }
  if (instead?.text && field.value === segment.text) {
    const whole = instead.end - instead.begin === field.value.length; // it is missing somewhere
    field.setRangeText(instead.text, whole ? field.value.length : instead.begin, instead.end, 'select');
  }
  field.addEventListener('beforeinput', (event) => cuts && event.preventDefault());
  field.addEventListener('input', () => drafts.put(place, field.value));
  const leave = () => {
    field.replaceWith(span);
    repaint([row.id]);
    focus(row.id, language, segment.segment);
  };
  field.addEventListener('keydown', async (event) => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') leave();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    const text = field.value;
    const { selectionStart } = field;
    leave();
    if (cuts) return reshape('cut', { segment: segment.segment, at: selectionStart });
    if (text === segment.text) return drafts.remove(place);
    const answer = await act({ verb: 'edit', rows: [row.id], language, segment: segment.segment, text });
    if (answer) drafts.remove(place);
  });
}
