"""Who and what an article speaks of."""

from etl.transform.entity.anonymous import describe_source
from etl.transform.entity.mentions import find_mentions
from etl.transform.entity.speakers import resolve_speakers

__all__ = ["describe_source", "find_mentions", "resolve_speakers"]
