"""Who and what an article speaks of."""

from etl.transform.entity.anonymous import describe_source

__all__ = ["describe_source"]
