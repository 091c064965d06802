"""Commands as they are called: what they do, what they say when they cannot, and that nothing else changed."""

from __future__ import annotations

import email
import email.policy
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from facilitator import __main__, commands, paths, words
from facilitator.commands import selftest
from facilitator.minutes import serving
from facilitator.model import plain
from facilitator.model.document import ordered
from facilitator.model.store import file

ROOT = Path(__file__).resolve().parent.parent
LISTS = paths.resource("samples", "nourrir-rivemont")
REAL = [LISTS / name for name in ("actors.csv", "links.csv", "participants.csv")]
NB = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Said:
    """How a command ended."""

    status: int
    out: str
    err: str

    def failed(self, status: int) -> str:
        """The one sentence it failed with."""
        assert self.status == status, self.out + self.err
        assert len(self.err.splitlines()) == 1, self.err
        assert "Traceback" not in self.err
        return self.err.replace(NB, " ").strip()


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    monkeypatch.setenv("LANGUAGE", "fr")
    return Call(capsys)


class Call:
    """Calls a command in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> Said:
        self._capsys.readouterr()
        status = commands.run([str(argument) for argument in arguments])
        read = self._capsys.readouterr()
        return Said(status, read.out, read.err)


@pytest.fixture
def session(tmp_path: Path, call: Call) -> Path:
    """A new session, empty but for its journey."""
    path = tmp_path / "séance.alliance"
    assert call("new", path).status == 0
    return path


@pytest.fixture
def sample(tmp_path: Path, call: Call) -> Path:
    path = tmp_path / "exemple.alliance"
    assert call("new", path, "--sample", "nourrir-rivemont").status == 0
    return path


def files(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, byte for byte."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def apart(*arguments: str | Path, home: Path, **environment: str) -> Said:
    """A command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "facilitator", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "LANGUAGE": "fr", paths.HOME_VARIABLE: str(home), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


# new


def test_new_makes_a_session_with_its_journey(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "Nourrir_la_vallée.alliance"
    assert call("new", path).out.replace(NB, " ") == f"{path} est prêt.\n"
    with file.open(path, read_only=True) as opened:
        workshop = opened.document.workshop
        assert (workshop.title, workshop.language, workshop.journey) == ("Nourrir la vallée", "fr", "default")
        assert len(opened.document.steps) == 11


def test_new_in_english(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "s.alliance"
    assert "is ready" in call("new", path, "--lang", "en").out
    with file.open(path, read_only=True) as opened:
        assert opened.document.workshop.language == "en"
        assert ordered(opened.document.steps)[0].title == "Welcome and framework"


def test_new_refuses_a_file_that_exists(session: Path, call: Call) -> None:
    before = files(session.parent)
    assert "existe déjà" in call("new", session).failed(1)
    assert files(session.parent) == before


def test_new_says_what_it_does_not_know(tmp_path: Path, call: Call) -> None:
    assert "« autre »" in call("new", tmp_path / "s.alliance", "--journey", "autre").failed(1)
    assert "« autre »" in call("new", tmp_path / "s.alliance", "--sample", "autre").failed(1)
    assert "hors d’atteinte" in call("new", tmp_path / "nulle part" / "s.alliance").failed(1)
    assert files(tmp_path) == {}


# import


def test_the_whole_way_from_lists_to_minutes(tmp_path: Path, home: Path) -> None:
    path, out = tmp_path / "s.alliance", tmp_path / "out.pdf"
    assert apart("new", path, home=home).status == 0
    said = apart("import", path, *REAL, home=home)
    assert said.status == 0
    assert said.out.endswith("32 acteurs ajoutés, 34 liens ajoutés, 6 personnes ajoutées.\n")
    assert len(said.out.splitlines()) == 73
    assert apart("minutes", path, out, home=home) == Said(0, f"{out} est prêt.\n", "")
    text = flat("".join(page.extract_text() for page in pypdf.PdfReader(out).pages))
    with file.open(path, read_only=True) as opened:
        document = opened.document
    assert len(document.actors) == 32
    assert [actor.name for actor in document.actors.values() if flat(actor.name) not in text] == []
    from facilitator import terms

    assert len(document.links) == 34
    told = [terms.link_sentence(document, link) for link in document.links.values()]
    assert [sentence for sentence in told if flat(sentence) not in text] == []
    for person in document.participants.values():
        assert flat(person.organisation) in text
        assert (flat(person.name) in text) == person.named
        assert person.email not in text
    assert "@" not in text


def flat(text: str) -> str:
    """Letters alone: where lines break does not count, accents do."""
    return re.sub(r"[\s\N{NO-BREAK SPACE}\N{SOFT HYPHEN}-]+", "", text)


def test_import_again_changes_nothing_of_the_document(session: Path, call: Call) -> None:
    call("import", session, *REAL)
    with file.open(session, read_only=True) as opened:
        before = opened.document
    assert call("import", session, *REAL).out.endswith("72 lignes déjà présentes.\n")
    with file.open(session, read_only=True) as opened:
        assert opened.document == before


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("vide.csv", b"", "est vide"),
        ("binaire.csv", b"\x00\x01\x02\x03", "n’est pas un texte"),
        ("autre.csv", b"a;b\n1;2\n", "n’a pas d’en-têtes connus"),
        ("guillemet.csv", b'Nom\n"a\n', "à partir de la ligne 2"),
        ("classeur.xlsx", b"PK", "n’est pas un tableur"),
        ("ancien.xlsx", b"\xd0\xcf\x11\xe0", "mot de passe"),
        ("texte.docx", b"PK", "ne peut pas être importé"),
        ("carte.graphml", b"<!DOCTYPE a><graphml/>", "type de document"),
        ("carte.json", b"[]", "ni une séance"),
        ("absent.csv", None, "ne se trouve pas"),
    ],
)
def test_one_bad_list_among_good_ones_imports_nothing(
    name: str, content: bytes | None, sentence: str, session: Path, call: Call
) -> None:
    bad = session.parent / name
    if content is not None:
        bad.write_bytes(content)
    before = files(session.parent)
    said = call("import", session, REAL[0], bad).failed(1)
    assert sentence in said
    assert name in said
    assert files(session.parent) == before


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
def test_import_reads_every_encoding(encoding: str, session: Path, call: Call) -> None:
    data = session.parent / "acteurs.csv"
    data.write_bytes('Nom,Missions\r\nCœur d’Été,"une\r\ndeux"\r\nA\r\n'.encode(encoding))
    assert "« Cœur d’Été » : ajouté" in call("import", session, data).out.replace(NB, " ")


