// Deciding: one act after the other, painted at once, kept until the server has it.
import { drafts, get, post, Refusal, unsent } from './api.js';
import { cellElement, focus, near, nextInQueue, repaint } from './grid.js';
import { at, fill, make, say, tongue } from './make.js';
import { apply, focused, openIn, outer, placeOf, rowOf, state } from './state.js';

let line = Promise.resolve(); // acts in their order, one at a time
let waiting = 0;
function told(words, bad = false) {
  const saved = at('saved');
  saved.textContent = words;
  saved.classList.toggle('bad', bad);
}


// Sends until there is an answer.
async function send(path, body) {
  for (let pause = 500; ; pause = Math.min(pause * 2, 8000)) {
    try {
      return await post(path, body, state.version);
    } catch (error) {
      if (error instanceof Refusal && error.status !== 503) throw error;
      told(`not saved: ${waiting} waiting`, true);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

// Takes in what the server says.
export function take(answer, refocus = true) {
  if (answer.reload) return outer.reopen();
  const place = placeOf(state.focus.row);
  const touched = apply(answer);
  if (touched.size) repaint(touched);
  if (!focused()) focus(near(state.rows, place, 0)?.id, undefined, null, !refocus);
  else if (touched.has(state.focus.row) && refocus) focusAgain();
  outer.changed();
}

function refused({ status, problem, message }) {
  const stale = status === 412;
  if (stale) take(problem, false);
  const by = (problem.lines || []).map((entry) => `${entry.who}: ${entry.words}`).join('; ');
  told(`not done: ${stale ? `somebody changed this row. ${by}` : message}`, true);
  say(at('saved').textContent);
}

export const focusAgain = () => focus(state.focus.row, state.focus.language, state.focus.segment);

/** Hands in an act. @param {any} body @param {any} options */
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
      told(`saved ${new Date().toLocaleTimeString('en-GB')}: ${words}`);
      say(words);
      return answer;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused(error);
      if (rowOf(body.rows?.[0])) repaint([body.rows[0]]);
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
  if (!state.work || waiting > 0) return;
  const answer = await get(`works/${state.work.id}/changes`, { since: state.version });
  if (answer.version === state.version || waiting > 0) return;
  for (const entry of answer.lines || [])
    for (const row of answer.changed || []) // others have new findings only
      if (answer.decided.includes(row.id) || /dismiss/.test(entry.kind)) state.changed.push({ row: row.id, line: entry, before: rowOf(row.id) });
  take(answer, false);
}

// Confirms, rejects or clears the row in focus, and goes on. Who doesn't decide in all languages does so in the one in focus.
export function judge(verb, language = state.user.languages.length ? state.focus.language : undefined) {
  const row = focused();
  if (!row) return;
  if (!language) { // painted at once; the answer, or its refusal, paints again
    row.verdict = { confirm: 'confirmed', reject: 'rejected', clear: 'none' }[verb] || row.verdict;
    if (verb !== 'clear') row.doubts = [];
    repaint([row.id]);
  }
  act({ verb, rows: [row.id], language });
  if (verb === 'clear') focus(row.id);
  else nextInQueue();
}

// A border moves, rows are joined or parted.
export async function reshape(verb, more = {}) {
  const row = focused();
  if (!row) return;
  const { language } = state.focus;
  const answer = await act({ verb, rows: [row.id], language, ...more });
  const changed = answer?.changed?.[0];
  if (changed && !rowOf(row.id)) focus((answer.changed.find((other) => other.number === row.number) || changed).id, language);
}

export function join(step) {
  const other = state.rows[placeOf(state.focus.row) + step];
  if (other) reshape('join', { rows: [state.focus.row, other.id], language: undefined });
}

const segmentsHere = () => focused()?.cells[state.focus.language] || [];
const segmentHere = () => segmentsHere().find((one) => one.segment === state.focus.segment) || segmentsHere()[0];

export function part() {
  const segments = segmentsHere();
  const cut = segments[segments.indexOf(segmentHere()) || Math.ceil(segments.length / 2)];
  if (cut) reshape('part', { segment: cut.segment });
  else say('There is nothing to part in this cell.');
}

// The sentence in focus and the next become one, wherever that is.
export const unite = () => reshape('unite', { segment: segmentHere()?.segment });

// The finding in focus: the gravest open one of the cell, else of the row.
function findingHere() {
  const open = openIn(focused());
  if (!open.length) say('This row has no open finding.');
  return open.find((one) => one.language === state.focus.language) || open[0];
}

export function dismiss(finding = findingHere()) {
  const row = rowOf(finding?.row);
  if (!row) return;
  finding.dismissed = true;
  row.findings = row.findings.filter((name) => name !== finding.name);
  repaint([row.id]);
  act({ verb: 'dismiss', finding: finding.name });
  if (openIn(row).length) focus(row.id, state.focus.language, state.focus.segment);
  else nextInQueue(1, ['errors', 'findings', 'notes'].includes(state.queue) ? state.queue : 'any');
}

// After a count and a list.
export async function dismissLike() {
  const finding = findingHere();
  if (!finding) return;
  const { findings } = await get(`works/${state.work.id}/findings`, { like: finding.name });
  const list = make('ul', ...findings.map((one) => make('li', `row ${rowOf(one.row)?.number ?? '…'}: ${one.message}`)));
  if (await confirmed(`Dismiss ${findings.length} findings like this one?`, list, `Dismiss ${findings.length}`))
    await act({ verb: 'dismiss', findings: findings.map((one) => one.name) });
}

// Whether somebody says yes, or has only read it.
export function confirmed(question, more, yes, no = 'Cancel') {
  const dialog = at('ask');
  return new Promise((resolve) => {
    dialog.returnValue = '';
    fill(dialog, make('form', { method: 'dialog' }, make('h2', { id: 'ask-title' }, question), more,
      make('p', yes ? make('button', { value: yes, autofocus: true }, yes) : null, ' ', make('button', { value: '', formnovalidate: true, autofocus: !yes }, no))));
    dialog.onclose = () => resolve(dialog.returnValue !== ''); // the focus is where it was by then
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
  const field = make('textarea', { 'aria-label': cuts ? 'Arrows choose the place, Enter cuts there, Escape leaves' : 'Text of this sentence: Enter saves, Escape leaves', ...tongue(language) });
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
    repaint([row.id]);
    focus(row.id, language, segment.segment);
  };
  field.addEventListener('keydown', async (event) => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') leave();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    const { value: text, selectionStart } = field;
    leave();
    if (cuts) return reshape('cut', { segment: segment.segment, at: selectionStart });
    if (text === segment.text || (await act({ verb: 'edit', rows: [row.id], language, segment: segment.segment, text }))) drafts.remove(place);
  });
}
