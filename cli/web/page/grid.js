// The rows: a column a language, the row in focus, findings marked in place.
import { at, button, fill, languageName, make, say, tongue } from './make.js';
import { focused, languages, openIn, outer, placeOf, rowOf, shown, standsIn, state } from './state.js';

const elements = new Map();
const verdictWords = { confirmed: ['✓', 'right'], rejected: ['✗', 'wrong'], none: ['', ''] };

// A text with some of its places marked.
export function withMarks(text, marks, attributes = (_) => ({})) {
  let from = 0;
  return [...marks.flatMap((mark) => [text.slice(from, mark.begin), make('mark', attributes(mark), text.slice(mark.begin, from = mark.end))]), text.slice(from)];
}

// Marks of open findings in a segment, without overlaps; those of a whole segment only where
// nothing in it is marked more closely.
function marksIn(language, segment, names) {
  const marks = [];
  for (const name of names) {
    const finding = state.findings.get(name);
    if (!finding || finding.dismissed) continue;
    for (const side of ['target', 'source'])
      for (const spot of finding[side])
        if (spot.language === language && spot.segment === segment.segment && spot.end > spot.begin)
          marks.push({ ...spot, title: finding.message, kind: side === 'source' ? side : finding.severity, whole: spot.end - spot.begin === segment.text.length });
  }
  marks.sort((one, other) => one.whole - other.whole || one.begin - other.begin || other.end - one.end);
  let end = 0;
  return marks.filter((mark) => mark.begin >= end && (end = mark.end));
}

function segmentElement(language, segment, names) {
  return make('span', { class: segment.edited ? 'segment edited' : 'segment', title: segment.edited && 'edited', data: { segment: segment.segment } },
    ...withMarks(segment.text, marksIn(language, segment, names), ({ kind, whole, title }) => ({ class: `${kind}${whole ? ' whole' : ''}`, title })));
}

function rowElement(row) {
  const { number, doubts, findings, verdict } = row;
  const [mark, word] = verdictWords[verdict];
  const words = [`row ${number}`, word, ...doubts, findings.length ? `${findings.length} findings` : ''].filter(Boolean);
  const head = make('div', { role: 'rowheader', class: 'number', title: doubts.join('; '), 'aria-label': words.join(', ') },
    make('span', number), make('b', { class: verdict }, mark), make('i', doubts.length ? '?' : ''),
    findings.length ? make('small', { class: row.error ? 'error' : 'finding' }, `${findings.length}!`) : null,
    row.comments ? make('small', `“${row.comments}`) : null);
  return make('div', { role: 'row', class: 'row', 'aria-rowindex': number + 2, data: { id: row.id } }, head,
    ...shown().map((language) => cellOf(row, language)));
}

function cellOf(row, language) {
  const segments = row.cells[language] || [];
  const own = row.verdict === 'none' && row.verdicts[language];
  return make('div', { role: 'gridcell', ...tongue(language), tabindex: -1, class: 'cell', data: { language } },
    own ? make('b', { class: `own ${own}`, title: `${languageName(language)} alone: ${own}` }, verdictWords[own][0]) : null,
    segments.length ? null : make('span', { class: 'nothing', 'aria-label': 'nothing' }, '┄'),
    ...segments.flatMap((segment, i) => [i ? make('span', { class: 'border', 'aria-hidden': 'true' }, ' ┃ ') : null, segmentElement(language, segment, row.findings)]));
}

const headElement = () => make('div', { role: 'row', class: 'row heads', 'aria-rowindex': 1 }, make('div', { role: 'columnheader', class: 'number' }, '№'),
  ...shown().map((tag) => make('div', { role: 'columnheader', class: 'cell', ...tongue(tag) }, languageName(tag, tag))));

// All rows anew.
export function paint() {
  const grid = at('grid');
  elements.clear();
  grid.style.setProperty('--languages', shown().length);
  grid.setAttribute('aria-colcount', shown().length + 1);
  fill(grid, headElement());
  repaint([]);
}