# sessions that are none


def damage(session: Path, what: str) -> Path:
    """Something else in place of a session."""
    path = session.parent / f"{what}.alliance"
    data = session.read_bytes()
    if what == "folder":
        path.mkdir()
    elif what != "missing":
        path.write_bytes({"text": b"Bonjour", "empty": b"", "truncated": data[: len(data) // 2]}[what])
    return path


@pytest.mark.parametrize("command", ["import", "export", "minutes", "poster", "cards", "mail", "check"])
@pytest.mark.parametrize("what", ["missing", "folder", "text", "empty", "truncated"])
def test_a_file_that_is_no_session_is_left_alone(command: str, what: str, session: Path, call: Call) -> None:
    path = damage(session, what)
    more = {
        "import": REAL[:1],
        "export": [session.parent / "o.json"],
        "minutes": [session.parent / "o.pdf"],
        "poster": [session.parent / "o.pdf"],
        "cards": [session.parent / "o.pdf"],
        "mail": [session.parent / "o.eml"],
    }
    before = files(session.parent)
    said = call(command, path, *more.get(command, [])).failed(1)
    assert path.name in said
    assert files(session.parent) == before


def test_a_session_open_elsewhere_says_so(session: Path, home: Path, call: Call) -> None:
    with file.open(session):
        assert "déjà ouvert" in apart("import", session, REAL[0], home=home).failed(1)
        assert "déjà ouvert" in apart("check", session, home=home).failed(1)


def test_a_session_that_cannot_be_written_is_not_imported_into(
    session: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*asked: object, **how: object) -> bool:
        return False

    monkeypatch.setattr(os, "access", refuse)
    before = session.read_bytes()
    assert "peut être lu mais pas modifié" in call("import", session, REAL[0]).failed(1)
    assert session.read_bytes() == before


# export and minutes


@pytest.mark.parametrize("name", ["o.json", "o.svg"])
def test_export_replaces_its_own_file_alone(name: str, sample: Path, call: Call) -> None:
    out = sample.parent / name
    out.write_text("avant")
    session = sample.read_bytes()
    assert call("export", sample, out, "--edition", "public").status == 0
    assert "Rivemont" in out.read_text("utf-8")
    assert "Laiterie" not in out.read_text("utf-8")
    assert sample.read_bytes() == session
    assert {path.name for path in sample.parent.iterdir()} == {sample.name, name}


def test_export_is_in_the_language_asked(sample: Path, call: Call) -> None:
    french, english = sample.parent / "fr.svg", sample.parent / "en.svg"
    call("export", sample, french)
    call("export", sample, english, "--lang", "en")
    assert "à renforcer" in french.read_text("utf-8")
    assert "to strengthen" in english.read_text("utf-8")
    out = sample.parent / "o.json"
    call("export", sample, out)
    assert json.loads(out.read_text("utf-8"))["edition"] == "participants"


@pytest.mark.parametrize("extension", [".csv", ".xlsx", ".graphml", ".json"])
def test_what_is_exported_is_imported(extension: str, sample: Path, session: Path, call: Call) -> None:
    out = sample.parent / f"tout{extension}"
    said = call("export", sample, out, "--edition", "whole")
    written = sorted(sample.parent.glob(f"tout*{extension}"))
    assert said == Said(0, "".join(f"{path} est prêt.\n" for path in written), "")
    assert call("import", session, *written).status == 0
    with file.open(session, read_only=True) as one, file.open(sample, read_only=True) as other:
        after, before = one.document, other.document
    assert sorted(row.name for row in after.actors.values()) == sorted(
        row.name for row in before.actors.values()
    )
    assert sum(link.tension for link in after.links.values()) == sum(
        link.tension for link in before.links.values()
    )
    if extension != ".graphml":
        assert {row.email for row in after.participants.values()} == {
            row.email for row in before.participants.values()
        }


@pytest.mark.parametrize("edition", ["participants", "public"])
def test_a_picture_is_as_wide_as_asked(edition: str, sample: Path, call: Call) -> None:
    out = sample.parent / "carte.png"
    assert call("export", sample, out, "--width", "640", "--edition", edition).out == f"{out} est prêt.\n"
    with Image.open(out) as picture:
        assert picture.width == 640
        assert len(picture.convert("RGB").getcolors(1_000_000) or ()) > 100


@pytest.mark.parametrize(
    "arguments", [["o.png", "--width", "12"], ["o.png", "--width", "x"], ["o.svg", "--width", "900"]]
)
def test_a_width_that_makes_no_sense_is_a_misuse(arguments: list[str], sample: Path, call: Call) -> None:
    before = files(sample.parent)
    name, *more = arguments
    said = call("export", sample, sample.parent / name, *more)
    assert said.status == 2
    assert "--width" in said.err
    assert files(sample.parent) == before


def test_a_picture_far_too_tall_is_not_painted(
    sample: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    from facilitator.ui import map_png

    monkeypatch.setattr(map_png, "MOST", 100)
    before = files(sample.parent)
    assert "trop haute" in call("export", sample, sample.parent / "o.png").failed(1)
    assert files(sample.parent) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "o.docx"],
        ["export", "o"],
        ["minutes", "o.docx"],
        ["poster", "o.png"],
        ["cards", "o"],
        ["mail", "o.msg"],
    ],
)
def test_a_format_nobody_knows_is_a_misuse(arguments: list[str], sample: Path, call: Call) -> None:
    before = files(sample.parent)
    command, name = arguments
    assert "ne peut pas être écrit" in call(command, sample, sample.parent / name).failed(2)
    assert files(sample.parent) == before


@pytest.mark.parametrize("command", ["export", "minutes", "poster", "cards", "mail"])
def test_what_cannot_be_written_leaves_everything_as_it_was(command: str, sample: Path, call: Call) -> None:
    name = {"export": "o.json", "mail": "o.eml"}.get(command, "o.pdf")
    before = files(sample.parent)
    assert "ne peut pas être écrit" in call(command, sample, sample.parent / "nulle part" / name).failed(1)
    (sample.parent / name).mkdir()
    assert "ne peut pas être écrit" in call(command, sample, sample.parent / name).failed(1)
    assert files(sample.parent) == before


def test_a_full_disk_says_so(sample: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    out = sample.parent / "o.json"
    out.write_text("avant")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert "disque est plein" in call("export", sample, out).failed(1)
    assert out.read_text() == "avant"
    assert {path.name for path in out.parent.iterdir()} == {sample.name, "o.json"}


@pytest.mark.parametrize(
    ("command", "name"),
    [("export", "s.json"), ("minutes", "s.pdf"), ("poster", "s.pdf"), ("cards", "s.pdf"), ("mail", "s.eml")],
)
def test_a_session_is_never_overwritten_by_what_comes_out_of_it(
    command: str, name: str, sample: Path, call: Call
) -> None:
    session = sample.rename(sample.parent / name)
    before = files(sample.parent)
    assert "sur elle-même" in call(command, session, session).failed(1)
    assert files(sample.parent) == before


def test_minutes_of_both_editions(sample: Path, call: Call) -> None:
    texts = {}
    for edition in ("participants", "public"):
        out = sample.parent / f"{edition}.pdf"
        assert call("minutes", sample, out, "--edition", edition).status == 0
        texts[edition] = flat("".join(page.extract_text() for page in pypdf.PdfReader(out).pages))
    assert "Participantn°1" in texts["participants"]
    assert "Participantn°" not in texts["public"]
    assert "Laiterie" not in texts["public"]


def test_minutes_are_in_the_language_asked(sample: Path, call: Call) -> None:
    for code, said in (("fr", "Compte-rendu"), ("en", "Minutes")):
        out = sample.parent / f"{code}.pdf"
        call("minutes", sample, out, "--lang", code)
        read = pypdf.PdfReader(out)
        assert str(read.root_object["/Lang"]) == code
        assert said in read.pages[0].extract_text()


# check, misuse, languages


def test_a_poster_says_from_how_far_it_is_read(sample: Path, call: Call) -> None:
    out = sample.with_name("affiche.pdf")
    said = call("poster", sample, out, "--size", "a1")
    assert said.status == 0
    assert "se lisent jusqu’à" in said.out
    assert "3 acteurs pas encore placés n’y figurent pas" in said.out
    assert "Radio Val d’Œuvre" in said.out
    (page,) = pypdf.PdfReader(out).pages
    assert sorted(map(float, page.mediabox[2:])) == pytest.approx(
        [594 / 25.4 * 72, 841 / 25.4 * 72], abs=0.01
    )
    assert call("poster", sample, out, "--size", "a2", "--tiles", "a4", "--lang", "en").status == 0
    first, *sheets = pypdf.PdfReader(out).pages
    assert "A poster to put together" in first.extract_text()
    assert len(sheets) == 8
    assert call("poster", sample, out, "--size", "a5").status == 2


def test_a_map_without_actors_is_no_poster(session: Path, call: Call) -> None:
    before = files(session.parent)
    assert "rien à imprimer" in call("poster", session, session.parent / "o.pdf").failed(1)
    assert files(session.parent) == before


def test_cards_are_written_blank_or_filled_in(sample: Path, session: Path, call: Call) -> None:
    out = sample.with_name("cartes.pdf")
    assert call("cards", sample, out, "--sheets", "2").status == 0
    assert len(pypdf.PdfReader(out).pages) == 2
    assert call("cards", "--kinds", "cards, blank-links", sample, out, "--lang", "en").status == 0
    read = pypdf.PdfReader(out)
    assert str(read.root_object["/Lang"]) == "en"
    assert "Les Jardins du Gué" in " ".join(page.extract_text() for page in read.pages)
    before = files(sample.parent)
    for asked, why in ((("--kinds", "cards,x"), "cards, blank-links"), (("--sheets", "21"), "de 1 à 20")):
        misused = call("cards", sample, out, *asked)
        assert misused.status == 2
        assert why in misused.err
    assert "dans la séance" in call("cards", session, out, "--kinds", "cards,links").failed(1)
    assert files(sample.parent) == before


def test_a_draft_says_who_will_not_receive_it(tmp_path: Path, call: Call) -> None:
    path, people = tmp_path / "s.alliance", tmp_path / "p.csv"
    rows = ("Anna;anna@exemple.fr;oui", "Zoé;;oui", "Paul;paul chez exemple;oui", "Léa;lea@exemple.fr;non")
    people.write_text("\n".join(("nom;courriel;reçoit le compte-rendu", *rows)), "utf-8")
    assert call("new", path).status == 0
    assert call("import", path, people).status == 0
    out = tmp_path / "envoi.eml"
    said = call("mail", path, out).out.replace(NB, " ")
    assert "1 personne recevra le compte-rendu" in said
    assert "sans donner d’adresse : Zoé." in said
    assert "adresse à vérifier : Paul." in said
    assert "@" not in said, "no address is printed"
    first = out.read_bytes()
    assert email.message_from_bytes(first, policy=email.policy.default)["Bcc"] == "anna@exemple.fr"
    assert call("mail", path, out).status == 0
    assert out.read_bytes() == first
    assert call("mail", path, out, "--edition", "public", "--lang", "en").status == 0
    assert email.message_from_bytes(out.read_bytes(), policy=email.policy.default)["Subject"].startswith(
        "Min"
    )


def test_check_of_a_sound_session(sample: Path, call: Call) -> None:
    before = files(sample.parent)
    assert call("check", sample).out.replace(NB, " ").endswith("est sain : 32 acteurs, 34 liens.\n")
    assert files(sample.parent) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["new"],
        ["new", "a", "--lang", "de"],
        ["new", "a", "--sample", "b", "--journey", "c"],
        ["import", "a"],
        ["export", "a", "b.json", "--edition", "secret"],
        ["minutes", "a"],
        ["check"],
        ["self-test", "extra"],
        ["a.alliance", "b.alliance"],
        ["--nothing"],
    ],
)
def test_a_misuse_is_told_and_does_nothing(
    arguments: list[str], tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = call(*arguments)
    assert said.status == 2
    assert said.err
    assert files(tmp_path) == {}


@pytest.mark.parametrize(
    "command", ["", "new", "import", "export", "minutes", "poster", "cards", "mail", "check", "self-test"]
)
def test_help_is_in_the_language_asked(command: str, call: Call) -> None:
    french, english = (call(*filter(None, [command]), "--help", "--lang", code) for code in ("fr", "en"))
    assert (french.status, english.status) == (0, 0)
    assert french.out != english.out


def test_the_version(call: Call) -> None:
    assert call("--version").out.startswith("Entre tous ")


@pytest.mark.parametrize("arguments", [["--lang", "en"], ["--lang=en"]])
def test_what_is_said_follows_lang(arguments: list[str], session: Path, call: Call) -> None:
    assert "exists already" in call("new", session, *arguments).failed(1)
    assert words.language() == "en"


@pytest.mark.skipif(os.name == "nt", reason="no such shell")
def test_a_reader_that_leaves_is_no_error(session: Path, home: Path) -> None:
    command = f'"{sys.executable}" -m facilitator import "{session}" "{REAL[0]}" | head -n 1'
    environment = {**os.environ, "LANGUAGE": "fr", paths.HOME_VARIABLE: str(home)}
    done = subprocess.run(
        ["sh", "-c", command], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_letters_are_written_whatever_the_terminal_says(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "Été.alliance"
    said = apart("new", path, home=home, PYTHONIOENCODING="ascii")
    assert said == Said(0, f"{path} est prêt.\n", "")


def test_commands_that_need_no_window_do_not_load_one(session: Path, home: Path) -> None:
    code = (
        "import sys; from facilitator import commands; commands.run(sys.argv[1:]);"
        "print(sorted({'PySide6', 'reportlab', 'networkx', 'xlsxwriter'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", str(session)],
        cwd=ROOT,
        env={**os.environ, paths.HOME_VARIABLE: str(home)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_self_test_tries_every_floor(home: Path, call: Call) -> None:
    said = call("self-test")
    assert said.status == 0, said.err
    assert len(said.out.splitlines()) == 9
    assert said.out.count("✓") == 8
    assert list(home.iterdir()) == []
    assert os.environ[paths.HOME_VARIABLE] == str(home)


def test_self_test_says_which_floor_fails(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(bench: object) -> None:
        raise selftest.Failed("as it should")

    monkeypatch.setattr(selftest, "_FLOORS", (("Minutes: both editions, poster, cards, draft", broken),))
    said = call("self-test")
    assert said.status == 1
    assert said.out.startswith("✗ Compte-rendu")
    assert "as it should" in said.err


def test_without_a_command_the_window_opens(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    from facilitator.ui import app

    asked: list[tuple[object, ...]] = []

    def run(path: Path | None = None, *, sample: bool = False, language: str | None = None) -> int:
        asked.append((path, sample, language))
        return 0

    monkeypatch.setattr(app, "run", run)
    assert call().status == call("s.alliance").status == call("--sample", "--lang", "en").status == 0
    assert asked == [(None, False, None), (Path("s.alliance"), False, None), (None, True, "en")]


def test_a_fault_of_the_program_is_one_sentence_and_a_report(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    def broken(arguments: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(commands, "run", broken)
    assert __main__.main() == 1
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    (log,) = home.rglob("errors.log")
    assert str(log) in said
    assert "ZeroDivisionError" in log.read_text("utf-8")


def closed_early(arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    """A command whose reader has left before anything is said, its output kept back until the end as in a pipe."""
    command = f'"{sys.executable}" -m facilitator {arguments} | (exec <&-; sleep 0.1)'
    environment = {**os.environ, "LANGUAGE": "fr", paths.HOME_VARIABLE: str(home)}
    environment.pop("PYTHONUNBUFFERED", None)
    return subprocess.run(
        ["bash", "-c", f"{command}; exit ${{PIPESTATUS[0]}}"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.skipif(os.name == "nt", reason="no such shell")
@pytest.mark.parametrize("arguments", ["check '{session}'", "--help"])
def test_a_reader_that_left_before_is_no_error_either(arguments: str, session: Path, home: Path) -> None:
    done = closed_early(arguments.format(session=session), home)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_words_that_cannot_be_written_are_a_fault(session: Path, home: Path) -> None:
    environment = {**os.environ, "LANGUAGE": "fr", paths.HOME_VARIABLE: str(home)}
    environment.pop("PYTHONUNBUFFERED", None)
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "facilitator", "check", str(session)]
        done = subprocess.run(
            command, cwd=ROOT, env=environment, stdout=full, stderr=subprocess.PIPE, check=False
        )
        assert done.returncode == 1
        assert done.stderr.decode("utf-8").startswith("Le disque est plein")
        silent = subprocess.run([*command, "extra"], cwd=ROOT, env=environment, stderr=full, check=False)
        assert silent.returncode == 2
        missing = [*command[:-1], str(session.parent / "absent")]
        assert subprocess.run(missing, cwd=ROOT, env=environment, stderr=full, check=False).returncode == 1


def test_nothing_acts_on_the_terminal(session: Path, call: Call) -> None:
    data = session.parent / "liste.csv"
    data.write_text('Nom;Présence\nA;"\x1b]0;titre\x07deux\nlignes"\n', "utf-8")
    said = call("import", session, data).out
    assert "deux lignes" in said
    assert len(said.splitlines()) == 3
    assert not {"\x1b", "\x07"} & set(said)


@pytest.mark.parametrize(("command", "ending"), [("export", ".svg"), ("minutes", ".pdf"), ("mail", ".eml")])
def test_a_name_no_disk_can_hold_is_told(command: str, ending: str, session: Path, call: Call) -> None:
    out = session.parent / ("a" * 300 + ending)
    assert "ne peut pas être écrit" in call(command, session, out).failed(1)


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_an_accent_in_a_name_is_read_whatever_the_locale(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "Été_au_Gué.alliance"
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert apart("new", path, home=home, **plain) == Said(0, f"{path} est prêt.\n", "")
    with file.open(path, read_only=True) as opened:
        assert opened.document.workshop.title == "Été au Gué"


def test_a_folder_that_cannot_be_written_is_not_said_to_be_read(
    tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_asked: object, **_how: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert "ne peut pas être écrit" in call("new", tmp_path / "s.alliance").failed(1)


@pytest.mark.parametrize("arguments", [["new"], ["export", "a", "b.json", "--edition", "x"], ["a", "b"]])
def test_a_misuse_is_told_in_french(arguments: list[str], call: Call) -> None:
    said = call(*arguments).err.replace(NB, " ")
    assert said.startswith("utilisation : facilitator")
    assert not re.search(r"\b(usage|error|argument|required|unrecognized|invalid|FILE)\b", said)


def test_minutes_are_set_again_and_again_for_the_console(sample: Path) -> None:
    with file.open(sample, read_only=True) as session:
        told = {"document": plain.to_plain(session.document), "edition": "participants"}
    asked = BytesIO(
        json.dumps(told).encode() + b"\nnothing that is one\n" + json.dumps(told).encode() + b"\n"
    )
    answers = BytesIO()
    assert serving.serve(asked, answers) == 0
    answers.seek(0)
    lengths = []
    while head := answers.read(serving.LENGTH):
        lengths.append(int.from_bytes(head, "big"))
        data = answers.read(lengths[-1])
        assert not data or data.startswith(b"%PDF-")
    assert lengths[0] > 10_000
    assert lengths == [lengths[0], 0, lengths[0]]
