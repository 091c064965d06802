"""The session file: the only rooms that know SQL."""

from facilitator.model.store.errors import StoreError

__all__ = ["StoreError"]
