"""The minutes as they are read aloud: PDF/UA, read back with other libraries than the one that wrote them."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from facilitator import terms
from facilitator.minutes.document import pdf
from facilitator.model.document import Document, Participant, blank
from facilitator.model.edition import EDITIONS, edition
from facilitator.model.vocabulary import Attendance, Status
from tests.minutes.reading_back import flat
from tests.minutes.rich import large, rich
from tests.minutes.structure import Node, Structure, structure

KINDS = {
    "Document", "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure", "Link",
    "TOC", "TOCI", "Reference",
}  # fmt: skip


def addressed() -> Document:
    """Addresses in the words of the group, alone on their line and within it."""
    session = rich()
    text = "https://exemple.invalid/a?b=1&c=2\nÉcrire à moi@exemple.invalid, ou voir www.exemple.invalid."
    return replace(session, workshop=replace(session.workshop, resources=text))


@pytest.fixture(scope="module")
def told() -> Structure:
    return structure(pdf(rich()))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("session", [rich, blank, addressed, lambda: large(50, 120)])
def test_all_that_is_written_is_told_once_or_is_no_content(
    session: Callable[[], Document], edition: str
) -> None:
    found = structure(pdf(session(), edition=edition))
    assert not found.unmarked
    held = Counter(found.tree.contents())
    assert set(held) == set(found.owners) >= set(found.said)
    assert set(held.values()) == {1}
    assert {node.kind for node in found.tree.all()} <= KINDS
    assert all(node.kids or node.kind in {"TD", "TH"} for node in found.tree.all())


def test_the_file_says_that_it_can_be_read_aloud(told: Structure) -> None:
    root = told.reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    packet = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert ">Nourrir Rivemont</rdf:li>" in packet
    assert "<rdf:li>fr</rdf:li>" in packet
    assert all(page["/Tabs"] == "/S" for page in told.reader.pages)


def test_headings_go_down_one_level_at_a_time(told: Structure) -> None:
    assert told.texts("H1") == ["Nourrir Rivemont"]
    levels = [int(node.kind[1]) for node in told.tree.all("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert "Engagements et suites" in told.texts("H2")
    assert "Principes" in told.texts("H3")


def test_a_list_is_items_with_a_body(told: Structure) -> None:
    for node in told.tree.all("L"):
        assert {kid.kind for kid in node.kids if isinstance(kid, Node)} == {"LI"}
    for node in told.tree.all("LI"):
        assert [kid.kind for kid in node.kids if isinstance(kid, Node)] in (["Lbl", "LBody"], ["LBody"])
    assert "• Écrire seul avant de parler à plusieurs." in [
        text.partition(" — ")[0] for text in told.texts("LI")
    ]


def people(count: int) -> Document:
    held = {
        f"p{n}": Participant(
            f"p{n}", f"Personne n° {n}", "Structure", "Bénévole", "", Attendance.PRESENT, named=True, rank=n
        )
        for n in range(count)
    }
    return replace(rich(), participants=held)


def test_a_table_names_its_columns_again_on_each_page() -> None:
    found = structure(pdf(people(90)))
    (table,) = (node for node in found.tree.all("Table") if "Personne n° 0" in found.text(node))
    rows = [node for node in table.kids if isinstance(node, Node)]
    assert {len(row.kids) for row in rows} == {3}
    heads = [row for row in rows if any(kid.kind == "TH" for kid in row.all())]
    assert rows[0] is heads[0]
    assert len(heads) >= 3
    for row in heads:
        assert found.text(row) == "Nom Fonction Structure"
        assert all(cell.scope == "/Column" for cell in row.all("TH"))
        below = rows[rows.index(row) + 1]
        assert {page for page, _mark in below.contents()} == {page for page, _mark in row.contents()}
    said = [found.text(row).split(" Bénévole")[0] for row in rows if row not in heads]
    assert said == [f"Personne n° {n}" for n in range(90)]


def test_a_thing_broken_over_pages_is_one_thing() -> None:
    text = " ".join(f"mot{n}" for n in range(2000))
    session = replace(blank(), workshop=replace(blank().workshop, lead=text))
    found = structure(pdf(session))
    assert text in found.texts("P")


def test_addresses_are_links_that_say_where_they_lead() -> None:
    found = structure(pdf(addressed()))
    links = {found.text(node).replace(" ", ""): node for node in found.tree.all("Link")}
    for said in ("https://exemple.invalid/a?b=1&c=2", "moi@exemple.invalid"):
        assert [kid for kid in links[said].kids if isinstance(kid, str)] == [said]
    assert "https://www.exemple.invalid" in links["www.exemple.invalid"].kids
    assert "Écrire à moi@exemple.invalid , ou voir www.exemple.invalid ." in found.texts("P")


def test_every_annotation_belongs_to_a_link(told: Structure) -> None:
    for page in told.reader.pages:
        for held in page.get("/Annots", []):
            annotation = held.get_object()
            assert annotation["/Contents"]
            assert annotation["/F"] & 4
    contents = list(told.tree.all("TOCI"))
    assert len(contents) > 5
    for node in contents:
        (link,) = node.all("Link")
        (name,) = (kid for kid in link.kids if isinstance(kid, str))
        assert flat(told.text(node)).rpartition(" ")[0] == flat(name)


@pytest.mark.parametrize("name", EDITIONS)
def test_the_map_is_told_by_its_sentences(name: str) -> None:
    found = structure(pdf(rich(), edition=name))
    map_, legend, today, desired, *_ = (node.alternative for node in found.tree.all("Figure"))
    shown = edition(rich(), name)
    for link in shown.links.values():
        sentence, to_come = terms.link_sentence(shown, link), link.status is Status.TO_CREATE
        assert sentence in map_
        assert (sentence in today) is not to_come
        assert (sentence in desired) is to_come
    assert legend.startswith("Légende")
    assert "à créer" in legend
