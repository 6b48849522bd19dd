"""Apache Superset, a real BI server, on top of the views: run on demand, not with the other tests.

    python3 -m venv SUPERSET
    SUPERSET/bin/pip install apache-superset==6.1.0 psycopg2-binary flask-caching==2.3.1 rich cachetools
    DATABASE_URL=... newstrace run seeds/articles
    DATABASE_URL=... python -m tests.bi.superset --superset SUPERSET

It makes a read-only role with ``newstrace db grant``, starts Superset on loopback with its own data in a folder that is
removed at the end, and does through Superset's REST API what a person does there: connect the database as that role,
make a dataset on every view, make a chart on three of them, and fetch the charts' data. Exit status 0 if all went well.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPCookieProcessor, Request, build_opener

from etl.load.view_files import read_views

ROLE = "superset_check"
#: View, chart type and what is asked of it: a bar a story, a share, a table.
CHARTS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    (
        "story_coverage",
        "echarts_timeseries_bar",
        {"columns": ["title"], "metrics": [{"expressionType": "SQL", "sqlExpression": "sum(articles)", "label": "n"}]},
    ),
    (
        "source_transparency",
        "big_number_total",
        {
            "columns": [],
            "metrics": [
                {
                    "expressionType": "SQL",
                    "sqlExpression": "sum(anonymous)::float / nullif(sum(attributions), 0)",
                    "label": "share",
                }
            ],
        },
    ),
    ("quote_provenance", "table", {"columns": ["quote", "outlet", "addressee", "published_at"], "metrics": []}),
)

CONFIG = """
SECRET_KEY = {secret!r}
SQLALCHEMY_DATABASE_URI = {metadata!r}
TALISMAN_ENABLED = False
WTF_CSRF_ENABLED = True
RATELIMIT_ENABLED = False
"""


class CheckError(Exception):
    """Something that a person would have seen go wrong."""


class Superset:
    """A running server, through its REST API."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self._headers = {"Content-Type": "application/json", "Referer": address}

    def sign_in(self, password: str) -> None:
        body = {"username": "admin", "password": password, "provider": "db", "refresh": False}
        self._headers["Authorization"] = f"Bearer {self.call('POST', '/security/login', body)['access_token']}"
        self._headers["X-CSRFToken"] = self.call("GET", "/security/csrf_token/")["result"]

    def call(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> dict[str, Any]:
        data = None if body is None else json.dumps(body).encode()
        request = Request(f"{self.address}/api/v1{path}", data, self._headers, method=method)
        try:
            with self._opener.open(request, timeout=120) as answer:
                found: dict[str, Any] = json.load(answer)
                return found
        except HTTPError as error:
            raise CheckError(f"{method} {path}: {error.code} {error.read().decode()[:600]}") from None


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--superset", type=Path, required=True, help="virtual environment that Superset is in")
    chosen = options.parse_args()
    if "DATABASE_URL" not in os.environ:
        options.error("set DATABASE_URL to a database with articles in it")
    try:
        with _serving(chosen.superset) as (server, password):
            server.sign_in(password)
            return _check(server, _grant())
    except CheckError as failure:
        print(f"FAILED  {failure}")
        return 1
    finally:
        _revoke()


def _check(server: Superset, address: str) -> int:
    database = server.call("POST", "/database/", {"database_name": "newstrace", "sqlalchemy_uri": address})["id"]
    print(f"ok      connected as {ROLE}")
    _check_schemas(server, database)
    datasets: dict[str, int] = {}
    explained = 0
    for view in read_views():
        body = {"database": database, "schema": "report", "table_name": view.name}
        datasets[view.name] = server.call("POST", "/dataset/", body)["id"]
        explained += _check_dataset(server, datasets[view.name], view.name, view.columns)
    columns = sum(len(view.columns) for view in read_views())
    print(
        f"ok      {len(datasets)} datasets, one on each view; {explained} of {columns} columns come with their comment"
    )
    for view_name, kind, query in CHARTS:
        _check_chart(server, datasets[view_name], view_name, kind, query)
    _check_denied(server, database)
    return 0


def _check_schemas(server: Superset, database: int) -> None:
    schemas = set(server.call("GET", f"/database/{database}/schemas/")["result"])
    found = server.call("GET", f"/database/{database}/tables/?q=(schema_name:report)")
    names = {each["value"] for each in found["result"]}
    wanted = {view.name for view in read_views()}
    if not wanted <= names:
        raise CheckError(f"views that Superset does not list: {sorted(wanted - names)}")
    print(f"ok      schemas listed: {', '.join(sorted(schemas))}; {len(names)} views in report")


def _check_dataset(server: Superset, dataset: int, name: str, columns: Mapping[str, str]) -> int:
    found = server.call("GET", f"/dataset/{dataset}")["result"]["columns"]
    types = {each["column_name"]: each["type"] for each in found}
    if types.keys() != columns.keys():
        raise CheckError(f"{name}: columns {sorted(types.keys() ^ columns.keys())} differ")
    unread = {column: kind for column, kind in types.items() if not kind or re.search("NULL|ARRAY|JSON|INTERVAL", kind)}
    if unread:
        raise CheckError(f"{name}: types that a BI tool cannot use: {unread}")
    return sum(each.get("description") == columns[each["column_name"]] for each in found)


def _check_chart(server: Superset, dataset: int, view: str, kind: str, query: Mapping[str, Any]) -> None:
    source = {"id": dataset, "type": "table"}
    context = {
        "datasource": source,
        "queries": [{**query, "row_limit": 1000, "filters": [], "extras": {}, "orderby": []}],
        "result_format": "json",
        "result_type": "full",
    }
    form = {"viz_type": kind, "datasource": f"{dataset}__table", **query}
    chart = server.call(
        "POST",
        "/chart/",
        {
            "slice_name": f"newstrace {view}",
            "viz_type": kind,
            "datasource_id": dataset,
            "datasource_type": "table",
            "params": json.dumps(form),
            "query_context": json.dumps(context),
        },
    )["id"]
    answer = server.call("POST", "/chart/data", context)["result"][0]
    if answer.get("error") or not answer["rowcount"]:
        raise CheckError(f"chart on {view}: {answer.get('error') or 'no rows'}")
    print(f"ok      chart {chart} ({kind}) on {view}: {answer['rowcount']} rows, first {answer['data'][0]}")


def _check_denied(server: Superset, database: int) -> None:
    body = {"database_id": database, "sql": "select * from news.articles", "schema": "report", "client_id": "denied"}
    try:
        server.call("POST", "/sqllab/execute/", body)
    except CheckError as refusal:
        if "permission denied" in str(refusal):
            print("ok      a query on news.articles is refused: permission denied")
            return
        raise
    raise CheckError("the role reads news.articles, which it must not")


def _grant() -> str:
    said = subprocess.run(["newstrace", "db", "grant", ROLE], check=True, capture_output=True, text=True).stdout
    found = re.search(r"postgres\w*://\S+", said)
    if found is None:
        raise CheckError(f"newstrace db grant gave no address: {said}")
    return "postgresql+psycopg2://" + found[0].partition("://")[2]


def _revoke() -> None:
    from etl.load.connection import connect, read_url

    engine = connect(read_url(os.environ["DATABASE_URL"]))
    with engine.begin() as connection:
        if connection.exec_driver_sql(f"select 1 from pg_roles where rolname = '{ROLE}'").scalar():
            connection.exec_driver_sql(f"drop owned by {ROLE}")
            connection.exec_driver_sql(f"drop role {ROLE}")
    engine.dispose()


@contextmanager
def _serving(venv: Path) -> Iterator[tuple[Superset, str]]:
    password = secrets.token_urlsafe(12)
    with tempfile.TemporaryDirectory(prefix="nt-superset-") as folder:
        home = Path(folder)
        config = home / "superset_config.py"
        metadata = f"sqlite:///{home / 'superset.db'}"
        config.write_text(CONFIG.format(secret=secrets.token_hex(32), metadata=metadata), encoding="utf-8")
        environment = {
            **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
            "SUPERSET_CONFIG_PATH": str(config),
            "SUPERSET_HOME": folder,
            "FLASK_APP": "superset",
            "SCARF_ANALYTICS": "false",
        }
        program = str(venv / "bin" / "superset")
        with (home / "superset.log").open("w+", encoding="utf-8") as log:
            admin = ["--username", "admin", "--firstname", "a", "--lastname", "b", "--email", "a@localhost"]
            for words in (["db", "upgrade"], ["fab", "create-admin", *admin, "--password", password], ["init"]):
                done = subprocess.run([program, *words], env=environment, stdout=log, stderr=log, check=False)
                if done.returncode:
                    log.seek(0)
                    raise CheckError(f"superset {words[0]} ended with {done.returncode}: {log.read()[-2000:]}")
            port = _free_port()
            words = [program, "run", "-h", "127.0.0.1", "-p", str(port), "--with-threads"]
            server = subprocess.Popen(words, env=environment, stdout=log, stderr=log)
            try:
                address = f"http://127.0.0.1:{port}"
                _wait(server, address)
                print(f"ok      Superset answers at {address}")
                yield Superset(address), password
            finally:
                server.terminate()
                server.wait(timeout=30)


def _wait(server: subprocess.Popen[bytes], address: str) -> None:
    for _ in range(120):
        if server.poll() is not None:
            raise CheckError(f"Superset ended with {server.returncode}")
        try:
            build_opener().open(f"{address}/health", timeout=5).close()
        except (URLError, OSError):
            time.sleep(1)
        else:
            return
    raise CheckError("Superset did not answer within two minutes")


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main())
