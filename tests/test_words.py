"""The catalogues are whole, and the words follow the language of the moment."""

import ast
import re
from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from facilitator import paths, words
from tools import catalogue

FIELD = re.compile(r"\{[^{}]*\}|%(?:\(\w+\))?[sdif%]")


def forms(value: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ("",))


def messages(language: str) -> list[Message]:
    return [message for message in catalogue.read(language) if message.id]


def key(message: Message) -> tuple[str | None, tuple[str, ...]]:
    return message.context, forms(message.id)


class TestCatalogues:
    def test_the_template_is_that_of_the_sources(self) -> None:
        """If this fails: python tools/catalogue.py update."""
        assert catalogue.POT.read_bytes() == catalogue.template_text()

    @pytest.mark.parametrize("language", catalogue.LANGUAGES)
    def test_holds_every_sentence_of_the_sources_and_no_other(self, language: str) -> None:
        sources = {key(message) for message in catalogue.extracted() if message.id}
        assert {key(message) for message in messages(language)} == sources

    def test_every_sentence_that_is_said_is_found(self) -> None:
        """Those in an f-string are not, on some versions of Python."""
        known = {form for message in catalogue.extracted() if message.id for form in forms(message.id)}
        said = {
            argument.value
            for path in (catalogue.ROOT / "facilitator").rglob("*.py")
            for call in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(call, ast.Call)
            and isinstance(call.func, ast.Name)
            and call.func.id in ("_", "N_", "ngettext")
            for argument in call.args[:2]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value
        }
        assert said <= known

    @pytest.mark.parametrize("language", catalogue.LANGUAGES)
    def test_every_sentence_is_translated_in_all_its_forms(self, language: str) -> None:
        plurals = catalogue.read(language).num_plurals
        poor = [
            message.id
            for message in messages(language)
            if message.fuzzy
            or not all(form.strip() for form in forms(message.string))
            or (message.pluralizable and len(forms(message.string)) != plurals)
        ]
        assert not poor

    @pytest.mark.parametrize("language", catalogue.LANGUAGES)
    def test_fields_are_those_of_the_source(self, language: str) -> None:
        """A plural form may say "un acteur" without the figure; no form may have a field of its own."""
        wrong = []
        for message in messages(language):
            wanted = set(FIELD.findall(forms(message.id)[-1]))
            for form in filter(None, forms(message.string)):
                found = set(FIELD.findall(form))
                if found - wanted or (not message.pluralizable and found != wanted):
                    wrong.append((message.id, form))
        assert not wrong

    def test_french_signs_stay_with_the_word_before_them(self) -> None:
        loose = re.compile("[ ][:;?!»]|« ")
        assert not [
            form for message in messages("fr") for form in forms(message.string) if loose.search(form)
        ]

    def test_the_product_speaks_what_the_catalogues_hold(self) -> None:
        assert set(words.available()) == {*catalogue.LANGUAGES, "en"}


@pytest.fixture
def tiny_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A product of three sentences, translated into French."""
    po = tmp_path / "locale" / "fr" / "LC_MESSAGES" / "facilitator.po"
    po.parent.mkdir(parents=True)
    po.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n'
        '\nmsgid "Actor"\nmsgstr "Acteur"\n'
        '\nmsgctxt "verb"\nmsgid "Open"\nmsgstr "Ouvrir"\n'
        '\nmsgid "{n} link"\nmsgid_plural "{n} links"\nmsgstr[0] "{n} lien"\nmsgstr[1] "{n} liens"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(catalogue, "LOCALE", tmp_path / "locale")
    catalogue.compile_all()
    monkeypatch.setattr(paths, "_resources", lambda: tmp_path)
    words._catalogue.cache_clear()
    yield
    words._catalogue.cache_clear()


@pytest.mark.usefixtures("tiny_catalogue")
class TestSpeaking:
    def test_the_language_changes_live(self) -> None:
        marked = words.N_("Actor")
        assert words._(marked) == "Acteur"
        words.use("en")
        assert words._(marked) == "Actor"

    def test_context_tells_words_apart(self) -> None:
        assert words.pgettext("verb", "Open") == "Ouvrir"
        assert words.pgettext("state", "Open") == "Open"

    @pytest.mark.parametrize(("count", "said"), [(0, "0 lien"), (1, "1 lien"), (2, "2 liens")])
    def test_plurals_are_french(self, count: int, said: str) -> None:
        assert words.ngettext("{n} link", "{n} links", count).format(n=count) == said

    def test_another_language_for_a_while(self) -> None:
        with words.in_language("en"):
            assert words.ngettext("{n} link", "{n} links", 0) == "{n} links"
        assert words.language() == "fr"

    def test_a_mishap_meanwhile_gives_the_language_back(self) -> None:
        with pytest.raises(ZeroDivisionError), words.in_language("en"):
            1 / 0  # noqa: B018
        assert words.language() == "fr"

    def test_nothing_says_nothing(self) -> None:
        """gettext answers the header of the catalogue to the empty sentence."""
        assert words._("") == ""

    def test_without_a_compiled_catalogue_the_sources_speak(self) -> None:
        catalogue.po_path("fr").with_suffix(".mo").unlink()
        words._catalogue.cache_clear()
        assert words._("Actor") == "Actor"


def test_an_unknown_language_is_refused_and_changes_nothing() -> None:
    with pytest.raises(ValueError, match="tlh"):
        words.use("tlh")
    assert words.language() == "fr"


@pytest.mark.parametrize(
    ("preferred", "chosen"),
    [
        ([], "fr"),
        (["C.UTF-8"], "fr"),
        (["POSIX", ""], "fr"),
        (["fr_CA.UTF-8"], "fr"),
        (["en-GB"], "en"),
        (["de_DE@euro", "fr"], "fr"),
        (["de_DE", "nl"], "en"),
    ],
)
def test_the_best_language_for_a_person(preferred: list[str], chosen: str) -> None:
    assert words.choose(preferred) == chosen


def test_the_environment_is_heard_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LANGUAGE", "LC_MESSAGES"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert words.system_language() == "en"


@pytest.mark.parametrize(
    ("code", "day", "said"),
    [
        ("fr", "2026-11-22", "22 novembre 2026"),
        ("fr", date(2027, 1, 1), "1er janvier 2027"),
        ("en", "2026-08-01", "1 August 2026"),
    ],
)
def test_dates_in_full(code: str, day: date | str, said: str) -> None:
    words.use(code)
    assert words.date_long(day).replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize(
    ("code", "moment", "said"),
    [
        ("fr", "14:32:07", "14 h 32"),
        ("fr", time(9), "9 h"),
        ("fr", "00:05", "0 h 05"),
        ("en", "09:00", "09:00"),
    ],
)
def test_times_to_the_minute(code: str, moment: time | str, said: str) -> None:
    words.use(code)
    assert words.time_short(moment).replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("fr", "2026-11-22", "22 nov. 2026"),
        ("fr", "2026-05-01", "1er mai 2026"),
        ("en", "2026-11-22", "22 Nov 2026"),
        ("en", "2026-06-01", "1 June 2026"),
    ],
)
def test_a_short_date_stays_on_one_line(language: str, day: str, said: str) -> None:
    with words.in_language(language):
        assert words.date_short(day) == said.replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize("read", [words.date_long, words.date_short, words.time_short])
def test_what_is_no_date_is_refused(read: Callable[[str], str]) -> None:
    with pytest.raises(ValueError, match="soon"):
        read("soon")
