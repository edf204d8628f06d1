// Offers to copy a text that one can also mark and copy by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const status = button.parentElement.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = "Texten är kopierad.";
    } catch {
      status.textContent = "Texten är markerad. Kopiera den med Ctrl+C.";
    }
  });
}
