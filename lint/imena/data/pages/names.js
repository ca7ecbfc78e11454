"use strict";
(function () {
  var data = JSON.parse(document.getElementById("data").textContent);
  var SAY = {
    ru: {
      title: "Указатель имён", search: "Найти имя, форму или запись словаря", order: "Порядок",
      name: "по алфавиту", count: "по частоте", all: "все", person: "люди", place: "места",
      organisation: "организации", one: { person: "человек", place: "место",
        organisation: "организация" }, fresh: "нет в словаре", bad: "с ошибками",
      forms: "Формы", variants: "Неверно", entry: "Запись", none: "нет в словаре",
      nothing: "Ничего не найдено", more: "Показать ещё", other: "English",
      times: function (n) {
        var tens = n % 100, ones = n % 10;
        var few = ones > 1 && ones < 5 && (tens < 12 || tens > 14);
        return n + (few ? " раза" : " раз");
      }
    },
    en: {
      title: "Index of names", search: "Find a name, a form or a dictionary entry", order: "Order",
      name: "by alphabet", count: "by frequency", all: "all", person: "people", place: "places",
      organisation: "organisations", one: { person: "person", place: "place",
        organisation: "organisation" }, fresh: "in no dictionary", bad: "with errors",
      forms: "Forms", variants: "Wrong", entry: "Entry", none: "in no dictionary",
      nothing: "Nothing found", more: "Show more", other: "Русский",
      times: function (n) { return n === 1 ? "once" : n + " times"; }
    }
  };
  var PAGE = 500;
  var state = { language: data.language, query: "", kind: "all", order: "name", chosen: null,
    names: PAGE, places: PAGE };
  var search = document.getElementById("search"), list = document.getElementById("names");
  var article = document.getElementById("name"), order = document.getElementById("order");
  var collator = new Intl.Collator("ru");
  data.names.forEach(function (one, number) {
    one.number = number;
    one.bad = one.variants.length > 0;
    var spellings = one.forms.concat(one.variants).map(function (pair) { return pair[0]; });
    one.folded = fold([one.name, one.id].concat(spellings).join("\n"));
  });

  function fold(text) { return text.toLowerCase().replace(/ё/g, "е"); }
  function say(key) { return SAY[state.language][key]; }
  function make(tag, className, text) {
    var made = document.createElement(tag);
    if (className) { made.className = className; }
    if (text !== undefined) { made.textContent = text; }
    return made;
  }
  function belongs(one) {
    if (state.kind === "fresh") { return !one.id; }
    if (state.kind === "bad") { return one.bad; }
    return state.kind === "all" || one.kind === state.kind;
  }
  function shown() {
    var words = fold(state.query).split(/\s+/).filter(Boolean);
    var found = data.names.filter(function (one) {
      return belongs(one) && words.every(function (word) { return one.folded.indexOf(word) >= 0; });
    });
    return found.sort(function (one, two) {
      var byCount = state.order === "count" ? two.places.length - one.places.length : 0;
      return byCount || collator.compare(one.name, two.name);
    });
  }
  function showList() {
    var found = shown();
    list.textContent = "";
    found.slice(0, state.names).forEach(function (one) {
      var item = make("li", (one.id ? "" : "new ") + (one.bad ? "bad" : ""));
      item.dataset.number = one.number;
      item.append(make("span", one.id ? "" : "new", one.name),
        make("span", "count", String(one.places.length)));
      if (state.chosen === one) { item.classList.add("chosen"); }
      list.append(item);
    });
    if (found.length > state.names) { list.append(make("li", "more", say("more"))); }
    if (!found.length) { list.append(make("li", "dim", say("nothing"))); }
    return found;
  }
  function spellings(label, pairs, className) {
    var line = make("p");
    line.append(make("span", "dim", label + ": "));
    pairs.forEach(function (pair) {
      var times = pair[1] > 1 ? " × " + pair[1] : "";
      line.append(make("span", "form " + className, pair[0] + times));
    });
    return line;
  }
  function showName() {
    var one = state.chosen;
    article.textContent = "";
    if (!one) { return; }
    article.append(make("h2", "", one.name));
    var about = say("one")[one.kind] + " · " + say("times")(one.places.length) + " · ";
    about += one.id ? say("entry") + ": " + one.id + " (" + one.dictionary + ")" : say("none");
    article.append(make("p", "dim", about));
    if (one.forms.length) { article.append(spellings(say("forms"), one.forms, "")); }
    if (one.bad) { article.append(spellings(say("variants"), one.variants, "wrong")); }
    var path = null;
    one.places.slice(0, state.places).forEach(function (place) {
      if (place[0] !== path) {
        path = place[0];
        article.append(make("h3", "", data.paths[path]));
      }
      var line = make("p", "place");
      line.append(make("small", "", place[1] + ":" + place[2]), place[3],
        make("mark", place[6] ? "" : "wrong", place[4]), place[5]);
      article.append(line);
    });
    if (one.places.length > state.places) {
      var more = make("button", "", say("more"));
      more.addEventListener("click", function () { state.places += PAGE; showName(); });
      article.append(more);
    }
  }
  function choose(one, keep) {
    state.chosen = one;
    state.places = PAGE;
    if (one && !keep) { history.replaceState(null, "", "#" + encodeURIComponent(one.name)); }
    showList();
    showName();
    var item = list.querySelector(".chosen");
    if (item) { item.scrollIntoView({ block: "nearest" }); }
  }
  function showControls() {
    document.documentElement.lang = state.language;
    document.querySelector("h1").textContent = say("title");
    document.title = say("title") + " — imena";
    search.placeholder = say("search");
    order.title = say("order");
    order.textContent = "";
    ["name", "count"].forEach(function (key) {
      var option = make("option", "", say(key));
      option.value = key;
      order.append(option);
    });
    order.value = state.order;
    document.getElementById("language").textContent = say("other");
    var kinds = document.getElementById("kinds");
    kinds.textContent = "";
    ["all", "person", "place", "organisation", "fresh", "bad"].forEach(function (kind) {
      var button = make("button", "", say(kind));
      button.type = "button";
      button.dataset.kind = kind;
      button.setAttribute("aria-pressed", String(state.kind === kind));
      kinds.append(button);
    });
  }
  function showAll() { showControls(); showList(); showName(); }
  function move(step) {
    var found = shown(), at = found.indexOf(state.chosen) + step;
    if (found[at]) { choose(found[at]); }
  }

  search.addEventListener("input", function () {
    state.query = search.value;
    state.names = PAGE;
    var found = showList();
    if (found.length === 1) { choose(found[0]); }
  });
  order.addEventListener("change", function () { state.order = order.value; showList(); });
  document.getElementById("kinds").addEventListener("click", function (event) {
    if (event.target.dataset.kind) {
      state.kind = event.target.dataset.kind;
      showControls();
      showList();
    }
  });
  document.getElementById("language").addEventListener("click", function () {
    state.language = state.language === "ru" ? "en" : "ru";
    showAll();
  });
  list.addEventListener("click", function (event) {
    var item = event.target.closest("li");
    if (item.classList.contains("more")) { state.names += PAGE; showList(); }
    else if (item.dataset.number) { choose(data.names[Number(item.dataset.number)]); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && document.activeElement !== search) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "ArrowDown") { event.preventDefault(); move(1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); move(-1); }
  });
  showAll();
  var wanted = decodeURIComponent(location.hash.slice(1));
  var first = data.names.filter(function (one) { return one.name === wanted; })[0] || shown()[0];
  if (first) { choose(first, true); }
})();
