"use strict";
// A filter or "More" changes the list and the address without loading the page anew. Where anything fails, the page loads as ever.
(() => {
  document.addEventListener("htmx:configRequest", (event) => {
    const given = event.detail.parameters;
    for (const [name, value] of Object.entries(given)) if (value === "") delete given[name];
  });
  for (const failed of ["htmx:responseError", "htmx:sendError", "htmx:swapError"]) {
    document.addEventListener(failed, (event) => location.assign(event.detail.pathInfo.finalRequestPath));
  }
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target.id !== "listed") return;
    const list = document.getElementById("listed");
    const said = document.getElementById("said");
    if (said && list) said.textContent = list.dataset.said || "";
    // Whoever stood on a link that is gone now stands at the head of the new list.
    if (list && (!document.activeElement || document.activeElement === document.body)) list.focus({ preventScroll: true });
  });
})();
