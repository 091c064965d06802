"""Any sequence of gestures, undo, redo, close and reopen is as good as a list of Documents."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from facilitator.model import plain
from facilitator.model.document import TABLES, Document, blank, rows_of
from facilitator.model.gestures import Refused
from facilitator.model.rules import broken
from facilitator.model.store import file
from facilitator.model.store.journal import Journal
from tests.model import drawn
from tests.model.rich import rich


class Session(RuleBasedStateMachine):
    """A session file, and beside it what it should be: documents, the key of each, and how far one is."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.path = Path(self._folder.name) / "s.alliance"

    @initialize(start=st.sampled_from([rich(), rich(), blank()]))
    def begin(self, start: Document) -> None:
        self.steps = 0
        self.session = file.create(self.path, start)
        self.journal = Journal(self.session)
        self.documents, self.keys, self.at = [start], [""], 0

    @rule(data=st.data())
    def do(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(drawn.PUBLIC))
        any(self._done(data.draw, name) for _ in range(3))  # what is refused is tried again, otherwise

    def _done(self, draw: drawn.Draw, name: str) -> bool:
        """Does a gesture of that name, and says whether it changed anything."""
        before = self.journal.document
        gesture = drawn.gesture(draw, before, name)
        try:
            entry = self.journal.do(gesture)
        except Refused:
            assert self.journal.document is before
            return False
        after = self.journal.document
        assert (entry is None) == (after is before)
        if entry is None:
            return False
        latest = self.at == len(self.documents) - 1
        if latest and gesture.merge and gesture.merge == self.keys[self.at]:
            self.documents[self.at] = after
            if after == self.documents[self.at - 1]:
                self._forget_last()
        else:
            self.at += 1
            self.documents[self.at :], self.keys[self.at :] = [after], [gesture.merge]
        return True

    def _forget_last(self) -> None:
        self.documents.pop()
        self.keys.pop()
        self.at -= 1

    @precondition(lambda self: self.at > 0)
    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        for _ in range(times):
            entry = self.journal.undo()
            assert (entry is None) == (self.at == 0)
            self.at = max(0, self.at - 1)

    @precondition(lambda self: self.at < len(self.documents) - 1)
    @rule(times=st.integers(1, 3))
    def redo(self, times: int) -> None:
        for _ in range(times):
            entry = self.journal.redo()
            assert (entry is None) == (self.at == len(self.documents) - 1)
            self.at = min(len(self.documents) - 1, self.at + 1)

    @precondition(lambda self: self.steps >= 12)  # opening is what takes time
    @rule()
    def reopen(self) -> None:
        self.steps = 0
        self.session.close()
        assert file.check(self.path) == []
        self.session = file.open(self.path, backup=False)
        before, self.journal = self.journal.document, Journal(self.session)
        assert plain.to_plain(self.journal.document) == plain.to_plain(before)

    @invariant()
    def as_expected(self) -> None:
        if not hasattr(self, "journal"):
            return
        self.steps += 1
        document = self.journal.document
        assert document == self.documents[self.at]
        for table in TABLES:
            assert list(rows_of(document, table)) == list(rows_of(self.documents[self.at], table))
        assert not broken(document)
        assert (self.journal.next_undo is None) == (self.at == 0)
        assert (self.journal.next_redo is None) == (self.at == len(self.documents) - 1)

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self._all_the_way()
            self.session.close()
        self._folder.cleanup()

    def _all_the_way(self) -> None:
        """As many undos as there are entries, as many redos: the same rows."""
        while self.journal.redo():
            pass
        last = plain.to_plain(self.journal.document)
        while self.journal.undo():
            pass
        assert self.journal.document == self.documents[0]
        while self.journal.redo():
            pass
        assert plain.to_plain(self.journal.document) == last


TestSession = Session.TestCase
TestSession.settings = settings(
    max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
