"""One web page to one document: its encoding, its article's text, and what its markup says of it.

Importing it takes a while: readers do so when they meet the first page.
"""

from etl.extract.page.reading import read_page
from etl.extract.page.text import extractor

__all__ = ["extractor", "read_page"]
