// Shows what is read of the pictures as it becomes known, until all of them are read.
const LONGEST_PAUSE = 60 * 1000;

function take(page) {
  for (const old of document.querySelectorAll("[data-fresh]")) {
    const fresh = page.querySelector(`[data-fresh=${old.dataset.fresh}]`);
    const isInUse = old.contains(document.activeElement);
    if (fresh && !isInUse && old.innerHTML !== fresh.innerHTML) old.replaceChildren(...fresh.childNodes);
  }
}

async function look(pause) {
  const response = await fetch(window.location.href).catch(() => null);
  if (response?.ok && !response.redirected) {
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    take(page);
    if (!page.querySelector("[data-reading]")) return;
  }
  lookLater(Math.min(pause * 1.3, LONGEST_PAUSE));
}

function lookLater(pause) {
  window.setTimeout(() => look(pause), pause);
}

if (document.querySelector("[data-reading]")) lookLater(3000);
