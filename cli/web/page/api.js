// Talking to the server: who we are, one act at a time, nothing lost between.

const key = 'hexapla-token';
if (location.hash.length > 1) {
  sessionStorage.setItem(key, location.hash.slice(1));
  history.replaceState(null, '', location.pathname + location.search);
}

// An answer that is no success.
export class Refusal extends Error {
  status;

  problem;

  constructor(status, problem) {
    super(problem.detail || problem.title || `the server answered ${status}`);
    Object.assign(this, { status, problem });
  }
}

/** @param {string} path @param {any} options */
async function ask(path, { file, headers, ...options } = {}) {
  const answer = await fetch(`/api/${path}`, { ...options, cache: 'no-store', headers: { Authorization: `Bearer ${sessionStorage.getItem(key) || ''}`, ...headers } });
  if (answer.ok && file) return answer.blob();
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refusal(answer.status, body);
  return body;
}

export const get = (path, query = {}, options) => (
  ask(`${path}?${new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''))}`, options));

export const post = (path, body, version = '') => ask(path, {
  method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` } });

// ---- What must outlive the page: drafts, and acts that the server has not answered ----

const answerOf = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const request = indexedDB.open('hexapla', 1);
request.onupgradeneeded = () => {
  request.result.createObjectStore('drafts');
  request.result.createObjectStore('acts', { autoIncrement: true });
};
const opened = answerOf(request);

async function inStore(store, does, ...words) {
  try {
    return await answerOf((await opened).transaction(store, 'readwrite').objectStore(store)[does](...words));
  } catch {
    return undefined; // private windows may have no database: then nothing outlives the page
  }
}

export const drafts = {
  get: (place) => inStore('drafts', 'get', place),
  put: (place, text) => inStore('drafts', 'put', text, place),
  remove: (place) => inStore('drafts', 'delete', place),
};

export const unsent = {
  put: (act) => inStore('acts', 'put', act),
  remove: (number) => inStore('acts', 'delete', number),
  async all() {
    const keys = (await inStore('acts', 'getAllKeys')) || [];
    const acts = (await inStore('acts', 'getAll')) || [];
    return acts.map((act, i) => ({ key: keys[i], act }));
  },
};
