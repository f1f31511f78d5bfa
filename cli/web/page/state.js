// The shapes of rows and findings are in the README of cli/web. What the page
// knows of the work that is open.

export const state = {
  user: { user: '', role: 'reader', languages: [] },
  work: null,
  works: [],
  version: '0.0',
  total: 0,
  first: 0, // number of the first row that is held
  rows: [],
  findings: new Map(),
  comments: [],
  queues: {},
  changed: [], // what others did since the page was opened
  queue: 'doubt',
  opening: false, // what is shown came early, and takes no acts
  hidden: new Set(),
  focus: { row: 0, language: '', segment: null },
};

// What later modules do for those that come before them.
export const outer = {};

let places = new Map();

export function index() {
  places = new Map(state.rows.map((row, place) => [row.id, place]));
  state.rows.forEach((row, place) => (row.number = state.first + place));
}

export const rowOf = (id) => state.rows[places.get(id) ?? -1];
export const placeOf = (id) => places.get(id) ?? -1;
export const languages = () => state.work?.languages || [];
export const shown = () => languages().filter((tag) => !state.hidden.has(tag));
// Open findings of a row, the gravest first.
export const openIn = (row) => ['error', 'warning', 'note'].flatMap((severity) => (row?.findings || []).map((name) => state.findings.get(name))
  .filter((one) => one?.severity === severity && !one.dismissed));
export const focused = () => rowOf(state.focus.row);

export function standsIn(row, queue = state.queue) {
  switch (queue) {
    case 'doubt': return row.doubts.length > 0;
    case 'errors': return row.error;
    case 'findings': return openIn(row).some((one) => one.severity !== 'note');
    case 'notes': return openIn(row).some((one) => one.severity === 'note');
    case 'any': return row.findings.length > 0;
    case 'unseen': return row.verdict === 'none';
    case 'comments': return row.comments > 0;
    case 'changed': return state.changed.some((change) => change.row === row.id);
    case 'disagreement': return (state.queues.disagreement || []).includes(row.id);
    default: return true;
  }
}

// What a cell says.
export const said = (row, tag) => (row?.cells[tag] || []).map((segment) => segment.text).join(' ');

// Rows, findings and comments as the server has them now. Returns ids of rows that are other than before.
export function apply(answer) {
  // Sentences were cut or joined: later ones count otherwise.
  for (const { language, from, by } of answer.shifts || [])
    for (const row of state.rows) for (const one of row.cells[language] || []) if (one.segment >= from) one.segment += by;
  const changed = answer.changed || [];
  const touched = new Set([...(answer.gone || []), ...changed.map((row) => row.id)]);
  if (touched.size) {
    const last = state.first + state.rows.length;
    state.rows = state.rows.filter((row) => !touched.has(row.id));
    for (const row of changed.sort((one, other) => one.number - other.number))
      if (row.number >= state.first && (row.number <= last || last >= state.total)) state.rows.splice(row.number - state.first, 0, row);
    for (const [name, finding] of state.findings) if (touched.has(finding.row)) state.findings.delete(name);
    for (const finding of answer.findings || []) state.findings.set(finding.name, finding);
    state.comments = state.comments.filter((comment) => !touched.has(comment.row)).concat(answer.comments || []);
  }
  state.queues = answer.queues || state.queues;
  state.total = answer.queues?.rows ?? state.total;
  state.version = answer.version || state.version;
  index();
  return touched;
}
