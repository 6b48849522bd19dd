"""Settings: a flag beats the environment, which beats a TOML file, which beats the default."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

from platformdirs import user_config_path, user_data_path
from pydantic import Field, PositiveInt, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from etl.errors import SettingsError

#: The TOML file, unless NEWSTRACE_CONFIG names another.
CONFIG_FILE = user_config_path("newstrace") / "newstrace.toml"


class Settings(BaseSettings):
    """What a command needs to know before it starts. Each field is also ``NEWSTRACE_<NAME>`` in the environment."""

    model_config = SettingsConfigDict(env_prefix="NEWSTRACE_", extra="forbid", frozen=True)

    database_url: SecretStr | None = Field(
        default=None,
        validation_alias="DATABASE_URL",
        description="A PostgreSQL 15+ database to use in place of the embedded server.",
    )
    home: Path = Field(
        default_factory=lambda: user_data_path("newstrace"),
        description="Where the embedded server keeps its data and its password.",
    )
    pipeline: str | None = Field(
        default=None,
        description="Another installed spaCy pipeline (package name or path), in place of the packaged one.",
    )
    workers: PositiveInt = Field(
        default_factory=lambda: (
            len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        ),
        description="Processes that annotate.",
    )
    dask: str | None = Field(
        default=None, description="Address of a Dask scheduler whose workers annotate, in place of local processes."
    )
    batch_size: PositiveInt = Field(default=64, description="Articles in one transaction.")
    log_format: str = Field(default="text", pattern="^(text|json)$", description="text or json.")
    log_level: str = Field(default="warning", pattern="^(debug|info|warning|error)$", description="How much to log.")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        config = Path(os.environ.get("NEWSTRACE_CONFIG", CONFIG_FILE))
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, toml_file=config)


def read_settings(**flags: Any) -> Settings:
    """The settings in force; ``flags`` that are ``None`` were not given.

    Raises :class:`~etl.errors.SettingsError`, with every fault found.
    """
    given = {name: value for name, value in flags.items() if value is not None}
    if "database_url" in given:
        given["DATABASE_URL"] = given.pop("database_url")
    named = os.environ.get("NEWSTRACE_CONFIG")
    if named is not None and not Path(named).is_file():
        raise SettingsError(f"NEWSTRACE_CONFIG names {named!r}, which is not there. Mend the variable, or unset it.")
    try:
        return Settings(**given)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{named or CONFIG_FILE} is no TOML: {error}. Mend it there.") from None
    except OSError as error:
        raise SettingsError(f"{named or CONFIG_FILE} can't be read: {error.strerror}.") from None
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
        raise SettingsError(f"a setting is wrong: {faults}. Mend the flag, the variable or the TOML file.") from None
