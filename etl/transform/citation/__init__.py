"""Where an article credits another publication."""

from etl.transform.citation.citations import find_citations

__all__ = ["find_citations"]
