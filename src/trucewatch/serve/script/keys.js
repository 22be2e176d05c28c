"use strict";
// Keys for everything that is often done. Each page works without this file; `/keys` tells what each key does.
(() => {
  const base = document.body.dataset.base || "";
  const pages = { g: "", t: "timeline", m: "map", i: "incidents?kind=event", l: "ledger", r: "reports", c: "coverage", q: "queue", "/": "search", n: "add", A: "agreements", S: "sources", "?": "keys" };
  const typing = (el) => el && (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName) && !/^(checkbox|radio|submit)$/.test(el.type));
  const rows = () => [...document.querySelectorAll("a.card, .pair-of")].filter((one) => !one.parentElement.closest(".pair-of"));
  const step = (by) => {
    const all = rows();
    if (!all.length) return;
    const at = all.findIndex((row) => row.contains(document.activeElement));
    const next = all[Math.max(0, Math.min(all.length - 1, at + by))];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };
  // What a key means on this page is written at the thing it moves: a button is pressed, a fold opened, a panel entered.
  const act = (key) => {
    const near = document.activeElement && document.activeElement.closest(".pair-of");
    const found = (near || document).querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!found) return false;
    if (found.tagName === "BUTTON" || found.tagName === "A") { found.click(); return true; }
    if (found.tagName === "INPUT") { found.focus(); return true; }
    if (found.tagName === "DETAILS") found.open = true;
    const field = [...found.querySelectorAll("input:not([type=hidden]):not([type=checkbox]), select, textarea")].find((one) => !one.value) || found.querySelector("textarea, select, input:not([type=hidden])");
    if (field) { field.focus(); field.scrollIntoView({ block: "center" }); }
    return true;
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target)) { if (event.key === "Escape") event.target.blur(); return; }
    if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
    else if (event.key === "Enter" && event.target.matches(".pair-of")) { const link = event.target.querySelector("a.card"); if (link) link.click(); }
    else if (event.key.length === 1 && act(event.key)) { /* done */ }
    else if (Object.hasOwn(pages, event.key)) location.assign(`${base}/${pages[event.key]}`);
    else return;
    event.preventDefault();
  });
  // After a decision the address names the place in the queue: what stands there now, or the last one, has the focus.
  const waiting = [...document.querySelectorAll(".pair-of[id]")];
  if (waiting.length && location.hash.startsWith("#q-")) {
    const next = document.getElementById(location.hash.slice(1)) || waiting[waiting.length - 1];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }
  const who = "trucewatch-who";
  for (const field of document.querySelectorAll('input[name="who"]')) {
    try { field.value = field.value || localStorage.getItem(who) || ""; field.addEventListener("change", () => localStorage.setItem(who, field.value)); } catch { /* a browser that keeps nothing */ }
  }
  // On a narrow screen the navigation runs sideways: the page that is open stands in sight.
  const here = document.querySelector(".app nav a[aria-current]");
  if (here) here.scrollIntoView({ block: "nearest", inline: "center" });
  if (matchMedia("(max-width: 46rem)").matches) for (const box of document.querySelectorAll("details.fopen")) box.open = false;
  // Files dropped anywhere on the page of adding land in its field.
  const files = document.querySelector('form.adding input[type="file"]');
  if (files) {
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      if (event.dataTransfer && event.dataTransfer.files.length) files.files = event.dataTransfer.files;
    });
  }
})();
