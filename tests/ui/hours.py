"""A clock for tests."""


class Hours:
    """A time that goes on when one says so; seconds."""

    def __init__(self, now: float = 1_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def pass_(self, minutes: float) -> None:
        self.now += minutes * 60
