"""What a page offers to follow and to send, as a browser without a mouse would find it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

TYPED = {"text", "search", "email", "password", "number", "date", "textarea", "url", "tel"}
LEFT_OUT = {"file", "submit", "image", "reset"}
# What is sent as it stands; of several buttons with a name the one that goes on stands last.
GIVEN = {"hidden", "button"}


@dataclass
class Form:
    """A form: where it goes, and what it would send as it stands, by name, with its kind.

    `invalid` are the names of the fields that are said to be wrong.
    """

    action: str
    method: str
    fields: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    invalid: set[str] = field(default_factory=set)

    def add(self, name: str, kind: str, *values: str) -> None:
        self.fields.setdefault(name, (kind, []))[1].extend(values)

    def filled(self, text: str, *, also_chosen: bool) -> dict[str, list[str]]:
        """What is sent when the text is in every field one types in, or in all of them."""
        return {
            name: [text] if kind in TYPED or also_chosen else values
            for name, (kind, values) in self.fields.items()
        }


class Offers(HTMLParser):
    """The links and forms of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.forms: list[Form] = []
        self._form: Form | None = None
        self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attributes}
        if tag == "a" and given.get("href", "").startswith(("/", "?")):
            self.links.append(given["href"])
        elif tag == "form":
            self._form = Form(given.get("action", ""), given.get("method", "get").lower())
            self.forms.append(self._form)
        elif self._form:
            self._add(tag, given, self._form)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None

    def _add(self, tag: str, given: dict[str, str], form: Form) -> None:
        name, kind = given.get("name", ""), given.get("type", "text") if tag == "input" else tag
        if given.get("aria-invalid") == "true":
            form.invalid.add(name)
        if tag == "select":
            self._select = name
            form.add(name, tag)
        elif tag == "option" and ("selected" in given or not form.fields[self._select][1]):
            form.fields[self._select][1][:] = [given.get("value", "")]
        elif tag in {"input", "textarea", "button"} and name and kind not in LEFT_OUT:
            is_ticked = kind not in {"checkbox", "radio"} or "checked" in given
            form.add(name, kind, *[given.get("value", "")] * is_ticked)


def forms_that_take_something(page: Offers) -> Iterator[Form]:
    """The forms with anything to fill in or to choose."""
    for form in page.forms:
        form.fields.pop("csrfmiddlewaretoken", None)
        if form.fields:
            yield form
