"""What an article asserts, and its numbers."""

from etl.transform.claim.claims import find_claims
from etl.transform.claim.numbers import read_numbers

__all__ = ["find_claims", "read_numbers"]
