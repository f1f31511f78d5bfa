// Beside the rows: findings, terms, concordance, comments and log, what others changed.
import { act, confirmed, dismiss, step } from './acts.js';
import { get, post } from './api.js';
import { cellElement, focus, withMarks } from './grid.js';
import { at, button, fill, languageName, make, quoted, tongue } from './make.js';
import { focused, languages, rowOf, said, state } from './state.js';

let open = 'findings';
let asked = 0; // only the last question's answer is shown

const put = (...children) => fill(at('panel-body'), ...children);
const p = (...children) => make('p', {}, ...children);
const list = (...children) => make('ul', {}, ...children);
const when = (time) => (time ? new Date(time).toLocaleString('en-GB', { dateStyle: 'short', timeStyle: 'short' }) : '');
const who = (one) => make('b', quoted(one.who || 'somebody'));

// The answer to a question about the work; nothing once another was asked.
async function ask(...question) {
  const number = ++asked;
  const answer = await get(...question);
  return number === asked ? answer : null;
}
const ofWork = (what, query) => ask(`works/${state.work.id}/${what}`, query);

const findingElement = (finding) => make('li', { class: `${finding.severity}${finding.dismissed ? ' dismissed' : ''}` },
  p(make('b', finding.severity), ` ${finding.rule.replaceAll('_', ' ')} · ${languageName(finding.language)}`), p(finding.message),
  finding.target[0]?.text ? p('there: ', quoted(finding.target[0].text.slice(0, 300), finding.target[0].language)) : null,
  finding.suggestion ? p('suggestion: ', quoted(finding.suggestion, finding.language)) : null,
  p(finding.dismissed ? button('Take up again', () => act({ verb: 'undismiss', finding: finding.name })) : button('Dismiss', () => dismiss(finding)),
    make('small', ` ${finding.name}`)));

const commentElement = (comment) => make('li', { class: comment.resolved ? 'dismissed' : '' }, p(who(comment), ` ${when(comment.at)}`),
  make('p', { class: 'words' }, quoted(comment.text)),
  comment.resolved ? null : button('Settled', () => act({ verb: 'resolve', line: comment.line, rows: [comment.row] })));

function showFindings() {
  const row = focused();
  if (!row) return put('No row.');
  const findings = [...state.findings.values()].filter((finding) => finding.row === row.id);
  const comments = state.comments.filter((comment) => comment.row === row.id);
  put(make('h2', `Row ${row.number}`), row.doubts.length ? make('p', { class: 'doubts' }, `In doubt: ${row.doubts.join('; ')}.`) : null,
    findings.length ? list(...findings.map(findingElement)) : p('No findings here.'),
    comments.length ? make('h3', 'Comments') : null, list(...comments.map(commentElement)));
}

async function showTerms() {
  const row = focused();
  const answer = row && (await ofWork('terms', { row: row.id }));
  if (!answer) return;
  put(make('h2', `Terms of row ${row.number}`), answer.concepts.length ? null : p('The termbase has none of its words.'),
    ...answer.concepts.map((one) => make('section', make('h3', one.subject || one.id), make('dl', { class: 'terms' },
      ...languages().map((tag) => make('div', { class: one.hits.some((hit) => hit.language === tag) ? '' : 'missing' }, make('dt', tag),
        make('dd', tongue(tag), ...one.terms.filter((term) => term.language === tag)
          .map((term) => make('span', { class: `term ${term.status}` }, term.text, make('small', ` ${term.status}`))))))))));
}

function hitElement(hit, tags) {
  const around = (place) => hit.context?.[place] ? make('p', { class: 'around', ...tongue(tags[0]) }, hit.context[place]) : null;
  return make('li', p(button(`${hit.work_name} · ${hit.number}`, () => hit.work === state.work.id && focus(hit.id)), hit.score ? ` ${hit.score} %` : ''), around(0),
    ...tags.filter((tag) => hit.cells[tag]).map((tag) => make('p', tongue(tag), ...withMarks(said(hit, tag), (hit.spots || []).filter((spot) => spot.language === tag)))), around(1));
}

// Of words, or rows like the one in focus.
function showConcordance(words = '') {
  const field = make('input', { type: 'search', value: words, 'aria-label': 'Words', spellcheck: 'false' });
  const inside = make('select', { 'aria-label': 'In' }, ...languages().map((tag) => make('option', { value: tag, selected: tag === state.focus.language }, tag)));
  const lacks = make('input', { 'aria-label': 'Lacks, as in zh:战争罪', placeholder: 'lacks zh:…', size: 12 });
  const hits = make('ul', { class: 'hits', tabindex: 0, 'aria-label': 'Hits' });
  const run = async (event) => {
    event?.preventDefault();
    const tag = inside.value;
    try {
      const answer = await (field.value.trim() ? ask('find', { q: field.value, in: tag, lacks: lacks.value }) : ask('similar', { text: said(focused(), tag), in: tag }));
      if (answer) fill(hits, ...answer.hits.map((hit) => hitElement(hit, [tag, ...languages().filter((other) => other !== tag)])),
        make('li', answer.more ? 'and more' : `${answer.hits.length || 'none'} in all`));
    } catch (error) {
      fill(hits, make('li', error.message));
    }
  };
  put(make('h2', 'Concordance, or rows like this one'), make('form', { onsubmit: run, role: 'search', 'aria-label': 'Concordance' }, field, inside, lacks, make('button', 'Find')), hits);
  run();
  return field;
}

