// Elements from names and texts. Texts are only ever set as text.

// An element: attributes, which may be left out, that begin with `on` are listeners, `data` is an object; children may be null.
export function make(name, attributes, ...children) {
  const element = document.createElement(name);
  const given = attributes?.constructor === Object;
  for (const [key, value] of Object.entries(given ? attributes : {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'data') Object.assign(element.dataset, value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  return add(element, given ? null : attributes, ...children);
}

function add(element, ...children) {
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// Replaces what is in an element.
export function fill(element, ...children) {
  element.replaceChildren();
  add(element, ...children);
}

export const button = (words, onclick, more) => make('button', { onclick, ...more }, ...[words].flat());

export const at = (id) => document.getElementById(id);

// Right to left by language, never guessed from the text.
const direction = (tag) => (/^(ar|fa|he|ur|ps|sd|ug|yi|dv)(-|$)/.test(tag) ? 'rtl' : 'ltr');

// Attributes of what is in a language.
export const tongue = (lang) => ({ lang, dir: direction(lang) });

// A name from anywhere, kept from mixing with what stands around it.
export const quoted = (text, lang) => make('bdi', lang ? tongue(lang) : {}, text);

const names = new Intl.DisplayNames(['en'], { type: 'language' });
export function languageName(tag) {
  try {
    return names.of(tag) || tag;
  } catch {
    return tag;
  }
}

// Says what happened to those who don't see it.
export function say(words) {
  const live = at('live');
  live.textContent = live.textContent === words ? words + ' ' : words;
}
