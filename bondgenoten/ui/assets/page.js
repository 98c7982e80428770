// What only the browser can do: the page's language, Streamlit's own words in Dutch, links inside
// our own HTML without a reload, and no single-letter shortcut that reruns the page.

const languageOfPage = () => (new URLSearchParams(location.search).get("taal") === "en" ? "en" : "nl");

const changesLanguage = () => {
  if (document.documentElement.lang === languageOfPage()) return false;
  document.documentElement.lang = languageOfPage();
  return true;
};

// Streamlit cannot be told its words in another language: those it shows are replaced as they come.
const DUTCH = {};
const ENGLISH = Object.fromEntries(Object.entries(DUTCH).map(([english, dutch]) => [dutch, english]));
const NAMES = ["aria-label", "aria-valuetext", "placeholder", "title"];

// Streamlit's drop zone has a name, and a role that says it is nothing: screen readers take either.
const MASKED = '[role="presentation"][aria-label]';

const translateText = (node, words) => {
  const text = node.nodeValue.trim();
  const said = words[text];
  if (said && !node.parentElement?.closest(".stHtml")) node.nodeValue = node.nodeValue.replace(text, said);
};

// A part of a date is called "day, " and then what its field is called.
const saidOf = (text, words) => {
  const [part, ...field] = text.split(", ");
  return words[text] ?? (field.length && words[part] && [words[part], ...field].join(", "));
};

const translateNames = (element, words) => {
  for (const name of NAMES) {
    const said = saidOf(element.getAttribute(name)?.trim() ?? "", words);
    if (said) element.setAttribute(name, said);
  }
};

const translate = (root, words) => {
  if (root.nodeType === Node.TEXT_NODE) return translateText(root, words);
  if (root.nodeType !== Node.ELEMENT_NODE || root.closest(".stHtml")) return;
  [root, ...root.querySelectorAll(NAMES.map((name) => `[${name}]`).join())].forEach((e) => translateNames(e, words));
  [root, ...root.querySelectorAll(MASKED)].forEach((e) => e.matches(MASKED) && e.removeAttribute("role"));
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) translateText(texts.currentNode, words);
};

// What a click did, or why not, may stand where the reader is not looking.
const bringIntoView = (node) => {
  const said = node.matches?.("[role=alert], .done[role=status]") ? node : node.querySelector?.("[role=alert], .done[role=status]");
  if (!said) return;
  const { top, bottom } = said.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) said.scrollIntoView({ block: "center" });
};

new MutationObserver((changes) => {
  const words = languageOfPage() === "nl" ? DUTCH : ENGLISH;
  if (changesLanguage()) translate(document.body, words);
  for (const { target, type, addedNodes } of changes) {
    if (type === "attributes") translateNames(target, words);
    else if (type === "characterData") translateText(target, words);
    else {
      addedNodes.forEach((node) => translate(node, words));
      addedNodes.forEach(bringIntoView);
    }
  }
}).observe(document.documentElement, {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: NAMES,
});

const isTyping = (target) =>
  target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);

window.addEventListener(
  "keydown",
  (event) => {
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (bare && ["r", "c"].includes(event.key.toLowerCase()) && !isTyping(event.target)) {
      event.stopImmediatePropagation();
    }
  },
  true,
);

// A link that Streamlit did not make would load the whole application again. Put it in the history
// and tell Streamlit as if the reader had gone there with the browser's own buttons.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[data-within="bondgenoten"]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState({}, "", link.href);
  window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
});

// Paper is another width than the window, and a chart is drawn for the window: its drawings get a
// view box for as long as the printing lasts, so that print.css can make them fit.
const fitCharts = (isPrinting) => {
  for (const box of document.querySelectorAll(".stPlotlyChart .svg-container")) {
    for (const drawing of box.querySelectorAll(".main-svg")) {
      const [wide, high] = ["width", "height"].map((side) => parseFloat(drawing.getAttribute(side)));
      box.style.setProperty("--wide", wide);
      box.style.setProperty("--high", high);
      if (isPrinting) drawing.setAttribute("viewBox", `0 0 ${wide} ${high}`);
      else drawing.removeAttribute("viewBox");
    }
  }
};
window.addEventListener("beforeprint", () => fitCharts(true));
window.addEventListener("afterprint", () => fitCharts(false));
matchMedia("print").addEventListener("change", (event) => fitCharts(event.matches));
