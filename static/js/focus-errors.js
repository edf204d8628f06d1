// Moves focus to the list of errors, so that a screen reader and the keyboard begin there.
document.querySelector("[data-focus-on-load]")?.focus();
