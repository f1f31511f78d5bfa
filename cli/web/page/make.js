// Elements from names and texts. Texts are only ever set as text.

/**
 * @param {string} name
 * @param {Record<string, any>} [attributes] `on…` are listeners, `data` an object, the rest attributes
 * @param {...(Node|string|null|undefined)} children
 * @returns {any}
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'data') Object.assign(element.dataset, value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  for (const child of children)
    if (child !== null && child !== undefined) element.append(child);
  return element;
}

/** @param {string} id @returns {any} */
export const at = (id) => document.getElementById(id);

/** Right to left by language, never guessed from the text. @param {string} tag */
export const direction = (tag) => (/^(ar|fa|he|ur|ps|sd|ug|yi|dv)(-|$)/.test(tag) ? 'rtl' : 'ltr');

/** A name from anywhere, kept from mixing with what stands around it. @param {string} text @param {string} [lang] */
export const quoted = (text, lang) => make('bdi', lang ? { lang, dir: direction(lang) } : {}, text);

const names = new Intl.DisplayNames(['en'], { type: 'language' });
/** @param {string} tag */
export function languageName(tag) {
  try {
    return names.of(tag) || tag;
  } catch {
    return tag;
  }
}

/** Says what happened to those who don't see it. @param {string} words */
export function say(words) {
  const live = at('live');
  live.textContent = live.textContent === words ? words + ' ' : words;
}
