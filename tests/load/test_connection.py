"""One address, in any of its forms, and no password in any message."""

from __future__ import annotations

import psycopg
import pytest
from pydantic import SecretStr
from sqlalchemy import URL, Engine, text

from etl.errors import DatabaseUnreachableError, NewstraceError, SettingsError
from etl.load.connection import connect, describe, libpq_url, open_engine, psql_environment, read_url
from etl.logs import redact
from etl.settings import read_settings

PASSWORD = "s3cret @/:%+ é"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_form_of_the_address_is_understood(database_url: URL, scheme: str) -> None:
    given = database_url.set(drivername=scheme).render_as_string(hide_password=False)
    engine = open_engine(read_settings(database_url=SecretStr(given)))
    with engine.connect() as connection:
        assert connection.scalar(text("select current_database()")) == database_url.database
        assert connection.scalar(text("show timezone")) == "UTC"
        assert database_url.database in describe(connection)
    engine.dispose()


@pytest.mark.parametrize("given", ["mysql://u:s3cret@h/d", "postgresql+asyncpg://u:s3cret@h/d", "s3cret", "", "://:@"])
def test_another_address_is_refused_without_telling_it(given: str) -> None:
    with pytest.raises(SettingsError, match="DATABASE_URL") as caught:
        read_url(given)
    assert "s3cret" not in str(caught.value)
    assert "<user>:<password>@<host>" in redact(str(caught.value))


@pytest.mark.parametrize(
    ("changes", "hint"),
    [
        ({"port": 1}, "Check that the server runs"),
        ({"database": "no_such_database"}, "Create the database"),
        ({"password": "s3cret"}, "password"),
        ({"host": "no-such-host.invalid"}, "Check that the server runs"),
    ],
)
def test_what_went_wrong_is_told_with_what_to_do(server: URL, changes: dict[str, object], hint: str) -> None:
    with pytest.raises(DatabaseUnreachableError, match=hint) as caught:
        connect(server.set(**changes))  # type: ignore[arg-type]
    message = str(caught.value)
    assert "s3cret" not in message
    assert str(server.password) not in message
    assert caught.value.__cause__ is None


def test_psql_and_bi_tools_take_the_address_whatever_is_in_it() -> None:
    odd = URL.create("postgresql", "a user", PASSWORD, "db.example", 5433, "my db/x", {"sslmode": "require"})
    settings = read_settings(database_url=SecretStr(odd.render_as_string(hide_password=False)))
    parsed = psycopg.conninfo.conninfo_to_dict(libpq_url(settings))
    assert parsed == {
        "user": "a user",
        "password": PASSWORD,
        "host": "db.example",
        "port": "5433",
        "dbname": "my db/x",
        "sslmode": "require",
    }
    assert psql_environment(settings) == {
        "PGUSER": "a user",
        "PGPASSWORD": PASSWORD,
        "PGHOST": "db.example",
        "PGPORT": "5433",
        "PGDATABASE": "my db/x",
        "PGSSLMODE": "require",
    }


def test_an_error_does_not_spill_the_articles(engine: Engine) -> None:
    with pytest.raises(Exception, match="division") as caught, engine.connect() as connection:
        connection.execute(text("select :words, 1 / 0"), {"words": "a whole article"})
    assert "a whole article" not in str(caught.value)
    assert not isinstance(caught.value, NewstraceError)
