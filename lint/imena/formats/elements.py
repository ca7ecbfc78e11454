"""What HTML elements mean to a reader of the text."""

from __future__ import annotations

#: Not prose: programs, code, drawings, what a form or a script will fill, deleted text.
SKIPPED = frozenset(
    "script style code pre kbd samp tt xmp textarea template svg math noscript del s strike".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body button center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html label "
    "legend li main menu meta nav ol optgroup option p section select summary table caption tbody "
    "td tfoot th thead title tr ul video audio iframe textarea pre".split()
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
QUOTES = frozenset(["q", "blockquote"])
#: Small print in the line that belongs to no word: note numbers, readings.
APART = frozenset("sup sub rt rp".split())

_LISTS = frozenset("ul ol menu dir".split())
_TABLE = frozenset("tr td th thead tbody tfoot table".split())
#: Elements whose end tag may be left out: what ends them, and what they never reach out of.
IMPLIED: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "p": (
        BLOCKS - {"meta", "title", "option", "label", "button", "optgroup"},
        BLOCKS - {"p"},
    ),
    "li": (frozenset(["li"]), _LISTS),
    "dt": (frozenset(["dt", "dd"]), frozenset(["dl"])),
    "dd": (frozenset(["dt", "dd"]), frozenset(["dl"])),
    "option": (frozenset(["option", "optgroup"]), frozenset(["select"])),
    "td": (frozenset("td th tr tbody tfoot thead".split()), frozenset(["table"])),
    "th": (frozenset("td th tr tbody tfoot thead".split()), frozenset(["table"])),
    "tr": (frozenset("tr tbody tfoot thead".split()), frozenset(["table"])),
    "head": (frozenset(["body"]), frozenset()),
}
#: Attributes that people read.
READ = frozenset(["alt", "title", "aria-label", "placeholder", "summary", "label"])
#: ``<meta name=…>`` whose content people read, in search results and shared links.
READ_META = frozenset(
    "description og:title og:description og:image:alt twitter:title twitter:description "
    "twitter:image:alt news_keywords keywords author article:author".split()
)
PUBLISHED = frozenset(["article:published_time", "date", "datepublished", "pubdate"])
