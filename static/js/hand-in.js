// Sends the files one by one, each with its own progress, and says at once what became of it.
// One that fails stops no other, and can be sent again: what is in already is known again.
const form = document.querySelector("[data-hand-in]");
const part = (name, root = document) => root.querySelector(`[data-${name}]`);

const PATIENCE = 5 * 60 * 1000;
const LOST = "Kom inte fram. Kontrollera nätet och försök igen.";
const SIGNED_OUT = "Du är inte inloggad längre. Ladda om sidan, logga in och lämna in filen igen.";
const TOO_BIG = "Filen är för stor och skickades inte.";
const REFUSALS = {
  403: "Sidan är för gammal. Ladda om den och lämna in filen igen.",
  413: "Filen är större än vad som går att ta emot.",
  429: "Det gick lite för fort. Vänta en stund och försök igen.",
  503: "Systemet är inte tillgängligt just nu. Försök igen om en stund.",
  507: "Filen får inte plats just nu. Försök igen om en stund.",
};
const OTHER_FAULT = "Något gick fel, och filen är inte inlämnad. Försök igen.";

const shown = [];
let receipt = "";
let isSending = false;

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

// ---------------------------------------------------------------- Sending

function body(file) {
  const data = new FormData(form);
  data.delete("certificates");
  data.append("certificates", file, file.name);
  return data;
}

function answerOf(request) {
  const { status, response } = request;
  if (response?.certificates) return response;
  const wasLedElsewhere = status === 200;
  const words = response?.words ?? (wasLedElsewhere ? SIGNED_OUT : REFUSALS[status] ?? OTHER_FAULT);
  return { words, mayRetry: status !== 413 && !wasLedElsewhere };
}

function send(file, bar) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const lost = () => resolve({ words: LOST, mayRetry: true });
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.timeout = PATIENCE;
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = event.loaded / event.total;
    });
    request.addEventListener("load", () => resolve(answerOf(request)));
    for (const fault of ["error", "abort", "timeout"]) request.addEventListener(fault, lost);
    request.send(body(file));
  });
}

// ---------------------------------------------------------------- One file

function addRow(file) {
  const item = element("li", "sent-file");
  const row = { file, item, answer: null };
  item.append(element("span", "sent-name", file.name));
  part("files").append(item);
  shown.push(row);
  return row;
}

async function sendRow(row) {
  const bar = element("progress", "sent-bar");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", `Skickar ${row.file.name}`);
  row.item.replaceChildren(row.item.firstChild, bar);
  const isTooBig = row.file.size > Number(form.dataset.mostBytes);
  row.answer = isTooBig ? { words: TOO_BIG, mayRetry: false } : await send(row.file, bar);
  receipt = row.answer.receipt ?? receipt;
  bar.remove();
  row.item.append(row.answer.certificates ? found(row.answer.certificates) : failure(row));
}

function found(certificates) {
  const list = element("ul", "sent-found");
  const hasPages = certificates.length > 1;
  list.append(...certificates.map((certificate) => certificateItem(certificate, hasPages)));
  return list;
}

function certificateItem({ fate, page, text, question }, hasPages) {
  const item = element("li", "");
  const words = element("span", "", hasPages ? `Sida ${page}: ${text}` : text);
  item.append(document.querySelector(`[data-fate=${fate}]`).content.cloneNode(true), words);
  if (question) item.append(link(question, "Svara"));
  return item;
}

function link(href, text) {
  const made = element("a", "", text);
  made.href = href;
  return made;
}

function failure(row) {
  const line = element("p", "sent-failure", row.answer.words);
  if (row.answer.mayRetry) {
    const button = element("button", "link-button", "Försök igen");
    button.type = "button";
    button.setAttribute("aria-label", `Försök igen med ${row.file.name}`);
    button.addEventListener("click", () => sendAll([row]));
    line.append(" ", button);
  }
  return line;
}

// ---------------------------------------------------------------- All of them

const failed = () => shown.filter((row) => row.answer && !row.answer.certificates);
const certificates = () => shown.flatMap((row) => row.answer?.certificates ?? []);

function total() {
  const words = [...document.querySelectorAll("[data-fate]")].flatMap(({ dataset }) => {
    const count = certificates().filter(({ fate }) => fate === dataset.fate).length;
    return count ? [`${count} ${count === 1 ? dataset.one : dataset.many}`] : [];
  });
  if (failed().length) words.push(`${failed().length} kom inte fram`);
  return words.join(", ");
}

function showStep(done, count) {
  part("step").textContent = `${done} av ${count} filer`;
  part("whole").max = count;
  part("whole").value = done;
}

async function sendAll(rows) {
  if (isSending) return;
  isSending = true;
  part("next").hidden = true;
  part("step").hidden = part("whole").hidden = false;
  part("total").textContent = "";
  for (const [done, row] of rows.entries()) {
    showStep(done, rows.length);
    await sendRow(row);
  }
  isSending = false;
  showEnd();
}

function showEnd() {
  part("step").hidden = part("whole").hidden = true;
  part("total").textContent = `${total()}.`;
  const again = failed().filter((row) => row.answer.mayRetry);
  const questions = certificates().filter(({ question }) => question);
  const [retry, answer, done] = [part("retry"), part("answer"), part("done")];
  retry.hidden = again.length === 0;
  retry.textContent = again.length === 1 ? "Försök igen med filen" : `Försök igen med ${again.length} filer`;
  answer.hidden = questions.length === 0 || !retry.hidden;
  answer.textContent = questions.length === 1 ? "Svara på frågan" : `Svara på ${questions.length} frågor`;
  if (questions.length) answer.href = questions[0].question;
  done.hidden = !(retry.hidden && answer.hidden);
  if (receipt) part("receipt").href = receipt;
  part("next").hidden = false;
}

function handIn(event) {
  const files = [...form.querySelector("input[type=file]").files];
  // No file: the page itself says what is wrong.
  if (files.length === 0) return;
  event.preventDefault();
  form.hidden = true;
  part("sending").hidden = false;
  part("heading").focus();
  sendAll(files.map(addRow));
}

// ---------------------------------------------------------------- Drag, drop and leave

function acceptDrops(zone) {
  const input = zone.querySelector("input[type=file]");
  part("drop-hint", zone).hidden = false;
  zone.addEventListener("dragover", () => zone.classList.add("drop-zone-over"));
  zone.addEventListener("dragleave", () => zone.classList.remove("drop-zone-over"));
  zone.addEventListener("drop", (event) => {
    zone.classList.remove("drop-zone-over");
    input.files = event.dataTransfer.files;
  });
  // A near miss would open the file instead of the page.
  for (const kind of ["dragover", "drop"]) {
    document.addEventListener(kind, (event) => event.preventDefault());
  }
}

if (form) {
  form.addEventListener("submit", handIn);
  acceptDrops(part("drop"));
  part("retry").addEventListener("click", () => {
    sendAll(failed().filter((row) => row.answer.mayRetry));
  });
  window.addEventListener("beforeunload", (event) => {
    if (isSending) event.preventDefault();
  });
}
