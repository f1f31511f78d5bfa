// Beside the rows: findings, terms, concordance, comments and log, what others changed.
import { act, confirmed, dismiss, step } from './acts.js';
import { get } from './api.js';
import { cellElement, focus } from './grid.js';
import { at, direction, fill, languageName, make, quoted } from './make.js';
import { focused, languages, rowOf, state } from './state.js';

const tabs = ['findings', 'terms', 'concordance', 'log', 'changed'];
let open = 'findings';
let asked = 0; // only the last question's answer is shown

const body = () => at('panel-body');
const isHere = (number) => number === asked;

function findingElement(finding) {
  const where = finding.target[0];
  return make('li', { class: `${finding.severity}${finding.dismissed ? ' dismissed' : ''}` },
    make('p', {}, make('b', {}, finding.severity), ` ${finding.rule.replaceAll('_', ' ')} · ${languageName(finding.language)}`),
    make('p', {}, finding.message),
    where?.text ? make('p', {}, 'there: ', quoted(where.text, where.language)) : null,
    finding.suggestion ? make('p', {}, 'suggestion: ', quoted(finding.suggestion, finding.language)) : null,
    make('p', {}, finding.dismissed
      ? make('button', { onclick: () => act({ verb: 'undismiss', finding: finding.name }) }, 'Take up again')
      : make('button', { onclick: () => dismiss(finding) }, 'Dismiss')));
}

function commentElement(comment) {
  return make('li', { class: comment.resolved ? 'dismissed' : '' }, make('p', {}, make('b', {}, quoted(comment.who || 'somebody')), ` ${when(comment.at)}`),
    make('p', { class: 'words' }, quoted(comment.text)),
    comment.resolved ? null : make('button', { onclick: () => act({ verb: 'resolve', line: comment.line, rows: [comment.row] }) }, 'Settled'));
}

function showFindings() {
  const row = focused();
  const findings = row ? [...state.findings.values()].filter((finding) => finding.row === row.id) : [];
  const comments = row ? state.comments.filter((comment) => comment.row === row.id) : [];
  fill(body(), make('h2', {}, row ? `Row ${row.number}` : 'No row'),
    row?.doubts.length ? make('p', { class: 'doubts' }, `In doubt: ${row.doubts.join('; ')}.`) : null,
    findings.length ? make('ul', { class: 'findings' }, ...findings.map(findingElement)) : make('p', {}, 'No findings here.'),
    comments.length ? make('h3', {}, 'Comments') : null, comments.length ? make('ul', {}, ...comments.map(commentElement)) : null);
}

async function showTerms() {
  const number = ++asked;
  const row = focused();
  if (!row) return;
  const { concepts } = await get(`works/${state.work.id}/terms`, { row: row.id });
  if (!isHere(number)) return;
  fill(body(), make('h2', {}, `Terms of row ${row.number}`), concepts.length ? null : make('p', {}, 'The termbase has none of its words.'),
    ...concepts.map((one) => {
      const said = new Set(one.hits.map((hit) => hit.language));
      return make('section', {}, make('h3', {}, one.subject || one.id), make('dl', { class: 'terms' },
        ...languages().map((tag) => make('div', { class: said.has(tag) ? '' : 'missing' }, make('dt', {}, tag),
          make('dd', { lang: tag, dir: direction(tag) }, ...one.terms.filter((term) => term.language === tag)
            .map((term) => make('span', { class: `term ${term.status}` }, term.text, make('small', {}, ` ${term.status}`))))))));
    }));
}

function hitElement(hit, tags) {
  return make('li', {}, make('p', {}, make('button', { onclick: () => hit.work === state.work.id && focus(hit.id) }, `${hit.work_name} · ${hit.number}`), hit.score ? ` ${hit.score} %` : ''),
    ...tags.filter((tag) => hit.cells[tag]).map((tag) => {
      const text = hit.cells[tag].map((one) => one.text).join(' ');
      const line = make('p', { lang: tag, dir: direction(tag) });
      let from = 0;
      for (const spot of (hit.spots || []).filter((one) => one.language === tag)) {
        line.append(text.slice(from, spot.begin), make('mark', {}, text.slice(spot.begin, spot.end)));
        from = spot.end;
      }
      line.append(text.slice(from));
      return line;
    }));
}

