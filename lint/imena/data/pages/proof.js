"use strict";
(function () {
  var data = JSON.parse(document.getElementById("data").textContent);
  var SAY = {
    ru: {
      title: "Корректура", safe: "Принять надёжные", export: "Скачать решения (JSON)",
      other: "English", yes: "✓", no: "✗ Отклонить", undo: "Вернуть", own: "Своё…",
      save: "Скачать исправленный текст", clean: "Ошибок в именах не найдено.",
      all: "все", open: "нерешённые", accepted: "принятые", rejected: "отклонённые",
      hint: "Щёлкните по выделенному слову. Клавиши: ↓ и ↑ — следующая и предыдущая находка, " +
        "Enter — принять, Delete — отклонить, Backspace — вернуть. Решения хранятся в этом " +
        "браузере; файлы не меняются, пока вы не выполните: imena report --apply decisions.json",
      progress: function (done, all) { return "Решено " + done + " из " + all; },
      line: "строка", clash: "Правка пересекается с принятой раньше и пропущена: "
    },
    en: {
      title: "Proof", safe: "Accept the safe ones", export: "Save decisions (JSON)",
      other: "Русский", yes: "✓", no: "✗ Reject", undo: "Take back", own: "Other…",
      save: "Save the corrected text", clean: "No wrong names found.",
      all: "all", open: "open", accepted: "accepted", rejected: "rejected",
      hint: "Click a marked word. Keys: ↓ and ↑ go to the next and previous finding, Enter " +
        "accepts, Delete rejects, Backspace takes back. Decisions stay in this browser; no file " +
        "changes until you run: imena report --apply decisions.json",
      progress: function (done, all) { return done + " of " + all + " decided"; },
      line: "line", clash: "The fix overlaps one accepted before and is left out: "
    }
  };
  var KEY = "imena-proof:" + data.proof;
  var language = data.language, filter = "all", current = null;
  var findings = [], decisions = remembered();

  function say(key) { return SAY[language][key]; }
  function make(tag, className, text) {
    var made = document.createElement(tag);
    if (className) { made.className = className; }
    if (text !== undefined) { made.textContent = text; }
    return made;
  }
  /* Browsers differ in how well they keep the storage of a page that is a file: the history keeps
     the decisions over a reload, the storage keeps them for a page opened anew. */
  function remembered() {
    var kept = history.state && history.state[KEY];
    if (kept) { return kept; }
    try { return JSON.parse(localStorage.getItem(KEY)) || {}; } catch (error) { return {}; }
  }
  function remember() {
    var state = {};
    state[KEY] = decisions;
    try { history.replaceState(state, ""); } catch (error) { /* no history */ }
    try { localStorage.setItem(KEY, JSON.stringify(decisions)); } catch (error) { /* no storage */ }
  }
  function decision(one) { return decisions[one.key] || null; }
  function status(one) { var made = decision(one); return made ? made.status : "open"; }
  function edits(one) {
    var made = decision(one);
    return made && made.status === "accepted" ? made.edits : [];
  }
  function decide(one, status_, choice) {
    if (status_ === "open") { delete decisions[one.key]; }
    else {
      decisions[one.key] = { status: status_, label: choice ? choice.label : "",
        edits: choice ? choice.edits : [] };
    }
    remember();
    refresh();
  }
  function accept(one) { if (one.choices.length) { decide(one, "accepted", one.choices[0]); } }

  data.texts.forEach(function (text, number) {
    text.segments.forEach(function (segment) {
      if (typeof segment === "string") { return; }
      segment.findings.forEach(function (one, at) {
        one.key = number + ":" + segment.start + ":" + at;
        one.segment = segment;
        one.path = text;
        findings.push(one);
      });
    });
  });

  /* Offsets count code points; strings of this language count UTF-16 units. */
  function applied(source, start, list) {
    var points = Array.from(source), out = [], at = 0, clashes = [];
    list.slice().sort(function (a, b) { return a.start - b.start || a.end - b.end; })
      .forEach(function (edit) {
        if (edit.start - start < at) { clashes.push(edit); return; }
        out.push(points.slice(at, edit.start - start).join(""), edit.text);
        at = edit.end - start;
      });
    out.push(points.slice(at).join(""));
    return { text: out.join(""), clashes: clashes };
  }
  function segmentEdits(segment) {
    var seen = {};
    return [].concat.apply([], segment.findings.map(edits)).filter(function (edit) {
      var key = edit.start + ":" + edit.end + ":" + edit.text;
      if (seen[key]) { return false; }
      seen[key] = true;
      return true;
    });
  }
  function corrected(text) {
    return text.segments.map(function (segment) {
      return typeof segment === "string" ? segment
        : applied(segment.text, segment.start, segmentEdits(segment)).text;
    }).join("");
  }
  function segmentStatus(segment) {
    var all = segment.findings.map(status);
    if (all.indexOf("open") >= 0) { return "open"; }
    return all.indexOf("accepted") >= 0 ? "accepted" : "rejected";
  }

  function build() {
    var main = document.getElementById("texts");
    main.textContent = "";
    if (!data.texts.length) { main.append(make("section", "", say("clean"))); }
    data.texts.forEach(function (text) {
      var section = make("section"), heading = make("h2", "", text.path);
      if (text.saves) {
        var save = make("button", "save", say("save"));
        save.type = "button";
        save.addEventListener("click", function () {
          download(text.path.split(/[\\/]/).pop(), corrected(text), "text/plain");
        });
        heading.append(save);
      }
      var sheet = make("div", "sheet"), body = make("div", "text"), margin = make("div", "margin");
      text.segments.forEach(function (segment) {
        if (typeof segment === "string") { body.append(segment); return; }
        segment.mark = make("mark");
        segment.mark.addEventListener("click", function () { go(segment.findings[0], "card"); });
        body.append(segment.mark);
        segment.findings.forEach(function (one) { margin.append(card(one)); });
      });
      sheet.append(body, margin);
      section.append(heading, sheet);
      main.append(section);
    });
  }
  function card(one) {
    one.card = make("div");
    one.card.addEventListener("click", function () { go(one, "mark"); });
    return one.card;
  }
  function fillCard(one) {
    var made = decision(one), box = one.card;
    box.textContent = "";
    box.className = "card " + one.severity + " " + status(one) + (one === current ? " current" : "");
    box.hidden = filter !== "all" && filter !== status(one);
    box.append(make("small", "", one.code + " · " + say("line") + " " + one.segment.line + " · " +
      Math.round(one.confidence * 100) + " %"));
    box.append(make("p", "", one[language]));
    if (one.note) { box.append(make("p", "note", one.note)); }
    var act = make("div", "act");
    one.choices.forEach(function (choice) {
      var taken = made && made.status === "accepted" && made.label === choice.label;
      act.append(button("yes" + (taken ? " taken" : ""), say("yes") + " " + choice.label,
        function () { decide(one, "accepted", choice); }));
    });
    act.append(button("no", say("no"), function () { decide(one, "rejected"); }));
    if (made) { act.append(button("undo", say("undo"), function () { decide(one, "open"); })); }
    act.append(own(one, made));
    box.append(act);
  }
  function own(one, made) {
    var input = make("input");
    input.placeholder = say("own");
    var offered = one.choices.map(function (choice) { return choice.label; });
    if (made && made.status === "accepted" && offered.indexOf(made.label) < 0) {
      input.value = made.label;
    }
    input.addEventListener("change", function () {
      if (!input.value.trim()) { return; }
      var end = one.start + Array.from(one.text).length;
      decide(one, "accepted", { label: input.value,
        edits: [{ start: one.start, end: end, text: input.value }] });
    });
    input.addEventListener("keydown", function (event) { event.stopPropagation(); });
    return input;
  }
  function button(className, text, action) {
    var made = make("button", className, text);
    made.type = "button";
    made.addEventListener("click", function (event) {
      event.stopPropagation();
      action();
    });
    return made;
  }
  function fillMark(segment) {
    var mark = segment.mark, made = segmentStatus(segment);
    mark.className = segment.findings[0].severity + " " + made;
    if (segment.findings.indexOf(current) >= 0) { mark.classList.add("current"); }
    mark.textContent = "";
    mark.title = segment.findings.map(function (one) { return one[language]; }).join("\n");
    var now = applied(segment.text, segment.start, segmentEdits(segment)).text;
    if (now === segment.text) { mark.append(segment.text); return; }
    mark.append(make("del", "", segment.text), " ", make("ins", "", now));
  }
  function refresh() {
    findings.forEach(fillCard);
    data.texts.forEach(function (text) {
      text.segments.forEach(function (segment) {
        if (typeof segment !== "string") { fillMark(segment); }
      });
    });
    var done = findings.filter(function (one) { return status(one) !== "open"; }).length;
    document.getElementById("progress").textContent = say("progress")(done, findings.length);
  }
  function controls() {
    document.documentElement.lang = language;
    document.title = say("title") + " — imena";
    document.querySelectorAll("[data-say]").forEach(function (node) {
      node.textContent = say(node.dataset.say);
    });
    var nav = document.getElementById("filter");
    nav.textContent = "";
    ["all", "open", "accepted", "rejected"].forEach(function (name) {
      var made = button("", say(name), function () { filter = name; controls(); refresh(); });
      made.dataset.filter = name;
      made.setAttribute("aria-pressed", String(filter === name));
      nav.append(made);
    });
  }
  function go(one, show) {
    current = one;
    refresh();
    if (!one) { return; }
    (show === "card" ? one.card : one.segment.mark).scrollIntoView({ block: "nearest" });
  }
  function move(step) {
    var shown = findings.filter(function (one) { return !one.card.hidden; });
    var at = shown.indexOf(current);
    var next = shown[at < 0 ? (step > 0 ? 0 : shown.length - 1) : at + step];
    if (next) {
      go(next, "mark");
      next.card.scrollIntoView({ block: "nearest" });
    }
  }
  function exported() {
    var rows = findings.filter(function (one) { return edits(one).length; }).map(function (one) {
      return { path: one.path.path, digest: one.path.digest, code: one.code, text: one.text,
        edits: edits(one) };
    });
    return JSON.stringify({ version: 1, accepted: rows }, null, 2) + "\n";
  }
  function download(name, text, type) {
    var link = make("a");
    link.href = URL.createObjectURL(new Blob([text], { type: type + ";charset=utf-8" }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  document.getElementById("safe").addEventListener("click", function () {
    findings.forEach(function (one) {
      if (one.safe && status(one) === "open") {
        decisions[one.key] = { status: "accepted", label: one.choices[0].label,
          edits: one.choices[0].edits };
      }
    });
    remember();
    refresh();
  });
  document.getElementById("export").addEventListener("click", function () {
    download("decisions.json", exported(), "application/json");
  });
  document.getElementById("language").addEventListener("click", function () {
    language = language === "ru" ? "en" : "ru";
    controls();
    build();
    refresh();
  });
  document.addEventListener("keydown", function (event) {
    var act = { ArrowDown: function () { move(1); }, ArrowUp: function () { move(-1); },
      Enter: function () { if (current) { accept(current); } },
      Delete: function () { if (current) { decide(current, "rejected"); } },
      Backspace: function () { if (current) { decide(current, "open"); } } }[event.key];
    if (act && event.target.tagName !== "BUTTON") { event.preventDefault(); act(); }
  });
  window.imenaProof = { exported: exported, corrected: function (n) {
    return corrected(data.texts[n]);
  } };
  controls();
  build();
  refresh();
})();
