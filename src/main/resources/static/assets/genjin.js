// What a page needs beyond forms and links: search by keyboard, moving in queues, and focus after a part was replaced.
(function () {
  "use strict";

  function dialog(id) {
    return document.getElementById(id);
  }

  function openSearch() {
    const box = dialog("search");
    if (!box) return false;
    if (!box.open) box.showModal();
    const field = dialog("search-field");
    field.focus();
    field.select();
    return true;
  }

  function sets(id, value) {
    const field = document.getElementById(id);
    if (!field) return;
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function isTyping(target) {
    return target.closest("input, textarea, select, [contenteditable]");
  }

  function rows() {
    return Array.from(document.querySelectorAll("[data-row]"));
  }

  function move(step) {
    const all = rows();
    if (!all.length) return;
    const now = all.findIndex((row) => row.classList.contains("is-selected"));
    const next = Math.min(all.length - 1, Math.max(0, now + step));
    all.forEach((row, place) => row.classList.toggle("is-selected", place === next));
    const link = all[next].querySelector("[data-row-link], a");
    if (link) link.focus();
    all[next].scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("keydown", function (event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      if (openSearch()) event.preventDefault();
      return;
    }
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "/") {
      if (openSearch()) event.preventDefault();
    } else if (event.key === "?") {
      const keys = dialog("keys");
      if (keys) keys.showModal();
    } else if (event.key === "j") {
      move(1);
    } else if (event.key === "k") {
      move(-1);
    }
  });

  document.addEventListener("click", function (event) {
    const opener = event.target.closest("[data-opens-search]");
    if (opener && openSearch()) event.preventDefault();
    const printer = event.target.closest("[data-prints]");
    if (printer) window.print();
    const setter = event.target.closest("[data-sets]");
    if (setter) {
      sets(setter.dataset.sets, setter.dataset.value);
      if (setter.dataset.alsoSets) sets(setter.dataset.alsoSets, setter.dataset.alsoValue);
    }
    const box = event.target.closest("dialog");
    if (box && event.target === box) box.close();
  });

  // A form is sent once, however often its button is pressed; the server recognises repeats as well.
  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (form.method === "post") {
      form.dataset.sent = "yes";
      setTimeout(() => delete form.dataset.sent, 4000);
    }
  });

  // Parts of a form that matter only for some choices.
  function shows(scope) {
    scope.querySelectorAll("[data-shown-for]").forEach(function (part) {
      const [name, wanted] = part.dataset.shownFor.split("=");
      const form = part.closest("form");
      const chosen = form.querySelector(`[name="${name}"]:checked`) || form.querySelector(`select[name="${name}"]`);
      part.hidden = !chosen || !wanted.split("|").includes(chosen.value);
    });
  }

  document.addEventListener("change", () => shows(document));

  function ready() {
    shows(document);
    const wrong = document.getElementById("conflict") || document.getElementById("form-errors");
    if (wrong) wrong.focus();
    // The side menu is open on wide screens and closed on phones.
    const menu = dialog("menu");
    if (menu && window.matchMedia("(min-width: 992px)").matches) menu.open = true;
  }

  document.addEventListener("htmx:afterSettle", ready);
  ready();
})();
