"""A base URL in the forms that others need: to call, to name in a message, to tell apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import SplitResult, parse_qsl, urlsplit, urlunsplit

from summarizer.errors import EndpointError

OPENAI = "https://api.openai.com/v1"
_PASTED = "/chat/completions"


@dataclass(frozen=True)
class BaseUrl:
    """The address of an endpoint; None is OpenAI's own (the settings alone read the environment).

    Raises EndpointError for what is no address. `repr` holds neither user, password nor query.
    """

    given: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        try:
            parts = urlsplit(self.given or OPENAI)
            usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
        except ValueError:
            usable = False
        if not usable:
            raise EndpointError(
                "the base URL is no usable address", hint="it looks like https://host/v1"
            )

    @cached_property
    def _parts(self) -> SplitResult:
        return urlsplit(self.given or OPENAI)

    @property
    def path(self) -> str:
        """The path, without a slash or a pasted `/chat/completions` at its end."""
        return self._parts.path.rstrip("/").removesuffix(_PASTED).rstrip("/")

    @property
    def called(self) -> str:
        """What a client calls: with user and password, without the query."""
        return urlunsplit((self._parts.scheme, self._parts.netloc, self.path, "", ""))

    @property
    def query(self) -> dict[str, str]:
        """What goes with every call (`?api-version=…`)."""
        return dict(parse_qsl(self._parts.query))

    @property
    def host(self) -> str:
        """The name of the host, in lower case."""
        return self._parts.hostname or ""

    @property
    def is_plain(self) -> bool:
        """Whether it is called without TLS, as servers on one's own machine are."""
        return self._parts.scheme == "http"

    @property
    def address(self) -> str:
        """Host and port, for messages."""
        return self._parts.netloc.rpartition("@")[2]

    @property
    def shown(self) -> str:
        """The address without anything that may be secret."""
        return f"{self._parts.scheme}://{self.address}{self.path}"

    @property
    def identity(self) -> str:
        """The same for addresses that mean the same: part of every cache key."""
        parts = self._parts
        host = self.address.lower()
        return urlunsplit((parts.scheme.lower(), host, self.path, parts.query, ""))