// Only rows that were touched, and the numbers of all.
export function repaint(touched) {
  for (const id of touched) {
    elements.get(id)?.remove();
    elements.delete(id);
  }
  let before = at('grid').firstElementChild;
  for (const row of state.rows) {
    let element = elements.get(row.id);
    if (!element) {
      element = rowElement(row);
      elements.set(row.id, element);
      before.after(element);
    } else if (element.ariaRowIndex !== `${row.number + 2}`) {
      element.ariaRowIndex = `${row.number + 2}`;
      element.querySelector('.number span').textContent = row.number;
    }
    before = element;
  }
  at('grid').setAttribute('aria-rowcount', state.total + 1);
  mark();
}

let marked = [];
// Shows where the focus is.
export function mark() {
  for (const element of marked) {
    element.classList.remove('focus', 'here');
    element.removeAttribute('aria-selected');
    if (element.tabIndex === 0) element.tabIndex = -1;
  }
  const row = elements.get(state.focus.row);
  const cell = cellElement();
  row?.setAttribute('aria-selected', 'true');
  if (cell) cell.tabIndex = 0;
  for (const element of marked = [row, cell].filter(Boolean)) element.classList.add('focus');
  const segment = cell?.querySelector(`[data-segment="${state.focus.segment}"]`);
  if (!segment || cell.querySelectorAll('.segment').length < 2) return;
  segment.classList.add('here');
  marked.push(segment);
}

export const cellElement = () => (
  elements.get(state.focus.row)?.querySelector(`[data-language="${CSS.escape(state.focus.language)}"]`));

export function focus(id, language = state.focus.language, segment = null, quietly = false) {
  const row = rowOf(id);
  if (!row || state.opening) return;
  const columns = shown();
  state.focus = { row: id, language: columns.includes(language) ? language : columns[0], segment };
  const segments = row.cells[state.focus.language] || [];
  if (segment === null && segments.length) state.focus.segment = segments[0].segment;
  mark();
  const cell = cellElement();
  if (!quietly) cell?.focus({ preventScroll: true });
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  outer.moved();
}

// What stands that far from the place of another; the nearest there is.
export const near = (list, place, step) => list[Math.min(Math.max(place + step, 0), list.length - 1)];

// By rows.
export const moveBy = (step) => focus(near(state.rows, placeOf(state.focus.row), step)?.id);

// By columns as they are seen.
export const moveAcross = (step) => focus(state.focus.row, near(shown(), shown().indexOf(state.focus.language), step));

// To the next or previous segment of the cell.
export function moveInCell(step) {
  const segments = (focused()?.cells[state.focus.language] || []).map((segment) => segment.segment);
  focus(state.focus.row, state.focus.language, near(segments, segments.indexOf(state.focus.segment), step) ?? null);
}

// Shows a row where it stands in a queue: at its finding, or the language in doubt.
export function arrive(row, queue = state.queue) {
  const spot = queue === 'doubt' ? { language: row.suspect } : openIn(row)[0]?.target[0];
  if (spot && shown().includes(spot.language)) focus(row.id, spot.language, spot.segment);
  else focus(row.id);
}

// To the next row of a queue; says so when there is none. Of a work that is not held as a whole the server knows it.
export async function nextInQueue(step = 1, queue = state.queue) {
  const count = state.rows.length;
  const slides = state.total > count && queue !== 'changed';
  const from = placeOf(state.focus.row);
  for (let i = 1; i < count; ++i) {
    const place = from + step * i;
    if (slides && !state.rows[place]) break;
    const row = state.rows[(place + count) % count];
    if (standsIn(row, queue)) return arrive(row, queue);
  }
  const row = slides && await outer.beyond(step, { queue });
  if (row) arrive(row, queue);
  else say('That was the last in this queue.');
}

export function paintHeads() {
  fill(at('languages'), ...languages().map((tag, i) => button(tag, null, {
    'aria-pressed': !state.hidden.has(tag) + '', title: `${languageName(tag)}: show or hide (${i + 1})`, data: { language: tag } })));
}

// Prints what the queue shows, findings below their row.
addEventListener('beforeprint', () => state.rows.forEach((row) => {
  const element = elements.get(row.id);
  element.hidden = !standsIn(row);
  element.append(make('ul', { class: 'printed' }, ...openIn(row).map((one) => make('li', `${one.language}: ${one.message}`))));
}));
addEventListener('afterprint', paint);
