// Shows the content of messages as an end user would see it.

import { button, element, json, link, safeImage } from "./dom.js";

/** Returns nodes for the content of a message. `act` performs an action of the end user. */
export function content(message, act) {
  const { content } = message;
  const show = kinds[content.type] ?? unknown;
  return [...show(content, act, message), ...actions(content.actions, act)];
}

const kinds = {
  text: ({ text }) => [element("p", {}, text ?? "")],
  image: ({ mediaUrl, altText, text }) => [
    safeImage(mediaUrl)
      ? element("img", { src: safeImage(mediaUrl), alt: altText ?? "Image", loading: "lazy" })
      : element("p", {}, mediaUrl ?? ""),
    text && element("p", {}, text),
  ],
  file: ({ mediaUrl, altText, mediaSize, text }) => [
    element("p", {}, link(altText ?? "File", mediaUrl), mediaSize ? ` (${size(mediaSize)})` : ""),
    text && element("p", {}, text),
  ],
  location: ({ coordinates, location }) => [
    element("p", {}, location?.name ?? "Location", location?.address ? `, ${location.address}` : ""),
    coordinates && element("p", { class: "note" }, `${coordinates.lat}, ${coordinates.long}`),
  ],
  carousel,
  list: ({ items }, act) => [element("ul", { class: "list" }, (items ?? []).map((item) => element("li", {}, card(item, act))))],
  form,
  formResponse: ({ fields, textFallback }) => [
    fields
      ? element("dl", {}, fields.flatMap((field) => [element("dt", {}, field.label ?? field.name), element("dd", {}, value(field))]))
      : element("p", {}, textFallback ?? ""),
  ],
};

const unknown = (content) => [element("p", { class: "note" }, `Content of the type ${content.type}`), json(content)];

const size = (bytes) => (bytes < 1000 ? `${bytes} bytes` : `${Math.round(bytes / 1000)} kB`);

const value = (field) => {
  const given = field[field.type];
  return Array.isArray(given) ? given.map((option) => option.label).join(", ") : String(given ?? "");
};

function card(item, act) {
  return [
    safeImage(item.mediaUrl) && element("img", { src: safeImage(item.mediaUrl), alt: item.altText ?? "", loading: "lazy" }),
    element("strong", {}, item.title ?? ""),
    item.description && element("p", {}, item.description),
    ...actions(item.actions, act),
  ];
}

function carousel({ items }, act) {
  const strip = element(
    "ul",
    { class: "carousel", tabindex: "0", "aria-label": "Carousel" },
    (items ?? []).map((item) => element("li", {}, card(item, act))),
  );
  const move = (direction) => strip.scrollBy({ left: direction * strip.clientWidth * 0.8, behavior: "smooth" });
  const arrows = element(
    "div",
    { class: "arrows" },
    button("‹", () => move(-1), { "aria-label": "Previous items" }),
    button("›", () => move(1), { "aria-label": "Next items" }),
  );
  return [strip, (items ?? []).length > 1 && arrows];
}

/** A form that the end user fills in, unless it has been submitted. */
function form({ fields, submitted }, act, message) {
  if (submitted) return [element("p", { class: "note" }, "Form, submitted")];
  const inputs = (fields ?? []).map((field) => {
    const attributes = { name: field.name, required: true, placeholder: field.placeholder };
    if (field.type === "select") {
      const known = (field.options ?? []).map((option) => element("option", { value: option.name }, option.label));
      return element("label", {}, field.label ?? field.name, element("select", attributes, known));
    }
    const type = field.type === "email" ? "email" : "text";
    const limits = { minlength: field.minSize, maxlength: field.maxSize, value: field.text ?? field.email };
    return element("label", {}, field.label ?? field.name, element("input", { ...attributes, ...limits, type }));
  });
  const submit = async (event) => {
    event.preventDefault();
    const { submitter } = event;
    const given = new FormData(event.target);
    const responses = fields.map((field) => ({
      type: field.type,
      name: field.name,
      label: field.label,
      quotedMessageId: message.id,
      [field.type]:
        field.type === "select"
          ? field.options.filter((option) => option.name === given.get(field.name)).map(({ name, label }) => ({ name, label }))
          : given.get(field.name),
    }));
    // The form is replaced once it is submitted.
    if (submitter) submitter.disabled = true;
    const isSent = await act({ type: "message", content: { type: "formResponse", fields: responses } });
    if (submitter && !isSent) submitter.disabled = false;
  };
  return [element("form", { class: "form", onsubmit: submit }, inputs, element("button", {}, "Submit"))];
}

/** The buttons of a message. Quick replies are shown below the thread. */
function actions(list, act) {
  const shown = (list ?? []).filter((action) => action.type !== "reply" && action.type !== "locationRequest");
  if (shown.length === 0) return [];
  return [element("div", { class: "actions" }, shown.map((action) => one(action, act)))];
}

function one(action, act) {
  switch (action.type) {
    case "postback":
      return button(action.text, () => act({ type: "postback", payload: action.payload }));
    case "link":
    case "webview":
      return link(action.text, action.uri);
    case "buy":
      return button(`${action.text} (${(action.amount / 100).toFixed(2)} ${(action.currency ?? "").toUpperCase()})`, () => {}, {
        disabled: true,
        title: "The sandbox doesn't simulate payments",
      });
    default:
      return element("details", {}, element("summary", {}, action.text ?? action.type), json(action));
  }
}

/** Returns the quick replies and location requests of a message. */
export const quickReplies = (message) =>
  (message?.content?.actions ?? []).filter((action) => action.type === "reply" || action.type === "locationRequest");
