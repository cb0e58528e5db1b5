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

  // Signing on the screen: one pointer (finger, pen or mouse) draws on a sheet of 1000 by 400 points.
  const SHEET = { width: 1000, height: 400, points: 4000, strokes: 200, step: 4 };
  let pen = null;

  function strokesOf(pad) {
    const kept = pad.querySelector("[data-signature-strokes]").value;
    return kept ? kept.split(";") : [];
  }

  function draw(pad, strokes) {
    pad.querySelector("[data-signature-strokes]").value = strokes.join(";");
    const path = strokes.map(function (stroke) {
      const points = stroke.split(" ").map((point) => point.replace(",", " "));
      return "M" + points[0] + "L" + (points.length > 1 ? points.slice(1).join("L") : points[0]);
    });
    pad.querySelector("[data-signature-sheet] path").setAttribute("d", path.join(" "));
  }

  function within(value, most) {
    return Math.min(most, Math.max(0, Math.round(value)));
  }

  function placeOf(event, sheet) {
    const box = sheet.getBoundingClientRect();
    return [
      within(((event.clientX - box.left) / box.width) * SHEET.width, SHEET.width),
      within(((event.clientY - box.top) / box.height) * SHEET.height, SHEET.height),
    ];
  }

  document.addEventListener("pointerdown", function (event) {
    const sheet = event.target.closest("[data-signature-sheet]");
    if (!sheet || pen || !event.isPrimary || event.button !== 0) return;
    const pad = sheet.closest("[data-signature-pad]");
    const strokes = strokesOf(pad);
    if (strokes.length >= SHEET.strokes) return;
    event.preventDefault();
    const place = placeOf(event, sheet);
    const used = strokes.reduce((sum, stroke) => sum + stroke.split(" ").length, 0);
    pen = { id: event.pointerId, sheet, pad, before: strokes, stroke: [place.join(",")], last: place, left: SHEET.points - used - 1 };
    sheet.setPointerCapture(event.pointerId);
    draw(pad, strokes.concat(pen.stroke.join(" ")));
  });

  document.addEventListener("pointermove", function (event) {
    if (!pen || event.pointerId !== pen.id) return;
    const all = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
    (all.length ? all : [event]).forEach(function (one) {
      const place = placeOf(one, pen.sheet);
      if (pen.left <= 0 || Math.hypot(place[0] - pen.last[0], place[1] - pen.last[1]) < SHEET.step) return;
      pen.stroke.push(place.join(","));
      pen.last = place;
      pen.left -= 1;
    });
    draw(pen.pad, pen.before.concat(pen.stroke.join(" ")));
  });

  function liftPen(event) {
    if (pen && event.pointerId === pen.id) pen = null;
  }
  document.addEventListener("pointerup", liftPen);
  document.addEventListener("pointercancel", liftPen);

  document.addEventListener("click", function (event) {
    const clear = event.target.closest("[data-signature-clear]");
    if (clear) draw(clear.closest("[data-signature-pad]"), []);
  });

  // A chosen photograph is shown small before it is sent.
  document.addEventListener("change", async function (event) {
    const box = event.target.closest("[data-upload]");
    if (!box || event.target.type !== "file") return;
    const preview = box.querySelector("[data-upload-preview]");
    preview.hidden = true;
    const file = event.target.files[0];
    if (!file) return;
    try {
      const picture = await createImageBitmap(file);
      const scale = Math.min(1, 480 / Math.max(picture.width, picture.height));
      preview.width = Math.round(picture.width * scale);
      preview.height = Math.round(picture.height * scale);
      preview.getContext("2d").drawImage(picture, 0, 0, preview.width, preview.height);
      picture.close();
      preview.hidden = false;
    } catch (notAPicture) {
      // The server says what is wrong with it, at the field.
    }
  });

  // Long forms keep what is typed in this tab until it is saved: an ended session or a lost network loses nothing.
  const SECRET = ["_csrf", "_once"];

  function draftOf(form) {
    return "draft:" + form.dataset.draft;
  }

  function keep(form) {
    const typed = Array.from(new FormData(form)).filter(([name, value]) => !SECRET.includes(name) && typeof value === "string");
    sessionStorage.setItem(draftOf(form), JSON.stringify(typed));
  }

  function restore(form) {
    // Once for a form: a part of the page that loads later brings nothing back over what is being typed.
    if (form.dataset.drafted === "true") return;
    form.dataset.drafted = "true";
    const kept = sessionStorage.getItem(draftOf(form));
    if (!kept) return;
    const typed = JSON.parse(kept);
    Array.from(form.elements).forEach(function (field) {
      if (!field.name || SECRET.includes(field.name)) return;
      const values = typed.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
      else field.value = values.length ? values[0] : "";
    });
    const note = form.querySelector("[data-draft-note]");
    if (note) note.hidden = false;
    form.dispatchEvent(new Event("change", { bubbles: true }));
  }

  ["input", "change"].forEach((what) => document.addEventListener(what, function (event) {
    const form = event.target.closest ? event.target.closest("form[data-draft]") : null;
    if (form && event.target !== form) keep(form);
  }));

  document.addEventListener("htmx:configRequest", function (event) {
    // What nobody did, the bell's count or a board read anew, keeps nobody signed in.
    if (!event.detail.triggeringEvent) event.detail.headers["Genjin-By-Itself"] = "true";
  });

  document.addEventListener("htmx:afterRequest", function (event) {
    // The form that asked; by now the page may have been swapped and the form be gone from it.
    const form = event.detail.requestConfig ? event.detail.requestConfig.elt : event.detail.elt;
    if (form.matches && form.matches("form[data-draft]") && event.detail.xhr.status < 400 && event.detail.xhr.status > 0) sessionStorage.removeItem(draftOf(form));
  });

  document.addEventListener("click", function (event) {
    const drop = event.target.closest("[data-draft-drop]");
    if (!drop) return;
    sessionStorage.removeItem(draftOf(drop.closest("form")));
    window.location.reload();
  });

  document.addEventListener("submit", function (event) {
    if ((event.target.getAttribute("action") || "").endsWith("/sign-out")) sessionStorage.clear();
  });

  // A form sent after the session had ended goes again as a whole page: the sign-in page keeps what was typed.
  document.addEventListener("htmx:beforeOnLoad", function (event) {
    const sent = event.detail.requestConfig;
    if (event.detail.xhr.status !== 401 || sent.verb !== "post") return;
    const typed = Array.from(sent.formData.entries());
    if (typed.some(([, value]) => typeof value !== "string")) return;
    event.preventDefault();
    const again = document.createElement("form");
    again.method = "post";
    again.action = sent.path;
    typed.forEach(function ([name, value]) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      field.value = value;
      again.append(field);
    });
    document.body.append(again);
    again.submit();
  });

  // Boards of the meeting room: keys lead from one to the other, people come page by page, and when the line is lost the last
  // picture stays and says so.
  const TURN = 12000;
  const BUSY = 30000;
  let shown = 0;
  let touched = 0;

  function turn(step) {
    const pages = Array.from(document.querySelectorAll("[data-board-page]"));
    const wide = window.matchMedia("(min-width: 1200px)").matches;
    shown = pages.length ? (shown + step + pages.length) % pages.length : 0;
    pages.forEach((page, place) => (page.hidden = wide && pages.length > 1 && place !== shown));
    const place = document.querySelector("[data-board-place]");
    if (place) place.textContent = wide ? shown + 1 + " / " + pages.length : "";
  }

  function sayOfBoard(what) {
    const note = document.querySelector("[data-board-stale]");
    if (note) note.textContent = what ? note.dataset[what] : "";
  }

  if (document.querySelector("[data-board]")) {
    setInterval(() => Date.now() - touched > BUSY && turn(1), TURN);
    document.addEventListener("pointerdown", () => (touched = Date.now()));
    ["htmx:sendError", "htmx:timeout"].forEach((what) => document.addEventListener(what, () => sayOfBoard("boardLost")));
    document.addEventListener("htmx:responseError", (event) => sayOfBoard(event.detail.elt.matches("form") ? "boardRefused" : "boardLost"));
    document.addEventListener("htmx:afterSwap", () => sayOfBoard(""));
    const full = document.querySelector("[data-board-full]");
    const fill = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
    full.hidden = !document.fullscreenEnabled;
    full.addEventListener("click", fill);
    document.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const link = document.querySelector(`[data-board-key="${CSS.escape(event.key)}"]`);
      if (link && !(event.key === "Escape" && document.fullscreenElement)) link.click();
      else if (event.key === "f" && !full.hidden) fill();
      else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
        touched = Date.now();
        turn(event.key === "ArrowRight" ? 1 : -1);
      }
    });
  }

  function ready() {
    if (document.querySelector("[data-board]")) turn(0);
    shows(document);
    document.querySelectorAll("[data-signature-drawing]").forEach((part) => (part.hidden = false));
    document.querySelectorAll("form[data-draft]").forEach(restore);
    const wrong = document.getElementById("conflict") || document.querySelector("#untold, #form-errors");
    if (wrong && wrong.dataset.told !== "true") {
      wrong.dataset.told = "true";
      wrong.focus();
    }
    // The side menu is open on wide screens and closed on phones.
    const menu = dialog("menu");
    if (menu && window.matchMedia("(min-width: 992px)").matches) menu.open = true;
  }

  document.addEventListener("htmx:afterSettle", ready);
  ready();
})();
