// Lets the reviewer work by single keys: what has data-key="n j" is clicked, a form gets the focus.
// Nothing happens in a field, with Ctrl, Alt or Meta, while a key is held down, or before the
// picture is there; and whoever speaks to the computer can switch the keys off.
const SETTING = "review-keys";
const ON = "Stäng av tangenterna";
const OFF = "Slå på tangenterna";
const toggle = document.querySelector("[data-keys-switch]");
let isLeaving = false;

const areOn = () => localStorage.getItem(SETTING) !== "off";

const isField = (element) => element.matches("input, select, textarea, [contenteditable]");

const showSetting = () => {
  toggle.textContent = areOn() ? ON : OFF;
};

const targetOf = (key) =>
  [...document.querySelectorAll("[data-key]")].find((element) =>
    element.dataset.key.split(" ").includes(key),
  );

const use = (target) => {
  if (target.matches("form")) {
    target.querySelector("input:not([type=hidden])").focus();
    return;
  }
  isLeaving = !target.matches("summary, [data-stays]");
  target.click();
};

const onKey = (event) => {
  if (event.key === "Escape" && isField(event.target)) {
    event.target.blur();
    return;
  }
  const isOther = event.ctrlKey || event.altKey || event.metaKey || event.repeat;
  if (isOther || isLeaving || !areOn() || isField(event.target)) {
    return;
  }
  const target = targetOf(event.key.toLowerCase());
  if (target) {
    event.preventDefault();
    use(target);
  }
};

toggle.hidden = false;
toggle.addEventListener("click", () => {
  localStorage.setItem(SETTING, areOn() ? "off" : "on");
  showSetting();
});
showSetting();
window.addEventListener("load", () => document.addEventListener("keydown", onKey));
window.addEventListener("pageshow", () => {
  isLeaving = false;
});
