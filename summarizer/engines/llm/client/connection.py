"""Opening the SDK's client so that nothing it meets on the way is a surprise."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from summarizer.engines.llm.client.base_url import BaseUrl
from summarizer.engines.llm.client.bounded import ENCODINGS, bound
from summarizer.engines.llm.client.interface import Endpoint
from summarizer.errors import EndpointError

_AZURE = (".azure.com", ".azure.us", ".azure.cn")
_CONNECT = 15.0  # seconds: the slowest proxy answers sooner, a dead host never
_NO_KEY = "none"  # local servers take any; the SDK insists on one
_PROXIES = ("ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY")
_CERTIFICATES = ("SSL_CERT_FILE", "SSL_CERT_DIR")


@dataclass(frozen=True, slots=True)
class Connection:
    """An open client: `create` makes a call, `close` ends the connections."""

    create: Callable[..., Awaitable[Any]]
    close: Callable[[], Awaitable[None]]


def usable_key(endpoint: Endpoint) -> str:
    """The key as it is sent. Raises EndpointError for one that cannot stand in a header."""
    key = endpoint.api_key.reveal() or _NO_KEY
    if not (key.isascii() and key.isprintable()):
        raise EndpointError("the API key holds characters that no key has")
    return key


def connect(endpoint: Endpoint, timeout: float, concurrency: int) -> Connection:
    """A client of the endpoint. It follows no redirect, so that neither key nor text goes where
    nobody sent them, and takes no more of a reply than any answer needs.

    Raises EndpointError, naming what is wrong, where proxy or certificate settings cannot be used.
    """
    import httpx2
    import instructor  # noqa: F401 - here and not at the first request, whose time is limited
    from openai import AsyncOpenAI, Omit, Timeout

    key, url = usable_key(endpoint), BaseUrl(endpoint.base_url)
    limit = Timeout(timeout, connect=min(_CONNECT, timeout))
    try:
        client = httpx2.AsyncClient(
            follow_redirects=False,
            timeout=limit,
            verify=not url.is_plain or _proxied(),  # reading the certificates takes 40 ms
            limits=httpx2.Limits(max_connections=concurrency + 8),
            event_hooks={"response": [bound]},
        )
    except Exception as error:  # of whatever library the settings have reached
        raise _unusable(error) from None
    sdk = AsyncOpenAI(
        api_key=key,
        base_url=url.called,
        default_query=url.query,
        default_headers={"Accept-Encoding": ENCODINGS},
        max_retries=0,
        timeout=limit,
        http_client=client,
    )
    create: Callable[..., Awaitable[Any]] = sdk.chat.completions.create
    if url.host.endswith(_AZURE):
        create = partial(create, extra_headers={"api-key": key, "Authorization": Omit()})
    return Connection(create, sdk.close)


def _proxied() -> bool:
    """Whether a proxy may be called, with TLS or without."""
    return any(os.environ.get(name) or os.environ.get(name.lower()) for name in _PROXIES)


def _unusable(error: Exception) -> EndpointError:
    for name in _CERTIFICATES:
        path = os.environ.get(name)
        if path and not Path(path).exists():
            return EndpointError(
                f"the certificates that {name} names do not exist: {Path(path).name}",
                hint=f"correct {name}, or unset it",
            )
    for name in (*_PROXIES, *map(str.lower, _PROXIES)):
        proxy = os.environ.get(name)
        if not proxy:
            continue
        scheme = urlsplit(proxy).scheme
        if scheme.startswith("socks"):
            return EndpointError(
                f"the proxy in {name} speaks {scheme}, which needs a package that is not installed"
                if isinstance(error, ImportError)
                else f"the proxy in {name} has the unknown scheme {scheme}",
                hint="write socks5://host:port and install socksio, or unset it",
            )
        if scheme not in ("http", "https"):
            return EndpointError(
                f"the proxy in {name} is no usable address", hint=f"correct {name}, or unset it"
            )
    return EndpointError(f"the connection cannot be set up ({type(error).__name__})")
