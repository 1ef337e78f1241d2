// Keeps what is typed into the form of an entry, and asks who has tried something like it.
// Everything works without it: by the buttons of the form.
(() => {
  "use strict";
  const form = document.getElementById("entry-form");
  const near = document.getElementById("near");
  const kept = document.getElementById("kept");
  if (!form || !near || !kept) {
    return;
  }

  const errors = document.getElementById("errors");
  if (errors) {
    errors.focus();
  }

  const later = (milliseconds, work) => {
    let timer = 0;
    return () => {
      clearTimeout(timer);
      timer = setTimeout(work, milliseconds);
    };
  };

  // keeping

  let running = null;
  let again = false;
  let stopped = false;

  const tell = (text, bad) => {
    kept.classList.toggle("kept-bad", bad);
    kept.textContent = text;
  };

  const keep = async () => {
    if (stopped) {
      return;
    }
    if (running) {
      again = true;
      return;
    }
    const body = new URLSearchParams(new FormData(form));
    body.delete("comment");
    running = fetch(form.dataset.kept, {
      method: "POST",
      headers: { Accept: "application/json" },
      credentials: "same-origin",
      body,
    });
    try {
      const answer = await running;
      if (answer.ok && !answer.redirected) {
        const told = await answer.json();
        form.elements.namedItem("version").value = told.version;
        tell(told.told, false);
      } else if (answer.status === 409) {
        stopped = true;
        tell(form.dataset.lost, true);
      } else if (answer.status === 410) {
        stopped = true;
        tell(form.dataset.gone, true);
      } else {
        tell(form.dataset.failed, true);
      }
    } catch {
      tell(form.dataset.failed, true);
    } finally {
      running = null;
      if (again) {
        again = false;
        soon();
      }
    }
  };
  const soon = later(1200, keep);

  // neighbours

  let asked = "";
  let asking = null;
  const ask = document.querySelector(".near-ask");
  if (ask) {
    ask.hidden = true;
  }

  const look = async () => {
    const titles = [...form.querySelectorAll("[name^='title.']")];
    const filled = titles.find((title) => title.value.trim().length > 2);
    const query = new URLSearchParams();
    query.set("text", filled ? filled.value : "");
    query.set("lang", document.documentElement.lang);
    for (const theme of form.querySelectorAll("[name='theme']:checked")) {
      query.append("theme", theme.value);
    }
    const itself = form.elements.namedItem("entry");
    if (itself) {
      query.set("itself", itself.value);
    }
    if (query.toString() === asked) {
      return;
    }
    asked = query.toString();
    if (asking) {
      asking.abort();
    }
    asking = new AbortController();
    near.classList.add("near-busy");
    try {
      const answer = await fetch(`${near.dataset.ask}?${asked}`, {
        headers: { Accept: "text/html" },
        credentials: "same-origin",
        signal: asking.signal,
      });
      if (answer.ok && !answer.redirected) {
        near.innerHTML = await answer.text();
        const count = near.querySelector(".near-count");
        const jump = document.getElementById("near-jump");
        if (count && jump) {
          jump.textContent = count.textContent;
        }
      }
      near.classList.remove("near-busy");
    } catch (problem) {
      if (problem.name !== "AbortError") {
        near.classList.remove("near-busy");
      }
    }
  };
  const lookSoon = later(300, look);

  form.addEventListener("input", (event) => {
    if (event.target.name === "comment" || event.target.name === "add") {
      return;
    }
    soon();
    if (event.target.name.startsWith("title.") || event.target.name === "theme") {
      lookSoon();
    }
  });

  // what is being kept must be known before the form is sent, or it would meet itself as a conflict
  form.addEventListener("submit", (event) => {
    if (running) {
      event.preventDefault();
      const button = event.submitter;
      running.finally(() => setTimeout(() => form.requestSubmit(button), 0));
      return;
    }
    stopped = true;
  });
})();