async function download(format) {
  const file = await get(`works/${state.work.id}/export`, { format }, { file: true });
  make('a', { href: URL.createObjectURL(file), download: `${state.work.name}.${format}` }).click();
}

async function showLog() {
  const answer = await ofWork('log');
  if (!answer) return;
  const mine = (line) => line.active && (line.who === state.user.user || state.user.role === 'admin');
  const undo = async ({ line, words }) => (await confirmed(`Undo line ${line}?`, p(words), 'Undo')) && step('undo', line);
  put(make('h2', 'Log'), answer.lines.length ? null : p('Nothing has been decided yet.'), make('ol', { class: 'log' }, ...answer.lines.map((line) =>
    make('li', { class: line.active || ['undo', 'redo'].includes(line.kind) ? '' : 'dismissed' }, who(line), ' ',
      line.parts ? make('span', `${line.words.split(':')[0]}: `, make('bdi', {}, ...line.parts.map((part) => make(...part)))) : quoted(line.words), ` · ${when(line.at)} `,
      mine(line) ? button('Undo', () => undo(line)) : null))),
    p('Export: ', ...['html', 'tmx', 'csv'].map((format) => button(format, () => download(format)))));
}

function changeElement({ row: id, line, before }) {
  const row = rowOf(id);
  return make('li', button(`row ${row?.number ?? 'gone'}`, () => focus(id)), ' ', quoted(line.who || ''), ' ', quoted(line.words),
    ...languages().filter((tag) => row && before && said(before, tag) !== said(row, tag))
      .map((tag) => make('p', tongue(tag), make('del', said(before, tag)), ' ', make('ins', said(row, tag)))));
}

// Who may come in; an admin invites and revokes.
async function showPeople(done) {
  const answer = await ask('people');
  if (!answer) return;
  const send = async (path, words) => showPeople(await post(path, { words }).catch((error) => error));
  const field = make('input', { placeholder: 'bo=reviewer:fr,es', 'aria-label': 'Name=role:languages', required: true });
  const invite = (event) => {
    event.preventDefault();
    send('invitations', field.value);
  };
  put(make('h2', 'Who may come in'), list(...answer.people.map((one) => make('li', quoted(one), ' ', answer.admin ? button('Revoke', () => send('revocations', one)) : null))),
    answer.admin ? make('form', { onsubmit: invite, 'aria-label': 'Invite' }, field, make('button', 'Invite')) : null,
    done ? make('p', { role: 'status' }, done.message || (done.token ? `For them alone: ${location.origin}/#${done.token}` : 'Revoked.')) : null);
}

const shows = { findings: showFindings, terms: showTerms, concordance: () => showConcordance(), log: showLog,
  changed: () => put(make('h2', 'Changed by others'), state.changed.length ? null : p('Nothing since this page was opened.'), list(...state.changed.slice(-50).reverse().map(changeElement))),
  people: () => showPeople() };
const tabs = Object.keys(shows);

// Shows a tab, or the open one anew.
export function show(tab = open) {
  open = tab;
  for (const name of tabs) {
    at(`tab-${name}`).setAttribute('aria-selected', name === tab);
    at(`tab-${name}`).tabIndex = name === tab ? 0 : -1;
  }
  at('panel-body').setAttribute('aria-labelledby', `tab-${tab}`);
  shows[tab]();
}

// What depends on the row in focus, shown anew.
export const follow = () => (open === 'findings' || open === 'terms') && show();

export function concordance() {
  const words = String(document.getSelection()).trim();
  show('concordance');
  showConcordance(words).focus();
}

// From the rows to the panel and back.
export function cross() {
  const inside = at('panel').contains(document.activeElement);
  at('panel').classList.toggle('open', !inside);
  (inside ? cellElement() : at(`tab-${open}`))?.focus();
}

export function build() {
  const heads = make('div', { role: 'tablist', 'aria-label': 'About this row' }, ...tabs.map((name) =>
    button(name[0].toUpperCase() + name.slice(1), () => show(name), { role: 'tab', id: `tab-${name}`, 'aria-controls': 'panel-body' })));
  heads.addEventListener('keydown', (event) => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.code];
    if (!way) return;
    show(tabs.at((tabs.indexOf(open) + way) % tabs.length));
    at(`tab-${open}`).focus();
  });
  fill(at('panel'), heads, button('Back to the rows', cross, { class: 'close' }), make('div', { id: 'panel-body', role: 'tabpanel', tabindex: 0 }));
  at('panel').addEventListener('keydown', (event) => event.code === 'Escape' && cross());
  show('findings');
}