function showConcordance(words = '', language = state.focus.language) {
  const field = make('input', { type: 'search', value: words, 'aria-label': 'Words', spellcheck: 'false' });
  const inside = make('select', { 'aria-label': 'In' }, ...languages().map((tag) => make('option', { value: tag, selected: tag === language }, tag)));
  const lacks = make('input', { type: 'text', 'aria-label': 'Lacks, as in zh:战争罪', placeholder: 'lacks zh:…', size: 12 });
  const list = make('ul', { class: 'hits', tabindex: 0, 'aria-label': 'Hits' });
  const run = async (event) => {
    event?.preventDefault();
    const number = ++asked;
    if (!field.value.trim()) return;
    try {
      const { hits, more } = await get('find', { q: field.value, in: inside.value, lacks: lacks.value });
      if (isHere(number)) list.replaceChildren(...hits.map((hit) => hitElement(hit, [inside.value, ...languages().filter((tag) => tag !== inside.value)])),
        make('li', {}, hits.length ? (more ? 'and more' : `${hits.length} in all`) : 'Nothing.'));
    } catch (error) {
      list.replaceChildren(make('li', {}, String(error.message)));
    }
  };
  fill(body(), make('h2', {}, 'Concordance'), make('form', { onsubmit: run, role: 'search', 'aria-label': 'Concordance' }, field, inside, lacks, make('button', {}, 'Find')), list);
  run(new Event('submit'));
}

const when = (at_) => (at_ ? new Date(at_).toLocaleString('en-GB', { dateStyle: 'short', timeStyle: 'short' }) : '');

async function showLog() {
  const number = ++asked;
  const { lines } = await get(`works/${state.work.id}/log`);
  if (!isHere(number)) return;
  const mine = (line) => line.who === state.user.user || state.user.role === 'admin';
  fill(body(), make('h2', {}, 'Log'), lines.length ? null : make('p', {}, 'Nothing has been decided yet.'), make('ol', { class: 'log' }, ...lines.map((line) =>
    make('li', { class: line.active || ['undo', 'redo'].includes(line.kind) ? '' : 'dismissed' }, make('b', {}, quoted(line.who || 'somebody')), ' ', quoted(line.words), ` · ${when(line.at)} `,
      line.active && mine(line) ? make('button', { onclick: async () => (await confirmed(`Undo line ${line.line}?`, make('p', {}, line.words), 'Undo')) && step('undo', line.line) }, 'Undo') : null))));
}

function showChanged() {
  fill(body(), make('h2', {}, 'Changed by others'), state.changed.length ? null : make('p', {}, 'Nothing since this page was opened.'), make('ul', {}, ...state.changed.slice(-50).reverse().map((change) =>
    make('li', {}, make('button', { onclick: () => focus(change.row) }, `row ${rowOf(change.row)?.number ?? 'gone'}`), ' ', quoted(change.line.who || 'somebody'), ' ', quoted(change.line.words)))));
}

const shows = { findings: showFindings, terms: showTerms, concordance: () => showConcordance(), log: showLog, changed: showChanged };

// Shows a tab, or the open one anew.
export function show(tab = open) {
  open = tab;
  for (const name of tabs) {
    const button = at(`tab-${name}`);
    button.setAttribute('aria-selected', String(name === tab));
    button.tabIndex = name === tab ? 0 : -1;
  }
  at('panel-body').setAttribute('aria-labelledby', `tab-${tab}`);
  shows[tab]();
}

// What depends on the row in focus, shown anew.
export function follow() {
  if (open === 'findings' || open === 'terms') show();
}

export function concordance() {
  const words = String(document.getSelection() || '').trim() || '';
  show('concordance');
  showConcordance(words);
  (body().querySelector('input')).focus();
}

// From the rows to the panel and back.
export function cross() {
  const inside = at('panel').contains(document.activeElement);
  at('panel').classList.toggle('open', !inside);
  (inside ? cellElement() : at(`tab-${open}`))?.focus();
}

export function build() {
  const list = make('div', { role: 'tablist', 'aria-label': 'About this row' }, ...tabs.map((name) => make('button', { role: 'tab', id: `tab-${name}`, 'aria-controls': 'panel-body', onclick: () => show(name) }, name[0].toUpperCase() + name.slice(1))));
  list.addEventListener('keydown', (event) => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.code];
    if (!way) return;
    show(tabs[(tabs.indexOf(open) + way + tabs.length) % tabs.length]);
    at(`tab-${open}`).focus();
  });
  at('panel').replaceChildren(list, make('button', { class: 'close', onclick: cross }, 'Back to the rows'), make('div', { id: 'panel-body', role: 'tabpanel', tabindex: 0 }));
  at('panel').addEventListener('keydown', (event) => event.code === 'Escape' && cross());
  show('findings');
}
