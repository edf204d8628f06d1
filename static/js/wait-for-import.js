// Shows how far the worker has come with a large file, and what comes next when it is done.
const PAUSE = 2000;

async function look() {
  const response = await fetch(window.location.href, { redirect: "manual" }).catch(() => null);
  if (response?.ok) {
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("[data-progress]");
    if (!fresh) return window.location.reload();
    document.querySelector("[data-progress]").replaceChildren(...fresh.childNodes);
  } else if (response?.type === "opaqueredirect") {
    return window.location.reload();
  }
  return lookLater();
}

function lookLater() {
  window.setTimeout(look, PAUSE);
}

lookLater();
