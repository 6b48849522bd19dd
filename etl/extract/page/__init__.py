"""One web page, or one body of HTML, to one document: its encoding, its article's text, and what its markup says of it.

Importing it takes a while: readers do so when they meet the first page.
"""

from etl.extract.page.body import read_body
from etl.extract.page.reading import read_page
from etl.extract.page.text import extractor

__all__ = ["extractor", "read_body", "read_page"]
