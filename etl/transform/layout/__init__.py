"""A document's layout: paragraph roles, headline, bylines, publication time, language. README.md has the signals."""

from etl.transform.layout.laying import lay_out
from etl.transform.layout.layout import Credit, Dateline, Layout

__all__ = ["Credit", "Dateline", "Layout", "lay_out"]
