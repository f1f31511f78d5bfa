// Keys by where they are on the keyboard, so that they work in every layout.
import * as acts from './acts.js';
import { cellElement, focus, moveAcross, moveBy, moveInCell, nextInQueue } from './grid.js';
import { at, make, say } from './make.js';
import { focused, languages, state } from './state.js';

export const outer = {};
const lettersKey = 'hexapla-letters';
export const lettersOn = () => localStorage.getItem(lettersKey) !== 'off';

const across = (way) => moveAcross(way);
const byFinding = (step) => nextInQueue(step, (row) => row.findings.length > 0) || say('No other row has a finding.');
const inQueue = (step) => nextInQueue(step) || say('That was the last in this queue.');

async function goTo() {
  const field = make('input', { type: 'number', min: 0, max: state.total - 1, 'aria-label': 'Row number', autofocus: true });
  if (await acts.confirmed('Go to row', field, 'Go')) outer.goTo?.call(null, Number(field.value));
}

async function comment() {
  const row = focused();
  const field = make('textarea', { rows: 4, 'aria-label': 'Comment', autofocus: true });
  if (row && (await acts.confirmed(`Comment on row ${row.number}`, field, 'Comment')) && field.value.trim())
    acts.act({ verb: 'comment', rows: [row.id], language: state.focus.language, segment: state.focus.segment ?? undefined, text: field.value.trim() });
}

/**
 * Each: keys as `Modifiers+Code`, what it does, the words of its button and of the help.
 * @type {{keys: string[], shown: string, does: string, run: () => void, button?: string, letter?: boolean}[]}
 */
export const commands = [
  { keys: ['Enter', 'NumpadEnter'], shown: 'Enter', does: 'right, and on to the next in the queue', run: () => acts.judge('confirm'), button: 'Right' },
  { keys: ['KeyX'], shown: 'X', does: 'wrong, and on', run: () => acts.judge('reject'), button: 'Wrong', letter: true },
  { keys: ['KeyS'], shown: 'S', does: 'later: on to the next', run: () => inQueue(1), button: 'Later', letter: true },
  { keys: ['KeyV'], shown: 'V', does: 'right in this language only', run: () => acts.judge('confirm', state.focus.language), letter: true },
  { keys: ['KeyU'], shown: 'U', does: 'neither right nor wrong again', run: () => acts.judge('clear'), letter: true },
  { keys: ['Alt+ArrowUp'], shown: 'Alt+↑', does: 'first segment of this cell to the row above', run: () => acts.reshape('push-up'), button: '↥' },
  { keys: ['Alt+ArrowDown'], shown: 'Alt+↓', does: 'last segment of this cell to the row below', run: () => acts.reshape('push-down'), button: '↧' },
  { keys: ['Alt+Shift+ArrowUp'], shown: 'Alt+Shift+↑', does: 'take the first segment of the next row', run: () => acts.reshape('pull-up') },
  { keys: ['Alt+Shift+ArrowDown'], shown: 'Alt+Shift+↓', does: 'take the last segment of the previous row', run: () => acts.reshape('pull-down') },
  { keys: ['KeyM'], shown: 'M', does: 'join with the next row, all languages', run: () => acts.join(1), button: 'Join', letter: true },
  { keys: ['Shift+KeyM'], shown: 'Shift+M', does: 'join with the previous row', run: () => acts.join(-1), letter: true },
  { keys: ['KeyP'], shown: 'P', does: 'part the row before the segment in focus', run: acts.part, button: 'Part', letter: true },
  { keys: ['KeyE'], shown: 'E', does: 'edit the segment: Enter saves, Esc leaves', run: () => acts.edit(), button: 'Edit', letter: true },
  { keys: ['KeyA'], shown: 'A', does: 'edit with the suggestion put in', run: () => acts.edit(acts.findingHere()?.suggestion || ''), letter: true },
  { keys: ['KeyD'], shown: 'D', does: 'dismiss the finding and go on', run: () => acts.dismiss(), button: 'Dismiss', letter: true },
  { keys: ['Shift+KeyD'], shown: 'Shift+D', does: 'dismiss all findings like it, after a list', run: acts.dismissLike, letter: true },
  { keys: ['KeyC'], shown: 'C', does: 'comment', run: comment, button: 'Comment', letter: true },
  { keys: ['KeyZ', 'Control+KeyZ'], shown: 'Z', does: 'undo what you did last', run: () => acts.step('undo'), button: 'Undo', letter: true },
  { keys: ['Shift+KeyZ', 'Control+Shift+KeyZ'], shown: 'Shift+Z', does: 'do it again', run: () => acts.step('redo'), letter: true },
  { keys: ['KeyN'], shown: 'N', does: 'next in the queue', run: () => inQueue(1), button: 'Next', letter: true },
  { keys: ['Shift+KeyN'], shown: 'Shift+N', does: 'previous in the queue', run: () => inQueue(-1), letter: true },
  { keys: ['KeyF'], shown: 'F', does: 'next finding', run: () => byFinding(1), letter: true },
  { keys: ['Shift+KeyF'], shown: 'Shift+F', does: 'previous finding', run: () => byFinding(-1), letter: true },
  { keys: ['KeyG'], shown: 'G', does: 'go to a row by its number', run: goTo, letter: true },
  { keys: ['ArrowUp'], shown: '↑ ↓', does: 'to the row above or below', run: () => moveBy(-1) },
  { keys: ['ArrowDown'], shown: '', does: '', run: () => moveBy(1) },
  { keys: ['ArrowLeft'], shown: '← →', does: 'to the column at the left or right', run: () => across(-1) },
  { keys: ['ArrowRight'], shown: '', does: '', run: () => across(1) },
  { keys: ['Comma'], shown: ', .', does: 'to the previous or next segment of the cell', run: () => moveInCell(-1), letter: true },
  { keys: ['Period'], shown: '', does: '', run: () => moveInCell(1), letter: true },
  { keys: ['PageUp'], shown: 'PgUp PgDn', does: 'ten rows up or down', run: () => moveBy(-10) },
  { keys: ['PageDown'], shown: '', does: '', run: () => moveBy(10) },
  { keys: ['Home'], shown: 'Home End', does: 'to the first or last row', run: () => moveBy(-Infinity) },
  { keys: ['End'], shown: '', does: '', run: () => moveBy(Infinity) },
  { keys: ['KeyK'], shown: 'K', does: 'concordance of the words selected', run: () => outer.concordance(), letter: true },
  { keys: ['KeyT'], shown: 'T', does: 'terms of this row', run: () => outer.terms(), letter: true },
  { keys: ['KeyL'], shown: 'L', does: 'log', run: () => outer.log(), letter: true },
  { keys: ['Slash', 'Control+Slash'], shown: '/', does: 'find in the document', run: () => at('find').focus(), letter: true },
  { keys: ['F6'], shown: 'F6', does: 'from the rows to the panel and back', run: () => outer.panel(), button: 'About' },
  { keys: ['Shift+Slash', 'F1'], shown: '?', does: 'all keys', run: help, button: '?' },
  ...[1, 2, 3, 4, 5, 6].map((digit) => ({ keys: [`Digit${digit}`], shown: digit === 1 ? '1 … 6' : '', does: digit === 1 ? 'show or hide a language' : '',
    run: () => outer.toggle?.call(null, languages()[digit - 1]), letter: true })),
];

