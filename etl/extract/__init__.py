"""Raw files to documents: one reader a format. README.md says what is read and what becomes a reject."""

from etl.extract.beside import described_by, is_beside, judge, printable
from etl.extract.discovery import find_inputs
from etl.extract.reading import STANDARD_INPUT, SeenFile, read_file, see_file

__all__ = [
    "STANDARD_INPUT",
    "SeenFile",
    "described_by",
    "find_inputs",
    "is_beside",
    "judge",
    "printable",
    "read_file",
    "see_file",
]
