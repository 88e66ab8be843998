"use strict";
const data = document.getElementById("data");
const rows = JSON.parse(data.textContent);
const size = Number(data.dataset.page);
const [find, verdict, language, body] = ["find", "verdict", "language", "rows"].map((id) => document.getElementById(id));
const rank = { failed: 0, reject: 1, review: 2, pass: 3 };
let key = "";
let down = false;
let page = 0;
let kept = rows;

function element(tag, className, ...inside) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...inside);
  return made;
}

const show = (value, digits, unit = "") => (value === null ? "" : value.toFixed(digits) + unit);

function line(row) {
  const name = element("bdi", "", row.name);
  if (row.href) {
    const link = element("a", "", row.name);
    link.href = row.href;
    name.replaceChildren(link);
  }
  const head = element("th", "", name);
  head.scope = "row";
  if (row.reason || row.path !== row.name) head.append(element("small", "", element("bdi", "", row.reason || row.path)));
  return element("tr", "", head,
    element("td", `verdict ${row.verdict}`, row.verdict),
    element("td", "quality", show(row.quality, 1)),
    element("td", "heavy", show(row.heavy, 0)),
    element("td", "findings", show(row.findings, 0)),
    element("td", "likely", show(row.likely && Math.min(99, 100 * row.likely), 0, " %")),
    element("td", "language", row.language),
    element("td", "words", show(row.words, 0)),
    element("td", "removed", show(row.removed && 100 * row.removed, 0, " %")));
}

function compare(a, b) {
  const [x, y] = key === "verdict" ? [rank[a.verdict], rank[b.verdict]] : [a[key], b[key]];
  // What a failed document does not have comes last, whichever way the column is sorted.
  if (x === null || y === null) return (x === null) - (y === null);
  const order = typeof x === "string" ? x.localeCompare(y) : x - y;
  return down ? -order : order;
}

function draw() {
  const pages = Math.max(1, Math.ceil(kept.length / size));
  page = Math.min(page, pages - 1);
  body.replaceChildren(...kept.slice(page * size, (page + 1) * size).map(line));
  status(pages);
}

function status(pages) {
  const number = (value) => value.toLocaleString("en");
  const all = Number(data.dataset.all);
  const of = kept.length < all ? `${number(kept.length)} of ${number(all)}` : number(all);
  const first = kept.length < all && kept.length === rows.length ? "the worst " : "";
  document.getElementById("count").textContent = `${first}${of} document${all === 1 ? "" : "s"}${key ? "" : ", worst first"}`;
  document.getElementById("where").textContent = `page ${page + 1} of ${pages}`;
  document.getElementById("back").disabled = page === 0;
  document.getElementById("on").disabled = page === pages - 1;
  document.querySelector(".pages").hidden = pages === 1;
}

function choose() {
  const words = find.value.toLowerCase();
  kept = rows.filter((row) =>
    (!verdict.value || row.verdict === verdict.value) &&
    (!language.value || row.language === language.value) &&
    (!words || `${row.name}\n${row.path}\n${row.reason || ""}`.toLowerCase().includes(words)));
  if (key) kept.sort(compare);
  page = 0;
  draw();
}

function sort(button) {
  const same = key === button.dataset.key;
  const words = ["name", "language", "verdict"].includes(button.dataset.key);
  const best = words || button.dataset.key === "quality";
  down = same ? !down : !best;
  key = button.dataset.key;
  for (const head of document.querySelectorAll("[aria-sort]")) head.removeAttribute("aria-sort");
  button.parentElement.setAttribute("aria-sort", down ? "descending" : "ascending");
  choose();
}

function turn(by) {
  page += by;
  draw();
  document.querySelector(".tools").scrollIntoView();
}

find.addEventListener("input", choose);
verdict.addEventListener("change", choose);
language.addEventListener("change", choose);
document.querySelector(".tools").addEventListener("submit", (event) => event.preventDefault());
document.querySelector(".documents thead").addEventListener("click", ({ target }) => {
  if (target.dataset.key) sort(target);
});
document.getElementById("back").addEventListener("click", () => turn(-1));
document.getElementById("on").addEventListener("click", () => turn(1));
status(Math.max(1, Math.ceil(rows.length / size)));
