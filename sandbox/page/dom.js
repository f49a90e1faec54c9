// Builds elements. Text from the sandbox is never parsed as HTML.

/** Creates an element: attributes, listeners (`onclick`), and children, which are nodes or text. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const find = (selector) => document.querySelector(selector);

export const button = (text, onclick, attributes = {}) =>
  element("button", { type: "button", onclick, ...attributes }, text);

export const json = (value) => element("pre", { tabindex: "0" }, JSON.stringify(value, null, 2));

/** Fills a select with [value, text] pairs, and keeps the selection if it still exists. */
export function options(select, pairs, selected = select.value) {
  select.replaceChildren(...pairs.map(([value, text]) => element("option", { value }, text)));
  if (pairs.some(([value]) => value === selected)) select.value = selected;
}

/** Returns a URL that is safe to open or show, or null. */
export function safeUrl(text) {
  try {
    const url = new URL(text);
    return ["http:", "https:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Returns a URL that is safe to show as an image, or null. Scripts in a data URL don't run in an image. */
export const safeImage = (text) => (/^data:image\//i.test(text ?? "") ? text : safeUrl(text));

export const link = (text, url) =>
  safeUrl(url)
    ? element("a", { href: safeUrl(url), target: "_blank", rel: "noopener noreferrer" }, text)
    : element("span", {}, text);

/** Runs an action, and shows its error in a place. */
export async function attempt(place, action) {
  place.textContent = "";
  try {
    return await action();
  } catch (error) {
    place.textContent = error.message;
    return undefined;
  }
}

export function debounce(action, milliseconds) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  };
}

/** Saves text as a file. */
export function download(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
