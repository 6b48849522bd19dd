"""Every room of the transform stage can be the first to be imported: a circle shows only in some order."""

from __future__ import annotations

import subprocess
import sys

import pytest

ROOMS = ("layout", "quotation", "attribution", "entity", "citation", "claim")


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_is_imported_first(room: str) -> None:
    subprocess.run([sys.executable, "-c", f"import etl.transform.{room}"], check=True)
