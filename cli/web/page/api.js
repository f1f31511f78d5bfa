// Talking to the server: who we are, one act at a time, nothing lost between.

const key = 'hexapla-token';
if (location.hash.length > 1) {
  sessionStorage.setItem(key, location.hash.slice(1));
  history.replaceState(null, '', location.pathname + location.search);
}
const token = () => sessionStorage.getItem(key) || '';

// An answer that is no success.
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || `the server answered ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

async function ask(path, options = {}) {
  const headers = { Authorization: `Bearer ${token()}`, ...options.headers };
  const answer = await fetch(`/api/${path}`, { ...options, headers, cache: 'no-store' });
  if (answer.ok && options.file) return answer.blob();
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refusal(answer.status, body);
  return body;
}

export function get(path, query = {}, options = {}) {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') words.set(name, value);
  return ask(`${path}?${words}`, options);
}

export function post(path, body, version) {
  return ask(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
  });
}

// ---- What must outlive the page: drafts, and acts that the server has not answered ----

const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open('hexapla', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('drafts');
    request.result.createObjectStore('acts', { autoIncrement: true });
  };
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function inStore(store, mode, run) {
  try {
    const base = await opened;
    return await new Promise((resolve, reject) => {
      const request = run(base.transaction(store, mode).objectStore(store));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } catch {
    return undefined; // private windows may have no database: then nothing outlives the page
  }
}

export const drafts = {
  get: (place) => inStore('drafts', 'readonly', (store) => store.get(place)),
  put: (place, text) => inStore('drafts', 'readwrite', (store) => store.put(text, place)),
  remove: (place) => inStore('drafts', 'readwrite', (store) => store.delete(place)),
};

export const unsent = {
  put: (act) => inStore('acts', 'readwrite', (store) => store.put(act)),
  remove: (key) => (key === undefined ? undefined : inStore('acts', 'readwrite', (store) => store.delete(key))),
  async all() {
    const keys = (await inStore('acts', 'readonly', (store) => store.getAllKeys())) || [];
    const acts = (await inStore('acts', 'readonly', (store) => store.getAll())) || [];
    return acts.map((act, i) => ({ key: keys[i], act }));
  },
};
