// The rows: a column a language, the row in focus, findings marked in place.
import { at, button, languageName, make, say, tongue } from './make.js';
import { focused, languages, openIn, outer, placeOf, rowOf, shown, standsIn, state } from './state.js';

const elements = new Map();
const verdictWords = { confirmed: ['✓', 'right'], rejected: ['✗', 'wrong'], none: ['', ''] };

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
          marks.push({ ...spot, finding, side, whole: spot.end - spot.begin === segment.text.length });
  }
  marks.sort((one, other) => one.whole - other.whole || one.begin - other.begin || other.end - one.end);
  let end = 0;
  return marks.filter((mark) => mark.begin >= end && (end = mark.end));
}

function segmentElement(language, segment, names) {
  const span = make('span', { class: segment.edited ? 'segment edited' : 'segment', data: { segment: segment.segment } });
  if (segment.edited) span.title = 'edited';
  let from = 0;
  for (const mark of marksIn(language, segment, names)) {
    span.append(segment.text.slice(from, mark.begin));
    span.append(make('mark', { class: `${mark.side === 'source' ? 'source' : mark.finding.severity}${mark.whole ? ' whole' : ''}`, title: mark.finding.message },
      segment.text.slice(mark.begin, mark.end)));
    from = mark.end;
  }
  span.append(segment.text.slice(from));
  return span;
}

function rowElement(row) {
  const [mark, word] = verdictWords[row.verdict] || ['', ''];
  const doubtful = row.doubts.length > 0;
  const words = [`row ${row.number}`, word, ...row.doubts, row.findings.length ? `${row.findings.length} findings` : ''].filter(Boolean);
  const head = make('div', { role: 'rowheader', class: 'number', title: row.doubts.join('; '), 'aria-label': words.join(', ') },
    make('span', String(row.number)), make('b', { class: row.verdict }, mark), make('i', doubtful ? '?' : ''),
    row.findings.length ? make('small', { class: row.error ? 'error' : 'finding' }, `${row.findings.length}!`) : null,
    row.comments ? make('small', { class: 'talk' }, `“${row.comments}`) : null);
  const element = make('div', { role: 'row', class: `row ${row.verdict}${doubtful ? ' doubtful' : ''}`,
    'aria-rowindex': row.number + 2, data: { id: row.id } }, head);
  for (const language of shown()) {
    const cell = make('div', { role: 'gridcell', ...tongue(language), tabindex: -1, class: 'cell', data: { language } });
    const segments = row.cells[language] || [];
    if (row.verdicts[language] && row.verdict === 'none')
      cell.append(make('b', { class: `own ${row.verdicts[language]}`, title: `${languageName(language)} alone: ${row.verdicts[language]}` }, verdictWords[row.verdicts[language]][0]));
    if (!segments.length) cell.append(make('span', { class: 'nothing', 'aria-label': 'nothing' }, '┄'));
    segments.forEach((segment, i) => {
      if (i) cell.append(make('span', { class: 'border', 'aria-hidden': 'true' }, ' ┃ '));
      cell.append(segmentElement(language, segment, row.findings));
    });
    element.append(cell);
  }
  return element;
}

function headElement() {
  return make('div', { role: 'row', class: 'row heads', 'aria-rowindex': 1 }, make('div', { role: 'columnheader', class: 'number' }, '№'),
    ...shown().map((tag) => make('div', { role: 'columnheader', class: 'cell', ...tongue(tag) },
      new Intl.DisplayNames([tag], { type: 'language' }).of(tag) || tag)));
}

// All rows anew.
export function paint() {
  const grid = at('grid');
  elements.clear();
  grid.style.setProperty('--languages', String(shown().length));
  grid.setAttribute('aria-rowcount', String(state.total + 1));
  grid.setAttribute('aria-colcount', String(shown().length + 1));
  for (const row of state.rows) elements.set(row.id, rowElement(row));
  grid.replaceChildren(headElement(), ...elements.values());
  mark();
}

