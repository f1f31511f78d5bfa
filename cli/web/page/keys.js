// Keys by where they are on the keyboard, so that they work in every layout.
import * as acts from './acts.js';
import { moveAcross, moveBy, moveInCell, nextInQueue } from './grid.js';
import { at, button, fill, make } from './make.js';
import * as panel from './panel.js';
import { focused, languages, outer, state } from './state.js';

const lettersKey = 'hexapla-letters';
const lettersOn = () => localStorage.getItem(lettersKey) !== 'off';

async function goTo() {
  const field = make('input', { type: 'number', min: 0, max: state.total - 1, 'aria-label': 'Row number', autofocus: true });
  if (await acts.confirmed('Go to row', field, 'Go')) outer.goTo(Number(field.value));
}

async function comment() {
  const { row, language, segment } = state.focus;
  const field = make('textarea', { rows: 4, 'aria-label': 'Comment', autofocus: true });
  if (row && (await acts.confirmed(`Comment on row ${focused().number}`, field, 'Comment')) && field.value.trim())
    acts.act({ verb: 'comment', rows: [row], language, segment: segment ?? undefined, text: field.value.trim() });
}

// Each: keys as Modifiers+Code, how they are shown, what they do, how, the words of their button.
/** @type {any[]} */
const table = [
  ['Enter NumpadEnter', 'Enter', 'right, and on to the next in the queue', () => acts.judge('confirm'), 'Right'],
  ['KeyX', 'X', 'wrong, and on', () => acts.judge('reject'), 'Wrong'],
  ['KeyS', 'S', 'later: on to the next', nextInQueue, 'Later'],
  ['KeyV', 'V', 'right in this language only', () => acts.judge('confirm', state.focus.language)],
  ['KeyU', 'U', 'neither right nor wrong again', () => acts.judge('clear')],
  ['Alt+ArrowUp', 'Alt+↑', 'first sentence of this cell to the row above', () => acts.reshape('push-up'), '↥'],
  ['Alt+ArrowDown', 'Alt+↓', 'last sentence of this cell to the row below', () => acts.reshape('push-down'), '↧'],
  ['Alt+Shift+ArrowUp', 'Alt+Shift+↑', 'take the first sentence of the next row', () => acts.reshape('pull-up')],
  ['Alt+Shift+ArrowDown', 'Alt+Shift+↓', 'take the last sentence of the previous row', () => acts.reshape('pull-down')],
  ['KeyM', 'M', 'join with the next row, all languages', () => acts.join(1), 'Join'],
  ['Shift+KeyM', 'Shift+M', 'join with the previous row', () => acts.join(-1)],
  ['KeyP', 'P', 'part the row before the sentence in focus', acts.part, 'Part'],
  ['KeyB', 'B', 'cut the sentence in two: arrows choose the place, Enter cuts', () => acts.edit(null, true), 'Cut'],
  ['Shift+KeyB', 'Shift+B', 'join the sentence with the next', acts.unite],
  ['KeyR', 'R', 'align again from here to the next row that is right', () => acts.reshape('realign'), 'Align'],
  ['KeyE', 'E', 'edit the sentence: Enter saves, Esc leaves', acts.edit, 'Edit'],
  ['KeyA', 'A', 'edit with the suggestion put in', acts.suggest],
  ['KeyD', 'D', 'dismiss the finding and go on', acts.dismiss, 'Dismiss'],
  ['Shift+KeyD', 'Shift+D', 'dismiss all findings like it, after a list', acts.dismissLike],
  ['KeyC', 'C', 'comment', comment, 'Comment'],
  ['KeyZ Control+KeyZ', 'Z', 'undo what you did last', () => acts.step('undo'), 'Undo'],
  ['Shift+KeyZ Control+Shift+KeyZ', 'Shift+Z', 'do it again', () => acts.step('redo')],
  ['KeyN', 'N', 'next in the queue', nextInQueue, 'Next'],
  ['Shift+KeyN', 'Shift+N', 'previous in the queue', () => nextInQueue(-1)],
  ['KeyQ', 'Q', 'the next queue that is not empty', () => outer.choose()],
  ['KeyF', 'F', 'next finding', () => nextInQueue(1, 'any')],
  ['Shift+KeyF', 'Shift+F', 'previous finding', () => nextInQueue(-1, 'any')],
  ['KeyG', 'G', 'go to a row by its number', goTo],
  ['ArrowUp', '↑ ↓', 'to the row above or below', () => moveBy(-1)],
  ['ArrowDown', '', '', () => moveBy(1)],
  ['ArrowLeft', '← →', 'to the column at the left or right', () => moveAcross(-1)],
  ['ArrowRight', '', '', () => moveAcross(1)],
  ['Comma', ', .', 'to the previous or next sentence of the cell', () => moveInCell(-1)],
  ['Period', '', '', () => moveInCell(1)],
  ['PageUp', 'PgUp PgDn', 'ten rows up or down', () => moveBy(-10)],
  ['PageDown', '', '', () => moveBy(10)],
  ['Home', 'Home End', 'to the first or last row', () => moveBy(-Infinity)],
  ['End', '', '', () => moveBy(Infinity)],
  ['KeyK', 'K', 'concordance of the words selected', panel.concordance],
  ['KeyT', 'T', 'terms of this row', () => panel.show('terms')],
  ['KeyL', 'L', 'log', () => panel.show('log')],
  ['Slash Control+Slash', '/', 'find in the document', () => at('find').focus()],
  ['F6', 'F6', 'from the rows to the panel and back', panel.cross, 'About'],
  ['Shift+Slash F1', '?', 'all keys', help, '?'],
  ...[1, 2, 3, 4, 5, 6].map((digit) => [`Digit${digit}`, digit > 1 ? '' : '1 … 6', 'show or hide a language', () => outer.toggle(languages()[digit - 1])]),
];

function help() {
  const letters = make('input', { type: 'checkbox', checked: lettersOn(), onchange: () => localStorage.setItem(lettersKey, letters.checked ? 'on' : 'off') });
  acts.confirmed('Keys', make('div', make('p', 'A queue leads you; Enter says that a row is right and goes on. All keys work while the rows have the focus, in every keyboard layout.'),
    make('dl', ...table.filter(([, shown]) => shown).map(([, shown, does]) => make('div', make('dt', make('kbd', shown)), make('dd', does)))),
    make('p', make('label', letters, ' keys of a single letter are on'))), '', 'Close');
}

const written = (event) => `${event.ctrlKey || event.metaKey ? 'Control+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.code}`;
const byKey = new Map(table.flatMap(([keys, , , run]) => keys.split(' ').map((key) => [key, run])));

export function listen() {
  document.addEventListener('keydown', (event) => {
    const target = /** @type {any} */ (event.target);
    const key = event.key === '?' ? 'F1' : written(event); // a question mark is somewhere else in each layout
    const run = byKey.get(key);
    if (event.isComposing || !run || at('ask').open || target.closest('input, textarea, select')) return;
    const inGrid = target.closest('#grid') || target === document.body;
    const isLetter = /^(Shift.)?(Key|Digit|Comma|Period|Slash)/.test(key);
    if ((!inGrid && key !== 'F6') || (isLetter && !lettersOn())) return;
    event.preventDefault();
    run();
  });
  fill(at('buttons'), ...table.filter((command) => command[4]).map(([keys, shown, does, run, word]) =>
    button([word, make('kbd', { 'aria-hidden': 'true' }, shown === word ? '' : ` ${shown}`)], () => {
      if (keys !== 'F6') acts.focusAgain();
      run();
    }, { title: `${does} (${shown})`, data: { key: keys.split(' ')[0] } })));
}
