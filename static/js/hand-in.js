// Sends the files one by one, each with its own progress, so that one that fails stops no other.
const form = document.querySelector("[data-hand-in]");
const list = document.querySelector("[data-files]");

function row(file) {
  const item = document.createElement("li");
  const name = document.createElement("span");
  const progress = document.createElement("progress");
  const status = document.createElement("span");
  name.textContent = file.name;
  progress.max = 1;
  progress.value = 0;
  progress.setAttribute("aria-label", `Skickar ${file.name}`);
  status.className = "quiet";
  item.append(name, progress, status);
  list.append(item);
  return {
    progress: (share) => { progress.value = share; },
    end: (words) => { progress.remove(); status.textContent = words; },
  };
}

function body(file) {
  const data = new FormData(form);
  data.delete("certificates");
  data.append("certificates", file, file.name);
  return data;
}

// Resolves to what became of the file, and whether the server has it.
function send(file, shown) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const lost = () => resolve({ words: "Kom inte fram.", arrived: false });
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) shown.progress(event.loaded / event.total);
    });
    request.addEventListener("load", () => {
      const words = request.response?.words;
      if (words === undefined) return lost();
      return resolve({ words, arrived: request.status === 200 });
    });
    request.addEventListener("error", lost);
    request.send(body(file));
  });
}

async function sendAll(files) {
  const failed = [];
  for (const file of files) {
    const shown = row(file);
    const isTooBig = file.size > Number(form.dataset.mostBytes);
    const answer = isTooBig
      ? { words: "Filen är för stor och skickades inte.", arrived: false }
      : await send(file, shown);
    shown.end(answer.words);
    if (!answer.arrived) failed.push(file);
  }
  return failed;
}

function keep(input, files) {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
}

function tell(words) {
  const item = document.createElement("li");
  item.className = "sending-end";
  item.textContent = words;
  list.append(item);
}

async function handIn(event) {
  const input = form.querySelector("input[type=file]");
  const files = [...input.files];
  // No file, or too many: the page itself says what is wrong.
  if (files.length === 0 || files.length > Number(form.dataset.mostFiles)) return;
  event.preventDefault();
  const button = form.querySelector("[type=submit]");
  button.disabled = true;
  list.replaceChildren();
  document.querySelector("[data-sending]").hidden = false;
  const failed = await sendAll(files);
  button.disabled = false;
  if (failed.length === 0) {
    window.location.assign(form.dataset.receipt);
    return;
  }
  keep(input, failed);
  tell(`${failed.length} av ${files.length} filer är inte inlämnade. Tryck på Lämna in för att försöka igen.`);
}

function acceptDrops(zone) {
  const input = zone.querySelector("input[type=file]");
  zone.querySelector("[data-drop-hint]").hidden = false;
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("drop-zone-over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("drop-zone-over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("drop-zone-over");
    keep(input, event.dataTransfer.files);
  });
}

if (form) {
  form.addEventListener("submit", handIn);
  acceptDrops(form.querySelector("[data-drop]"));
}
