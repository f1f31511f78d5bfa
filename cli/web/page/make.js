// Elements from names and texts. Texts are only ever set as text.

// An element: attributes, which may be left out, that begin with `on` are listeners, `data` is an object; children may be null.
export function make(name, attributes, ...children) {
  const element = document.createElement(name);
  const given = attributes?.constructor === Object;
  for (const [key, value] of Object.entries(given ? attributes : {})) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'data') Object.assign(element.dataset, value);
    else if ((value ?? false) !== false) element.setAttribute(key, value === true ? '' : value);
  }
  return fill(element, given ? null : attributes, ...children);
}

// Replaces what is in an element.
export function fill(element, ...children) {
  element.replaceChildren(...children.filter((child) => (child ?? null) !== null));
  return element;
}

export const button = (words, onclick, more) => make('button', { onclick, ...more }, ...[words].flat());

/** @type {(id: string) => any} */
export const at = (id) => document.getElementById(id);

// Right to left by language, never guessed from the text.
const direction = (tag) => (/^(ar|fa|he|ur|ps|sd|ug|yi|dv)(-|$)/.test(tag) ? 'rtl' : 'ltr');

// Attributes of what is in a language.
export const tongue = (lang) => ({ lang, dir: direction(lang) });

// A name from anywhere, kept from mixing with what stands around it.
export const quoted = (text, lang) => make('bdi', lang ? tongue(lang) : {}, text);

export function languageName(tag, told = 'en') {
  try {
    return new Intl.DisplayNames(told, { type: 'language' }).of(tag);
  } catch {
    return tag; // of a private language
  }
}

// Says what happened to those who don't see it.
export function say(words) {
  const live = at('live');
  live.textContent = live.textContent === words ? words + ' ' : words;
}
