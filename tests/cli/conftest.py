"""Commands run as a user runs them: words in, exit status and both streams out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from etl import cli

SAMPLES = Path(__file__).parents[2] / "seeds" / "articles"


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str


Command = Callable[..., Outcome]


@pytest.fixture
def newstrace(database_env: None, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """``newstrace("load", "folder")`` against a fresh database; in this process, which loads the pipeline once."""

    def run(*words: object) -> Outcome:
        monkeypatch.setattr("sys.argv", ["newstrace", *map(str, words)])
        capfd.readouterr()
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = capfd.readouterr()
        code = end.value.code
        return Outcome(code if isinstance(code, int) else 1, out, err)

    return run


@pytest.fixture
def samples() -> Path:
    return SAMPLES


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A folder with one short article."""
    folder = tmp_path / "news"
    folder.mkdir()
    text = (
        "Mayor resigns\n\n"
        "Mayor Ann Reeve said on Tuesday that she would resign in June. "
        "“I have had enough,” Reeve told the Gazette.\n\n"
        "The council said 12 members had voted to accept her resignation.\n"
    )
    (folder / "mayor.txt").write_text(text, encoding="utf-8")
    return folder
