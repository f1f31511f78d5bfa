// What the page knows of the work that is open. Others are told of changes by `watch`.

/**
 * @typedef {{segment: number, text: string, edited?: boolean}} Segment
 * @typedef {{id: number, number: number, confidence: number, agreement: number, verdict: string,
 *   verdicts: Record<string, string>, doubts: string[], cells: Record<string, Segment[]>,
 *   findings: string[], error: boolean, comments: number}} Row
 * @typedef {{language: string, segment: number, begin: number, end: number, text: string}} Spot
 * @typedef {{name: string, rule: string, severity: string, row: number, language: string,
 *   message: string, suggestion: string, dismissed: boolean, source: Spot[], target: Spot[]}} Finding
 */

export const state = {
  user: { user: '', role: 'reader', languages: /** @type {string[]} */ ([]) },
  work: /** @type {any} */ (null),
  works: /** @type {any[]} */ ([]),
  version: '0.0',
  total: 0,
  first: 0, // number of the first row that is held
  rows: /** @type {Row[]} */ ([]),
  findings: /** @type {Map<string, Finding>} */ (new Map()),
  comments: /** @type {any[]} */ ([]),
  queues: /** @type {any} */ ({}),
  changed: /** @type {any[]} */ ([]), // what others did since the page was opened
  queue: 'doubt',
  hidden: /** @type {Set<string>} */ (new Set()),
  focus: { row: 0, language: '', segment: /** @type {number|null} */ (null) },
};

/** @type {Map<number, number>} */
let places = new Map();

export function index() {
  places = new Map(state.rows.map((row, place) => [row.id, place]));
  state.rows.forEach((row, place) => (row.number = state.first + place));
}

/** @param {number} id @returns {Row|undefined} */
export const rowOf = (id) => state.rows[places.get(id) ?? -1];
/** @param {number} id */
export const placeOf = (id) => places.get(id) ?? -1;
export const languages = () => /** @type {string[]} */ (state.work ? state.work.languages : []);
export const shown = () => languages().filter((tag) => !state.hidden.has(tag));
export const focused = () => rowOf(state.focus.row);

/** @param {Row} row @param {string} [queue] */
export function standsIn(row, queue = state.queue) {
  switch (queue) {
    case 'doubt': return row.doubts.length > 0;
    case 'errors': return row.error;
    case 'findings': return row.findings.length > 0;
    case 'unseen': return row.verdict === 'none';
    case 'comments': return row.comments > 0;
    case 'changed': return state.changed.some((change) => change.row === row.id);
    case 'disagreement': return (state.queues.disagreement || []).includes(row.id);
    default: return true;
  }
}

/** Rows, findings and comments as the server has them now. Returns ids of rows that are other than before. */
/** @param {any} answer */
export function apply(answer) {
  const gone = new Set(answer.gone || []);
  const changed = answer.changed || [];
  const touched = new Set([...gone, ...changed.map((/** @type {Row} */ row) => row.id)]);
  const before = state.rows.length;
  if (touched.size) {
    state.rows = state.rows.filter((row) => !touched.has(row.id));
    const last = state.first + before;
    for (const row of [...changed].sort((one, other) => one.number - other.number)) {
      const inside = row.number >= state.first && (row.number <= last || last >= state.total);
      if (inside) state.rows.splice(row.number - state.first, 0, row);
    }
    for (const [name, finding] of state.findings) if (touched.has(finding.row)) state.findings.delete(name);
    for (const finding of answer.findings || []) state.findings.set(finding.name, finding);
    state.comments = state.comments.filter((comment) => !touched.has(comment.row)).concat(answer.comments || []);
  }
  if (answer.queues) {
    state.queues = answer.queues;
    state.total = answer.queues.rows;
  }
  if (answer.version) state.version = answer.version;
  index();
  return touched;
}