// Only rows that were touched, and the numbers of all.
export function repaint(touched) {
  for (const id of touched) {
    elements.get(id)?.remove();
    elements.delete(id);
  }
  let before = (at('grid').firstElementChild);
  for (const row of state.rows) {
    let element = elements.get(row.id);
    if (!element) {
      element = rowElement(row);
      elements.set(row.id, element);
      before?.after(element);
    } else if (element.getAttribute('aria-rowindex') !== String(row.number + 2)) {
      element.setAttribute('aria-rowindex', String(row.number + 2));
      const number = element.querySelector('.number span');
      if (number) number.textContent = String(row.number);
    }
    before = element;
  }
  at('grid').setAttribute('aria-rowcount', String(state.total + 1));
  mark();
}

let marked = [];
// Shows where the focus is.
export function mark() {
  for (const element of marked) {
    element.classList.remove('focus', 'here');
    if (element.getAttribute('role') === 'gridcell') element.setAttribute('tabindex', '-1');
    if (element.getAttribute('role') === 'row') element.removeAttribute('aria-selected');
  }
  marked = [];
  const row = elements.get(state.focus.row);
  if (!row) return;
  row.classList.add('focus');
  row.setAttribute('aria-selected', 'true');
  marked.push(row);
  const cell = cellElement();
  if (!cell) return;
  cell.classList.add('focus');
  cell.setAttribute('tabindex', '0');
  marked.push(cell);
  const segment = cell.querySelector(`[data-segment="${state.focus.segment}"]`);
  if (segment && cell.querySelectorAll('.segment').length > 1) {
    segment.classList.add('here');
    marked.push(segment);
  }
}

export const cellElement = () => (
  elements.get(state.focus.row)?.querySelector(`[data-language="${CSS.escape(state.focus.language)}"]`) || null);

const listeners = [];
export const onFocus = (listener) => listeners.push(listener);

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
  for (const listener of listeners) listener(row);
}

// By rows; to the nearest there is.
export function moveBy(rows) {
  const place = Math.min(Math.max(placeOf(state.focus.row) + rows, 0), state.rows.length - 1);
  if (state.rows[place]) focus(state.rows[place].id);
}

// By columns as they are seen.
export function moveAcross(columns) {
  const tags = shown();
  const place = Math.min(Math.max(tags.indexOf(state.focus.language) + columns, 0), tags.length - 1);
  focus(state.focus.row, tags[place]);
}

// To the next or previous segment of the cell.
export function moveInCell(step) {
  const segments = (focused()?.cells[state.focus.language] || []).map((segment) => segment.segment);
  const place = segments.indexOf(state.focus.segment ?? -1) + step;
  if (place >= 0 && place < segments.length) focus(state.focus.row, state.focus.language, segments[place]);
}

// Shows a row where it stands in a queue: at its finding, or the language in doubt.
export function arrive(row, queue = state.queue) {
  const spot = queue === 'doubt' ? { language: row.suspect } : openIn(row)[0]?.target[0];
  if (spot && shown().includes(spot.language)) focus(row.id, spot.language, spot.segment);
  else focus(row.id);
}

// To the next row of a queue; says so when there is none. Of a work that is not held as a whole the server knows it.
export async function nextInQueue(step, queue = state.queue) {
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
  at('languages').replaceChildren(...languages().map((tag, i) => button(tag, null, {
    'aria-pressed': !state.hidden.has(tag) + '', title: `${languageName(tag)}: show or hide (${i + 1})`, data: { language: tag } })));
}

// Prints what the queue shows, findings below their row.
addEventListener('beforeprint', () => state.rows.forEach((row) => {
  const element = elements.get(row.id);
  element.hidden = !standsIn(row);
  element.append(make('ul', { class: 'printed' }, ...openIn(row).map((one) => make('li', `${one.language}: ${one.message}`))));
}));
addEventListener('afterprint', () => paint());
