"""Graphs of other programs are read as lists; ours are read by them."""

from __future__ import annotations

import io
import warnings
import xml.etree.ElementTree as ET
from dataclasses import replace

import networkx as nx
import pytest

from facilitator.exchange import graph_written, graphs, samples
from facilitator.exchange.incoming import incoming
from facilitator.exchange.tables import TableError
from facilitator.model.document import Actor, Document, Link, blank, with_rows
from facilitator.model.vocabulary import Direction

SAMPLE = samples.document("nourrir-rivemont")
G, Y = "{http://graphml.graphdrawing.org/xmlns}", "{http://www.yworks.com/xml/graphml}"

YED = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key id="d0" for="node" yfiles.type="nodegraphics"/><key id="d1" for="edge" yfiles.type="edgegraphics"/>
<key id="d2" for="node" attr.name="description" attr.type="string"/>
<graph edgedefault="directed" id="G">
<node id="n0"><data key="d2">Nourrir</data><data key="d0"><y:ShapeNode>
<y:Geometry x="0" y="10" width="100" height="40"/>
<y:NodeLabel>Ville
de Rivemont<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node>
<node id="n1" yfiles.foldertype="group"><data key="d0"><y:ProxyAutoBoundsNode><y:Realizers><y:GroupNode>
<y:Geometry x="60" y="10" width="20" height="40"/><y:NodeLabel>Quartier</y:NodeLabel></y:GroupNode></y:Realizers>
</y:ProxyAutoBoundsNode></data><graph id="n1:"><node id="n1::n0"/></graph></node>
<edge source="n0" target="n1::n0">
<data key="d1"><y:PolyLineEdge><y:EdgeLabel>porte</y:EdgeLabel></y:PolyLineEdge></data></edge>
</graph></graphml>"""


def after(data: bytes, before: Document | None = None) -> Document:
    document = before or blank()
    found = incoming(document, graphs.graph(data, "g.graphml"))
    return found.gesture(document) if found.gesture else document


def refused(text: str) -> str:
    with pytest.raises(TableError) as error:
        graphs.graph(text.encode(), "g.graphml")
    return error.value.key


def test_yed_boxes_labels_and_groups_are_read() -> None:
    document = after(YED.encode())
    names = {actor.name: actor for actor in document.actors.values()}
    assert set(names) == {"Ville de Rivemont", "Quartier", "n1::n0"}
    ville, quartier = names["Ville de Rivemont"], names["Quartier"]
    assert ville.missions == "Nourrir"
    assert ville.x is not None
    assert quartier.x is not None
    assert ville.y == quartier.y
    assert quartier.x - ville.x >= graphs.ROOM[0], "cards do not lie on one another"
    assert names["n1::n0"].x is None
    (link,) = document.links.values()
    assert (link.text, link.direction) == ("porte", Direction.FORWARD)


def test_networkx_and_gephi_are_read() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node("a", label="L’Étal", x=0.0, y=100.0, size=10.0, r=1, Type="Associations", Poids="3")
    graph.add_node("b", label="Ville", x=400.0, y=0.0)
    graph.add_edge("a", "b", weight=2.0, Intensité="3")
    document = after("\n".join(nx.generate_graphml(graph)).encode())
    etal, ville = document.actors.values()
    assert (etal.name, etal.category, etal.x, etal.y) == ("L’Étal", "association", 0.0, -100.0)
    assert (ville.x, ville.y) == (400.0, 0.0)
    (link,) = document.links.values()
    assert (link.direction, link.intensity) == (Direction.BOTH, 3)
    table, _links = graphs.graph("\n".join(nx.generate_graphml(graph)).encode(), "g.graphml")
    assert table.unused == ("Poids",)


def test_a_default_is_what_is_said_where_nothing_else_is() -> None:
    text = (
        '<graphml><key id="k" for="node" attr.name="Missions"><default>usuelle</default></key><graph>'
        '<node id="a"/><node id="b"><data key="k">autre</data></node><edge source="a" target="b"/></graph></graphml>'
    )
    assert [actor.missions for actor in after(text.encode()).actors.values()] == ["usuelle", "autre"]


@pytest.mark.parametrize("place", ["nan", "inf", "1e9", "ici", ""])
def test_a_place_that_is_none_is_left(place: str) -> None:
    text = (
        '<graphml><key id="x" for="node" attr.name="x"/><key id="y" for="node" attr.name="y"/><graph><node id="a">'
        f'<data key="x">{place}</data><data key="y">0</data></node></graph></graphml>'
    )
    assert [actor.placed for actor in after(text.encode()).actors.values()] == [False]


def test_places_on_one_another_are_left_to_the_tray() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from((name, {"x": 5.0, "y": 5.0}) for name in "ab")
    assert not any(
        actor.placed for actor in after("\n".join(nx.generate_graphml(graph)).encode()).actors.values()
    )
    graph = nx.Graph()
    graph.add_nodes_from((str(n), {"x": float(n), "y": 0.0}) for n in range(1600))
    assert not any(
        actor.placed for actor in after("\n".join(nx.generate_graphml(graph)).encode()).actors.values()
    )


def test_a_map_that_has_cards_keeps_its_own_places() -> None:
    before = with_rows(blank(), "actors", put=[Actor("v", "Ville", "other", x=0.0, y=0.0)])
    document = after(graph_written.written(SAMPLE), before)
    assert [actor.id for actor in document.actors.values() if actor.placed] == ["v"]


def test_two_nodes_of_the_same_name_are_two_actors() -> None:
    text = (
        '<graphml><key id="l" for="node" attr.name="label"/><graph><node id="a"><data key="l">CCAS</data></node>'
        '<node id="b"><data key="l">CCAS</data></node><edge source="a" target="b"/></graph></graphml>'
    )
    document = after(text.encode())
    assert [actor.name for actor in document.actors.values()] == ["CCAS", "CCAS"]
    assert len(document.links) == 1
    again = after(text.encode(), document)
    assert again is document, "each is found again"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]><graphml><graph/></graphml>', "markup.entities"),
        (
            '<!DOCTYPE graphml SYSTEM "http://exemple.invalid/x.dtd"><graphml><graph/></graphml>',
            "markup.entities",
        ),
        ("<graphml>", "markup.broken"),
        ("", "markup.broken"),
        ('<?xml version="1.0" encoding="klingon"?><graphml/>', "markup.broken"),
        ("<svg><graph/></svg>", "graph.none"),
        ("<graphml/>", "graph.none"),
        ("<graphml>" + "<graph>" * 200 + "</graph>" * 200 + "</graphml>", "table.large"),
        (
            f'<graphml><key id="k" for="node"><default>{"x" * 21_000}</default></key><graph>'
            + '<node id="a"/>' * 1_000
            + "</graph></graphml>",
            "table.large",
        ),
    ],
)
def test_what_is_no_graph_is_refused(text: str, key: str) -> None:
    assert refused(text) == key


def test_networkx_reads_ours_without_a_word() -> None:
    data = graph_written.written(SAMPLE)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        graph = nx.read_graphml(io.BytesIO(data))
    assert len(graph) == len(SAMPLE.actors)
    both = sum(link.direction == Direction.BOTH for link in SAMPLE.links.values())
    assert graph.number_of_edges() == len(SAMPLE.links) + both
    ville = next(actor for actor in SAMPLE.actors.values() if actor.name == "Ville de Rivemont")
    node = graph.nodes[ville.id]
    assert ville.y is not None
    assert (node["label"], node["x"], node["y"]) == (ville.name, ville.x, -ville.y)
    assert node["color"] == SAMPLE.categories[ville.category].colour
    assert (node["r"], node["g"], node["b"]) == (0x44, 0x77, 0xAA)
    assert 0 < node["x_coordinate"] < 1
    assert 0 < node["y_coordinate"] < 1


def test_what_each_program_reads_of_ours_is_there() -> None:
    root = ET.fromstring(graph_written.written(SAMPLE))
    keys = {key.attrib["id"]: key.attrib for key in root.iter(f"{G}key")}
    assert len(keys) == len(list(root.iter(f"{G}key")))
    assert keys["n-nodegraphics"]["yfiles.type"] == "nodegraphics"
    assert not {"d3", "d7"} & keys.keys(), "Gephi takes them for labels of yEd"
    for node in root.iter(f"{G}node"):
        first, *others = node.iter(f"{G}data")
        assert first.attrib["key"] == "n-nodegraphics", "others read it too, and what they read last stays"
        box = first.find(f"{Y}ShapeNode/{Y}Geometry")
        label = first.find(f"{Y}ShapeNode/{Y}NodeLabel")
        assert box is not None
        assert label is not None
        assert label.text
        assert float(box.attrib["height"]) > 12.0 * len(label.text.splitlines())
        assert all(data.attrib["key"] in keys for data in others)
    for edge in root.iter(f"{G}edge"):
        assert "directed" not in edge.attrib
        assert edge.find(f"{G}data/{Y}PolyLineEdge/{Y}Arrows") is not None


def test_those_who_wait_are_drawn_under_the_map_and_wait_again() -> None:
    waiting = [Actor(f"w{n}", f"Attente {n}", "other", rank=100 + n) for n in range(8)]
    document = with_rows(SAMPLE, "actors", put=waiting)
    data = graph_written.written(document)
    graph = nx.read_graphml(io.BytesIO(data))
    places = {(node["x"], node["y"]) for _id, node in graph.nodes(data=True)}
    assert len(places) == len(document.actors)
    lowest = -max(actor.y for actor in SAMPLE.actors.values() if actor.y is not None)
    assert all(graph.nodes[actor.id]["y"] < lowest for actor in waiting)
    back = {actor.name: actor for actor in after(data).actors.values()}
    assert not any(back[actor.name].placed for actor in waiting)
    assert all(back[actor.name].x == actor.x for actor in SAMPLE.actors.values())


@pytest.mark.parametrize("actors", [0, 1])
def test_a_map_of_nobody_or_of_one_is_a_graph(actors: int) -> None:
    document = with_rows(blank(), "actors", put=[Actor(f"a{n}", "<&>\"'", "other") for n in range(actors)])
    assert len(nx.read_graphml(io.BytesIO(graph_written.written(document)))) == actors


def test_parallel_links_stay_several() -> None:
    document = with_rows(blank(), "actors", put=[Actor("a", "A", "other"), Actor("b", "B", "other")])
    links = [Link("l1", "a", "b", text="un"), Link("l2", "a", "b", text="deux", direction=Direction.BOTH)]
    document = with_rows(document, "links", put=[replace(link, rank=n) for n, link in enumerate(links)])
    assert nx.read_graphml(io.BytesIO(graph_written.written(document))).number_of_edges() == 3
    assert [link.text for link in after(graph_written.written(document)).links.values()] == ["un", "deux"]
