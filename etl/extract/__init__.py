"""Raw files to documents: one reader a format. README.md says what is read and what becomes a reject."""

from etl.extract.discovery import find_inputs
from etl.extract.reading import STANDARD_INPUT, SeenFile, printable, read_file, see_file

__all__ = ["STANDARD_INPUT", "SeenFile", "find_inputs", "printable", "read_file", "see_file"]
