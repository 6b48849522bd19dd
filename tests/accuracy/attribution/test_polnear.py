"""Who said what on PolNeAR's dev split, from text files to database rows: ``pytest -m accuracy -s``.

``NEWSTRACE_POLNEAR`` names a checkout or a bare clone of GitHub's networkdynamics/PolNeAR.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine

from etl.cli import newstrace
from tests.accuracy.attribution.database import read_relations
from tests.accuracy.attribution.polnear import read_split
from tests.accuracy.attribution.scoring import score, table

#: Lowest figures that a change may bring, at Dice >= .5; README.md of etl/transform/attribution tells the aims.
_FLOOR = {"precision": 0.9, "precision with speaker": 0.8, "direct": 0.88, "mixed": 0.72, "indirect": 0.53}


@pytest.mark.accuracy
def test_dev(engine: Engine, database_env: str, tmp_path: Path) -> None:
    """A user who asks who said what gets no worse an answer than before."""
    root = os.environ.get("NEWSTRACE_POLNEAR")
    if not root:
        pytest.skip("NEWSTRACE_POLNEAR is not set")
    gold = {article.name: article for article in read_split(Path(root), "dev")}
    for name, article in gold.items():
        (tmp_path / f"{name}.txt").write_bytes(article.text.encode())
    for command in (["load", str(tmp_path)], ["annotate", "--workers", "1"]):
        assert CliRunner().invoke(newstrace, command, catch_exceptions=False).exit_code == 0
    with engine.connect() as connection:
        found = read_relations(connection)
    assert found.keys() == gold.keys()
    triples = [(gold[name].text, found[name], gold[name].relations) for name in gold]
    scores = [score(triples, threshold) for threshold in (0.5, 0.8)]
    print("\n" + table(("newstrace", each) for each in scores))
    reached = {"precision": scores[0].precision, "precision with speaker": scores[0].precision_with_speaker}
    reached |= {kind: scores[0].recall(kind) for kind in ("direct", "mixed", "indirect")}
    assert {name: value for name, value in reached.items() if value < _FLOOR[name]} == {}
