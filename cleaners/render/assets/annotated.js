"use strict";
const text = document.getElementById("text");
const card = document.getElementById("card");
const main = document.querySelector("main");
const items = [...document.querySelectorAll("#findings > li[data-k]")];
const changes = [...text.querySelectorAll("[data-g]")];
const marks = [...text.querySelectorAll("[data-f]")];
const places = new Map();
for (const mark of marks) {
  for (const id of mark.dataset.f.split(" ")) {
    if (places.has(id)) places.get(id).push(mark);
    else places.set(id, [mark]);
  }
}
let shown = items.map((_, index) => String(index + 1));
let current = null;

// A finding stands in several pieces; in the suggested text its marks may be gone and its replacement there.
function place(id) {
  return places.get(id).find((mark) => mark.getClientRects().length) || places.get(id)[0];
}

function open(ids, mark) {
  card.replaceChildren(...ids.map((id) => {
    const entry = document.createElement("article");
    entry.append(...items[id - 1].cloneNode(true).childNodes);
    return entry;
  }));
  card.hidden = false;
  if (getComputedStyle(card).position !== "absolute") return;
  const bar = document.querySelector(".bar").offsetHeight + 8;
  const lowest = innerHeight - card.offsetHeight - 8;
  const top = Math.max(bar, Math.min(mark.getClientRects()[0]?.top ?? bar, lowest));
  card.style.top = `${top - main.getBoundingClientRect().top}px`;
}

function close() {
  card.hidden = true;
  for (const mark of places.get(current) || []) mark.classList.remove("on");
  current = null;
  count();
}

function select(id, focus) {
  close();
  current = id;
  const mark = place(id);
  for (const piece of places.get(id)) piece.classList.add("on");
  mark.scrollIntoView({ block: "center" });
  if (focus) mark.focus({ preventScroll: true });
  open([id, ...(mark.dataset.f || "").split(" ").filter((other) => other !== id && shown.includes(other))], mark);
  history.replaceState(null, "", `#f${id}`);
  count();
}

function count() {
  const at = shown.indexOf(current) + 1;
  const total = `${shown.length}${shown.length < items.length ? ` of ${items.length}` : ""}`;
  document.getElementById("at").textContent = at ? `${at} / ${total}` : `${total} findings`;
}

function step(by) {
  if (!shown.length) return;
  const at = shown.indexOf(current);
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
  select(shown[next], true);
}

function ids(target) {
  const mark = target.closest("[data-f]:not(.off)");
  return mark ? [mark, mark.dataset.f.split(" ").filter((id) => shown.includes(id))] : [null, []];
}

function follow() {
  const id = location.hash.match(/^#[fn](\d+)$/)?.[1];
  if (id && places.has(id)) select(id, true);
}

function view(name) {
  // The line being read stays where it is while text above it comes or goes.
  const box = text.getBoundingClientRect();
  const line = document.elementFromPoint(box.left + 4, innerHeight / 3)?.closest("#text p, #text h1");
  const before = line?.getBoundingClientRect().top;
  document.body.dataset.view = name;
  if (line) scrollBy(0, line.getBoundingClientRect().top - before);
  if (current) open([current], place(current));
}

function filter() {
  const chosen = (name) => new Set([...document.querySelectorAll(`input[name=${name}]:checked`)].map((x) => x.value));
  const [severity, kind, stage] = ["severity", "kind", "stage"].map(chosen);
  const fits = (set, value) => !set.size || set.has(value);
  shown = [];
  items.forEach((item, index) => {
    const { k, s } = item.dataset;
    item.hidden = !(fits(severity, s) && fits(kind, k) && fits(stage, "detect"));
    if (!item.hidden) shown.push(String(index + 1));
  });
  const visible = new Set(shown);
  for (const mark of marks) mark.classList.toggle("off", !mark.dataset.f.split(" ").some((id) => visible.has(id)));
  for (const { dataset, classList } of changes) classList.toggle("off", !(fits(kind, dataset.k) && fits(stage, dataset.g)));
  const number = severity.size + kind.size + stage.size;
  document.getElementById("chosen").textContent = number ? ` · ${number}` : "";
  if (!visible.has(current)) close();
  count();
}

for (const event of ["mouseover", "focusin"]) {
  text.addEventListener(event, ({ target }) => {
    const [mark, found] = ids(target);
    if (found.length && !found.includes(current)) open(found, mark);
  });
}
text.addEventListener("click", ({ target }) => {
  const [, found] = ids(target);
  if (found.length) select(found.includes(current) ? current : found[0], false);
});
document.addEventListener("click", ({ target }) => {
  if (!target.closest("#card, [data-f]:not(.off), .bar, a")) close();
  const filters = document.querySelector(".filters");
  if (!target.closest(".filters")) filters.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "n" || event.key === "j") step(1);
  else if (event.key === "p" || event.key === "k") step(-1);
  else if (event.key === "Escape") { close(); document.querySelector(".filters").open = false; }
});
document.querySelector(".bar").addEventListener("change", ({ target }) => {
  if (target.name === "view") return view(target.value);
  if (target.checked && "raw" in target.dataset) document.querySelector("input[value=raw]").click();
  filter();
});
document.getElementById("reset").addEventListener("click", () => {
  for (const box of document.querySelectorAll(".panel :checked")) box.checked = false;
  filter();
});
document.getElementById("next").addEventListener("click", () => step(1));
document.getElementById("previous").addEventListener("click", () => step(-1));
addEventListener("hashchange", follow);
follow();
