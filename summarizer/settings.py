"""The settings of a run, and the only reader of the environment.

Precedence: explicit value (flag) > environment > `summarize.toml` in the working directory >
`config.toml` in the user's configuration directory > default. `OPENAI_API_KEY` and
`OPENAI_BASE_URL` are read under the names the OpenAI SDK uses; every other field under its own
name with the prefix `SUMMARIZE_`. Empty variables count as unset.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Self, TextIO

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    SecretStr,
    TypeAdapter,
    ValidationError,
    field_serializer,
    field_validator,
)

from summarizer.errors import UsageError
from summarizer.files import opened
from summarizer.models.fields import MeasureFields, check_fields, loaded_fields
from summarizer.vocabulary import Lang

PROJECT_FILE = "summarize.toml"
PREFIX = "SUMMARIZE_"
_SDK_NAMES = {"api_key": "OPENAI_API_KEY", "base_url": "OPENAI_BASE_URL"}


def user_config_path() -> Path:
    """The user's own configuration file (which need not exist)."""
    import platformdirs

    return platformdirs.user_config_path("summarize", appauthor=False) / "config.toml"


def user_cache_path() -> Path:
    """The user's cache directory for answers."""
    import platformdirs

    return platformdirs.user_cache_path("summarize", appauthor=False)


class _Given(NamedTuple):
    """A value and the name of the place that gave it."""

    value: object
    where: str


class Settings(BaseModel):
    """Everything a run can be told. Frozen; the key never appears in its `repr`, nor in a pickle.

    `Settings()` layers environment and configuration files over the defaults; keyword arguments
    win over both. Raises UsageError, one line naming the place, for a value that does not fit.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    engine: Literal["auto", "llm", "extractive"] = "auto"
    model: str | None = Field(default=None, min_length=1)
    base_url: str | None = None
    api_key: SecretStr | None = None
    mode: Literal["auto", "json_schema", "tools", "json", "md_json"] = "auto"
    concurrency: int = Field(default=8, ge=1, le=1000, description="requests in flight")
    rpm: int | None = Field(default=None, ge=1, description="requests a minute")
    tpm: int | None = Field(default=None, ge=1, description="tokens a minute")
    timeout: float = Field(default=120.0, gt=0, le=86_400, description="seconds a request")
    max_cost: float | None = Field(default=None, gt=0, description="in US dollars")
    cache: Literal["on", "off", "refresh"] = "on"
    cache_dir: Path = Field(default_factory=user_cache_path)
    lang: Lang = "zh"
    second_opinion: bool = Field(default=False, description="ask about undecided claims")
    fields: type[MeasureFields] | None = Field(
        default=None, description="a class, or module:Class, of questions to each measure"
    )
    prompts_dir: Path | None = Field(
        default=None, description="files here replace those of the same name among the prompts"
    )
    encoding: str | None = None
    file_limits: float = Field(
        default=1.0, gt=0, le=1000, description="times the limits for files that are no text"
    )
    chunk_tokens: int = Field(default=2500, ge=200, le=1_000_000, description="source a request")
    context_tokens: int | None = Field(
        default=None, ge=256, description="tokens of prompt and answer that the model holds"
    )
    max_output_tokens: int = Field(default=4096, ge=64, description="tokens an answer")
    extra_body: dict[str, Any] = Field(
        default_factory=dict, description="put into every request as it is"
    )
    temperature: float | None = Field(default=0.0, ge=0, le=2)
    max_attempts: int = Field(default=5, ge=1, le=20, description="tries against transport faults")
    reasks: int = Field(default=2, ge=0, le=10, description="further tries for an invalid answer")

    # Hidden from type checkers, which then see the typed keywords that pydantic derives.
    if not TYPE_CHECKING:

        def __init__(self, **values: Any) -> None:
            given = _layers(values)
            try:
                super().__init__(**{name: item.value for name, item in given.items()})
            except ValidationError as error:
                raise UsageError(_one_line(error, given)) from None

    @classmethod
    def from_flags(cls, flags: Mapping[str, object]) -> Self:
        """Settings from command-line flags, in which None means not given."""
        values: dict[str, Any] = {k: v for k, v in flags.items() if v is not None}
        return cls(**values)

    @field_validator("base_url")
    @classmethod
    def _is_url(cls, value: str | None) -> str | None:
        if value is not None:
            TypeAdapter(HttpUrl).validate_python(value)
        return value

    @field_validator("extra_body", mode="before")
    @classmethod
    def _is_object(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        import json

        try:
            found = json.loads(value)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            raise ValueError('this is no JSON object such as {"enable_thinking": false}')
        return found

    @field_validator("encoding")
    @classmethod
    def _is_encoding(cls, value: str | None) -> str | None:
        if value is None:
            return None
        try:
            info = codecs.lookup(value)
            "".encode(info.name)  # byte-to-byte codecs such as hex or zip fail here
        except (LookupError, ValueError, TypeError, AssertionError):
            raise ValueError(f"no text encoding is called {value!r}") from None
        return value

    @field_validator("cache_dir")
    @classmethod
    def _at_home(cls, value: Path) -> Path:
        return value.expanduser()

    @field_validator("prompts_dir")
    @classmethod
    def _is_folder(cls, value: Path | None) -> Path | None:
        if value is not None and not value.expanduser().is_dir():
            raise ValueError("there is no such folder")
        return value if value is None else value.expanduser()

    @field_validator("fields", mode="before")
    @classmethod
    def _is_loaded(cls, value: object) -> object:
        return loaded_fields(value) if isinstance(value, str) else value

    @field_validator("fields")
    @classmethod
    def _can_be_asked(cls, value: type[MeasureFields] | None) -> type[MeasureFields] | None:
        if value is not None:
            check_fields(value)
        return value

    @field_serializer("fields")
    def _named(self, value: type[MeasureFields] | None) -> str | None:
        return None if value is None else f"{value.__module__}:{value.__qualname__}"

    def __getstate__(self) -> dict[Any, Any]:
        # A pickle goes through pipes, logs and stores of others: the key stays at home, and whoever
        # is to ask in another process reads it from its own environment.
        state = super().__getstate__()
        return {**state, "__dict__": {**state["__dict__"], "api_key": None}}

    @property
    def chosen_engine(self) -> Literal["llm", "extractive"]:
        """What `auto` comes to: `llm` where a model and a key or base URL are configured.

        Raises UsageError where the engine `llm` is asked for without them.
        """
        able = self.model is not None and (self.api_key is not None or self.base_url is not None)
        if self.engine == "llm" and not able:
            missing = "a model (-m)" if self.model is None else "OPENAI_API_KEY or a base URL"
            raise UsageError(f"the engine llm needs {missing}")
        return "llm" if able and self.engine != "extractive" else "extractive"


def colour_wanted(stream: TextIO) -> bool:
    """True where `stream` is a terminal that takes colour and NO_COLOR is not set."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def _layers(explicit: Mapping[str, object]) -> dict[str, _Given]:
    given: dict[str, _Given] = {}
    for path in _config_files():
        given.update(_from_file(path))
    for name in Settings.model_fields:
        variable = _SDK_NAMES.get(name, PREFIX + name.upper())
        if value := os.environ.get(variable):
            given[name] = _Given(value, variable)
    for name, explicit_value in explicit.items():
        given[name] = _Given(explicit_value, name.replace("_", "-"))
    return given


