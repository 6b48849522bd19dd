"""What an article asserts, and its numbers."""

from etl.transform.claim.claims import find_claims

__all__ = ["find_claims"]
