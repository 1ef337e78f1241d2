// The import page works without this; with it, progress comes without the page loading anew.
"use strict";

for (const field of document.querySelectorAll("[data-poll]")) {
  field.value = "1";
}

const file = document.querySelector(".upload-file");
if (file) {
  const tooLarge = document.querySelector(".upload-large");
  file.addEventListener("change", () => {
    const most = Number(file.dataset.most) * 1024 * 1024;
    tooLarge.hidden = !(file.files.length > 0 && file.files[0].size > most);
    file.setCustomValidity(tooLarge.hidden ? "" : tooLarge.textContent);
  });
}

const busy = document.querySelector("[data-progress]");
if (busy && new URLSearchParams(location.search).has("poll")) {
  const bar = busy.querySelector("progress");
  const text = busy.querySelector("[role=status]");
  const look = async () => {
    try {
      const answer = await fetch(busy.dataset.progress, { headers: { Accept: "application/json" } });
      const now = await answer.json();
      if (!answer.ok || !now.busy) {
        location.replace(busy.dataset.after);
        return;
      }
      if (now.total > 0) {
        bar.max = now.total;
        bar.value = now.done;
      }
      if (text.textContent !== now.text) {
        text.textContent = now.text;
      }
    } catch (failure) {
      // the node may be restarting: look again
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 500);
}