def _config_files() -> list[Path]:
    sources: list[Callable[[], Path]] = [user_config_path, lambda: Path.cwd() / PROJECT_FILE]
    found = []
    for source in sources:
        try:
            path = source()
            if path.is_file():
                found.append(path)
        except (OSError, RuntimeError):  # no home, or a working directory that was removed
            continue
    return found


# They name code or wording of somebody else's choice: a folder that one works in may hold another
# person's file of settings, and entering it must not run that person's code.
_NOT_BY_PROJECT = frozenset({"fields", "prompts_dir"})


def _from_file(path: Path) -> dict[str, _Given]:
    import tomllib

    try:
        with opened(path) as file:
            table = tomllib.load(file)
    except (OSError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise UsageError(f"{path.name}: cannot be read: {reason}") from None
    values = {key.replace("-", "_"): value for key, value in table.items()}
    if path.name == PROJECT_FILE and (named := _NOT_BY_PROJECT & values.keys()):
        name = min(named)
        raise UsageError(f"{path.name}, {name}: not from this file: use a flag or the environment")
    return {name: _Given(value, f"{path.name}, {name}") for name, value in values.items()}


def _one_line(error: ValidationError, given: Mapping[str, _Given]) -> str:
    first = error.errors(include_input=False, include_url=False)[0]
    name = str(first["loc"][0]) if first["loc"] else ""
    where = given[name].where if name in given else name
    message = first["msg"].removeprefix("Value error, ")
    if first["type"] == "extra_forbidden":
        return f"{where}: there is no such setting"
    if name in given and name != "api_key":
        shown = repr(str(given[name].value)[:60])
        message += "" if shown in message else f" (not {shown})"
    if not message[1:2].isupper():  # an abbreviation (URL) keeps its capitals
        message = message[:1].lower() + message[1:]
    return f"{where}: {message}"
