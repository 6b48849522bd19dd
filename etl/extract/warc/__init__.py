"""WARC archives (ISO 28500) to documents: every HTML page that a crawler was given is one."""

from etl.extract.warc.reading import WARC

__all__ = ["WARC"]
