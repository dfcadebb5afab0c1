"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const open = (element) => {
    for (let e = element; e; e = e.parentElement) if (e.localName === "details") e.open = true;
  };

  const arrive = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    open(target);
    target.scrollIntoView();
  };
  addEventListener("hashchange", arrive);
  if (location.hash) arrive();
  addEventListener("beforeprint", () => all("details").forEach((each) => (each.open = true)));

  const sieve = one("#sieve");
  if (sieve) {
    const found = one("#sieve-found");
    const words = one("#f-words");
    words.closest("label").hidden = false;
    const claims = all(".claim[id]");
    const tell = () => {
      const wanted = words.value.trim().toLowerCase();
      const chosen = all("select", sieve).some((each) => each.value);
      for (const claim of all(".claim"))
        claim.hidden = Boolean(wanted) && !claim.textContent.toLowerCase().includes(wanted);
      if (wanted || chosen) {
        claims.filter((claim) => !claim.hidden && getComputedStyle(claim).display !== "none").forEach(open);
      }
      const shown = claims.filter((claim) => !claim.hidden && getComputedStyle(claim).display !== "none");
      found.textContent = wanted || chosen ? `${shown.length} of ${claims.length} claims` : "";
    };
    sieve.addEventListener("input", tell);
    sieve.addEventListener("reset", () => setTimeout(tell));
    sieve.addEventListener("submit", (event) => event.preventDefault());
    tell();
  }

  const search = one("#find-incident");
  if (search) {
    search.closest("label").hidden = false;
    const rows = all("#incident-list tbody tr");
    search.addEventListener("input", () => {
      const wanted = search.value.trim().toLowerCase().split(/\s+/);
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !wanted.every((word) => text.includes(word));
      }
    });
  }

  for (const head of all("th[data-sort]")) {
    const table = head.closest("table");
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      all("th[aria-sort]", table).forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = (row) => row.children[head.cellIndex].dataset.key ?? "";
      const numeric = head.dataset.sort === "n";
      const rows = all("tbody tr", table).sort((a, b) =>
        numeric ? Number(key(a)) - Number(key(b)) : key(a).localeCompare(key(b), "en"));
      table.tBodies[0].append(...(down ? rows.reverse() : rows));
    });
  }
})();
