"""What several papers tell of one event must be found to be one claim: ``pytest -m accuracy -s``.

``NEWSTRACE_EVENTS`` names the folder with BASIL and ECB+ that the scorer of stories reads.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine, text

from etl.cli import newstrace
from tests.accuracy.claims.facts import Printing, count_alone, read_articles, read_facts, score

#: The least recall and precision that a change may bring.
_FLOOR = {"choice": (0.26, 0.82), "kept": (0.27, 0.74), "other-choice": (0.34, 0.78), "other-kept": (0.37, 0.82)}


@pytest.mark.accuracy
@pytest.mark.parametrize("half", list(_FLOOR))
def test_facts_that_papers_share(engine: Engine, database_env: str, tmp_path: Path, half: str) -> None:
    """A user who asks how many sources stand behind a fact is not told that one paper alone has it."""
    root = os.environ.get("NEWSTRACE_EVENTS")
    if not root:
        pytest.skip("NEWSTRACE_EVENTS is not set")
    facts = read_facts(half)
    articles = read_articles(Path(root), facts)
    lines = tmp_path / "articles.jsonl"
    lines.write_text("".join(json.dumps(record) + "\n" for record in articles.values()), encoding="utf-8")
    assert CliRunner().invoke(newstrace, ["run", str(lines)], catch_exceptions=False).exit_code == 0
    with engine.connect() as connection:
        rows = connection.execute(
            text("""
                select d.text as whole, o.claim_id, o.start_char, o.end_char, o.statement
                from news.claim_occurrences as o
                inner join raw.documents as d on d.document_id = o.article_id
            """)
        ).all()
        exclusive = set(connection.scalars(text("select claim_id from report.exclusive_claims")))
    printings = []
    for row in rows:
        key = next(key for key, record in articles.items() if record["text"] in row.whole)
        offset = row.whole.index(articles[key]["text"])
        printings.append(Printing(key, row.claim_id, row.start_char - offset, row.end_char - offset, row.statement))
    scores = score(facts, printings)
    alone, told = count_alone(facts, printings, exclusive)
    print(f"\n{half}: {scores}; of {alone} claims that one is said to have alone another tells {told / alone:.3f}")
    for one, two in scores.wrong if half.endswith("choice") else ():
        print(f"  {one.text[:110]} || {two.text[:110]}")
    recall, precision = _FLOOR[half]
    assert scores.recall >= recall
    assert scores.precision >= precision
