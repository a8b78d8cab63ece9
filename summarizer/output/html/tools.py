"""The bar above a page: search, contents, filters, theme, the keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.output.html.markup import element, text
from summarizer.output.wording import word
from summarizer.vocabulary import Lang

_KEYS = (
    ("/", "key_search"),
    ("j k", "key_next"),
    ("f", "key_fold"),
    ("s", "key_switch"),
    ("t", "key_theme"),
    ("Esc", "key_clear"),
)


def button(name: str, content: str, title: str, **attributes: str) -> str:
    """A button with a name for the scripts and words for those who do not see its sign."""
    return element(
        "button", content, type="button", id=name, title=title, aria_label=title, **attributes
    )


def search_field(term: str, lang: Lang) -> str:
    """The field, the counts of what it found, and the buttons that walk through it."""
    hint = word(term, lang)
    field = f'<input id="search" type="search" placeholder="{text(hint)}" aria-label="{text(hint)}" autocomplete="off">'  # noqa: E501
    steps = element(
        "span",
        button("previous", "↑", word("previous_place", lang))
        + button("next", "↓", word("next_place", lang)),
        id="steps",
        hidden="",
    )
    return field + element("output", "", id="count", aria_live="polite") + steps


def menu(name: str, term: str, content: str, lang: Lang) -> str:
    """A button that opens a panel with `content`."""
    return element(
        "details",
        element("summary", text(word(term, lang))) + element("div", content, classes="drop"),
        classes="menu",
        id=name,
    )


def choice(kind: str, name: str, first: str, options: Iterable[tuple[str, str]]) -> str:
    """A select called `name` of its `kind`, whose first option (no value) is `first`."""
    content = element("option", text(first), value="")
    content += "".join(element("option", text(label), value=value) for value, label in options)
    return element("select", content, aria_label=first, **{f"data_{kind}": name})


def bar(title: str, parts: Sequence[str], lang: Lang, *, keys: bool = True) -> str:
    """The bar, with the theme and (where there are any) the keys at its end."""
    ends = button("theme", "◐", word("theme", lang))
    if keys:
        ends += button("help", "?", word("help", lang), aria_haspopup="dialog")
    content = element("span", text(title), classes="short") + "".join(parts) + ends
    skip = element("a", text(word("skip", lang)), classes="skip", href="#summary")
    return skip + element("header", content, classes="top")


def tabs(first: str, second: str, lang: Lang) -> str:
    """On a narrow screen: which of the two panes is seen."""
    content = element(
        "button", text(word(first, lang)), type="button", data_pane="summary", aria_pressed="true"
    ) + element(
        "button", text(word(second, lang)), type="button", data_pane="source", aria_pressed="false"
    )
    return element("nav", content, classes="tabs", aria_label=word("panes", lang))


def panes(summary: str, source: str, names: tuple[str, str], lang: Lang) -> str:
    """What is read on the left, the source on the right, and a bar between them to drag."""
    left = element(
        "section", summary, id="summary", classes="pane", aria_label=word(names[0], lang),
        tabindex="-1",
    )  # fmt: skip
    split = element(
        "div", "", id="split", role="separator", tabindex="0", aria_orientation="vertical",
        aria_label=word("resize", lang), aria_valuemin="20", aria_valuemax="80",
        aria_valuenow="50",
    )  # fmt: skip
    right = element(
        "section", source, id="source", classes="pane", aria_label=word(names[1], lang),
        tabindex="0",
    )  # fmt: skip
    return element("main", left + split + right, classes="panes")


def keys_dialog(lang: Lang) -> str:
    """What the keys do."""
    keys = "".join(
        element("dt", "".join(element("kbd", text(key)) for key in names.split()))
        + element("dd", text(word(meaning, lang)))
        for names, meaning in _KEYS
    )
    content = (
        element("h2", text(word("keys_title", lang)))
        + element("dl", keys)
        + element("form", element("button", text(word("close", lang))), method="dialog")
    )
    return element("dialog", content, id="keys", aria_label=word("keys_title", lang))