export function help() {
  const dialog = at('help');
  const before = cellElement();
  const list = make('dl', {});
  for (const command of commands) if (command.does) list.append(make('div', {}, make('dt', {}, make('kbd', {}, command.shown)), make('dd', {}, command.does)));
  const letters = make('input', { type: 'checkbox', id: 'letters', onchange: () => localStorage.setItem(lettersKey, letters.checked ? 'on' : 'off') });
  letters.checked = lettersOn();
  dialog.replaceChildren(make('h2', { id: 'help-title' }, 'Keys'), make('p', {}, 'A queue leads you; Enter says that a row is right and goes on. All keys work while the rows have the focus, in every keyboard layout.'), list,
    make('p', {}, make('label', {}, letters, ' keys of a single letter are on')),
    make('p', {}, make('button', { autofocus: true, onclick: () => dialog.close() }, 'Close')));
  dialog.onclose = () => before?.focus();
  dialog.showModal();
}

const written = (event) => [event.ctrlKey || event.metaKey ? 'Control+' : '', event.altKey ? 'Alt+' : '', event.shiftKey ? 'Shift+' : '', event.code].join('');

const byKey = new Map(commands.flatMap((command) => command.keys.map((key) => [key, command])));

export function listen() {
  document.addEventListener('keydown', (event) => {
    const target = event.target;
    const command = byKey.get(event.key === '?' ? 'F1' : written(event)); // a question mark is somewhere else in each layout
    if (event.isComposing || !command || at('ask').open || at('help').open) return;
    const inGrid = target.closest('#grid') || target === document.body;
    if (target.closest('input, textarea, select') || (!inGrid && command.keys[0] !== 'F6')) return;
    if (command.letter && !lettersOn() && !event.ctrlKey) return;
    event.preventDefault();
    command.run();
  });
  at('buttons').replaceChildren(...commands.filter((command) => command.button).map((command) =>
    make('button', { title: `${command.does} (${command.shown})`, data: { key: command.keys[0] }, onclick: () => {
      if (command.keys[0] !== 'F6') focus(state.focus.row, state.focus.language, state.focus.segment);
      command.run();
    } }, command.button, make('kbd', { 'aria-hidden': 'true' }, command.shown === command.button ? '' : ` ${command.shown}`))));
}
