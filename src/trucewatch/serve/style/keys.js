"use strict";
// Keys for everything that is often done. Each page works without this file.
(() => {
  const base = document.body.dataset.base || "";
  const pages = { g: "", t: "timeline", m: "map", i: "incidents?kind=event", l: "ledger", r: "reports", c: "coverage", q: "queue", "/": "search", n: "add", "?": "keys" };
  const typing = (el) => el && (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName));
  const step = (by) => {
    const rows = [...document.querySelectorAll("a.card")];
    if (!rows.length) return;
    const at = rows.indexOf(document.activeElement);
    rows[Math.max(0, Math.min(rows.length - 1, at + by))].focus();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "j" || event.key === "k") { step(event.key === "j" ? 1 : -1); event.preventDefault(); return; }
    if (event.key in pages) { location.assign(`${base}/${pages[event.key]}`); event.preventDefault(); }
  });
  const who = "trucewatch-who";
  for (const field of document.querySelectorAll('input[name="who"]')) {
    try { field.value = field.value || localStorage.getItem(who) || ""; field.addEventListener("change", () => localStorage.setItem(who, field.value)); } catch { /* a browser that keeps nothing */ }
  }
  if (matchMedia("(max-width: 46rem)").matches) for (const box of document.querySelectorAll("details.fopen")) box.open = false;
})();
