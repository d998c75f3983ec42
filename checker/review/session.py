"""session: doccano-client, given what it lacks: time-outs, repeats where they are safe, checked statuses, tokens, TLS.

The package sends every request through one `requests.Session`; so that session is where all of this is done, and each call of
the package has it. Errors never hold a password or a token: they name the method, the path and what was answered.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.cookiejar import DefaultCookiePolicy
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import requests
from doccano_client import DoccanoClient
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from checker.errors import ReviewError

DEFAULT_TIMEOUT = 60.0
"""Seconds that a server may take to answer one request."""
_REPEATS = 4
"""How often a reading request is repeated when it was not answered or a gateway answered; once when the answer broke off."""
_BACKOFF = 0.3
"""Seconds before the second repeat; each further one waits twice as long."""
_GATEWAY = {502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Time-out"}
_SHOWN = 200
"""Characters of an answer that an error quotes."""
CONNECTIONS = 4
"""Requests under way at a time."""

Result = TypeVar("Result")


@dataclass(frozen=True)
class Account:
    """Who we are at the server: a token, or a user and a password. Never printed."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)


@dataclass(frozen=True)
class Server:
    """Where the server is and how to talk to it."""

    url: str
    ca: Path | None = None
    """A file with the certificates to trust, for a server with a certificate of the house."""
    timeout: float = DEFAULT_TIMEOUT

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ReviewError(f"not the address of a server: {_harmless(self.url)!r}; expected https://host")
        if parts.username or parts.password:
            raise ReviewError("the address holds a user or a password; give them in DOCCANO_USERNAME and DOCCANO_PASSWORD")
        if self.ca is not None and not self.ca.is_file():
            raise ReviewError(f"--ca {self.ca}: no such file; expected certificates in PEM form")


    @property
    def in_the_clear(self) -> bool:
        """Whether anybody on the way can read what is sent, passwords too."""
        parts = urlsplit(self.url)
        return parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1")


def _harmless(url: str) -> str:
    """An address without what stands before its @, which may be a password."""
    return url.rsplit("@", 1)[-1]


class Session(DoccanoClient):  # type: ignore[misc]  # the package has no types
    """A logged-in client. All calls of the package work as documented there, and raise ReviewError for every failure."""

    def __init__(self, server: Server, account: Account) -> None:
        self._server = server
        self._account = account
        self.me: Mapping[str, Any] = {}
        super().__init__(server.url, account.user, account.password)

    def _login(self, username: str, password: str) -> None:
        """Called by the package once its session is there: from here on no request goes out unguarded."""
        self._guard(self.session)
        if self._account.token:
            self.session.auth = _TokenAuth(self._account.token)
            self.session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))  # the server would believe a cookie first
        else:
            self.carried(lambda: super(Session, self)._login(username, password))
        self.me = self.carried(self.get_me)
        if not isinstance(self.me, dict) or "username" not in self.me:
            raise self._stranger("GET v1/me")

    def _guard(self, session: requests.Session) -> None:
        session.auth = _no_auth  # else ~/.netrc may send another account's password
        retry = Retry(
            total=_REPEATS,
            read=1,
            backoff_factor=_BACKOFF,
            status_forcelist=tuple(_GATEWAY),
            allowed_methods=("GET",),
            raise_on_status=False,
        )
        adapter = _PatientAdapter(self._server, max_retries=retry, pool_maxsize=CONNECTIONS)
        session.mount("http://", adapter)
        session.mount("https://", adapter)
        session.hooks["response"].append(self._checked)

    def carried(self, call: Callable[[], Result]) -> Result:
        """The result of a call of the package; raises ReviewError where there was no answer or none that can be read."""
        try:
            return call()
        except requests.exceptions.SSLError as problem:
            raise self._untrusted(problem) from None
        except requests.exceptions.JSONDecodeError:
            raise self._stranger("a request") from None
        except (requests.ConnectionError, requests.Timeout) as problem:
            why = _why(problem).format(seconds=f"{self._server.timeout:g}")
            raise ReviewError(f"{self.place}: {why}; is doccano running there?") from None
        except requests.RequestException as problem:
            raise ReviewError(f"{self.place}: {type(problem).__name__}") from None

    @property
    def place(self) -> str:
        return self._server.url.rstrip("/")

    def call(self, method: str, path: str, data: object = None, **params: object) -> Any:
        """What the package has no call for: the JSON that a path below v1 answers (None where it answers nothing)."""
        url = f"{self.baseurl}v1/{path}"
        body = None if data is None else json.dumps(data)
        headers = {"Content-Type": "application/json"} if body else None

        def send() -> Any:
            answer = self.session.request(method, url, data=body, headers=headers, params=params)
            return answer.json() if answer.content else None

        return self.carried(send)

    def _checked(self, answer: requests.Response, **_options: Any) -> requests.Response:
        """The answer, if it is one that the package can go on with."""
        if answer.ok and not answer.is_redirect:
            return answer
        _ = answer.content  # read to its end, else the connection is lost to the pool
        if answer.is_redirect:
            target = _harmless(answer.headers["location"])
            raise ReviewError(f"{self.place}: the address leads on to {target}; give that one")
        raise self._failure(answer, f"{answer.request.method} {urlsplit(answer.url).path.lstrip('/')}")

    def _failure(self, answer: requests.Response, request: str) -> ReviewError:
        status = answer.status_code
        if status in _GATEWAY:
            what = f"{status} {_GATEWAY[status]}: something in front of doccano answers, doccano itself does not"
        elif "json" not in answer.headers.get("content-type", ""):
            return self._stranger(request, status)
        elif "auth/login" in answer.url and status in (400, 401, 403):
            return ReviewError(f"{self.place}: wrong user or password for {self._account.user!r}")
        elif status == 401 or (status == 403 and not self.me):
            what = "the token is not valid" if self._account.token else "the login is not valid"
        elif status == 403:
            what = f"no rights: {self.me['username']!r} may not {request}; the role project_admin is needed in the project"
        else:
            what = f"{request} was answered with {status}: {answer.text[:_SHOWN]}"
        return ServerError(f"{self.place}: {what}", status)

    def _stranger(self, request: str, status: int = 200) -> ReviewError:
        answered = f"{request} was answered with {status} and no JSON"
        return ReviewError(f"{self.place}: not doccano: {answered}; is the address the one of the login page?")

    def _untrusted(self, problem: requests.exceptions.SSLError) -> ReviewError:
        words = str(problem.args[0] if problem.args else problem)
        why = words.rsplit("SSLCertVerificationError", 1)[-1].strip("(')\" ")[:_SHOWN]
        return ReviewError(f"{self.place}: the certificate is not trusted ({why}); give the certificates to trust with --ca")


class ServerError(ReviewError):
    """An answer that says no."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


class _PatientAdapter(HTTPAdapter):
    """An adapter that waits for an answer so long and no longer, and trusts the certificates it was given, whatever
    REQUESTS_CA_BUNDLE says."""

    def __init__(self, server: Server, **options: Any) -> None:
        self._timeout = server.timeout
        self._ca = server.ca
        super().__init__(**options)

    def send(self, request: requests.PreparedRequest, *rest: Any, **options: Any) -> requests.Response:
        if options.get("timeout") is None:
            options["timeout"] = (min(10.0, self._timeout), self._timeout)
        if self._ca is not None:
            options["verify"] = str(self._ca)
        return super().send(request, *rest, **options)


class _TokenAuth(requests.auth.AuthBase):
    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Token {self._token}"
        return request


def _no_auth(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Logged in by cookie; stands in the place of what ~/.netrc says."""
    return request


def _why(problem: requests.RequestException) -> str:
    """The cause of a broken connection in a few words, without the object addresses of Python's text."""
    words = str(problem)
    for told, said in (
        ("Connection refused", "nothing answers (connection refused)"),
        ("Name or service not known", "no such host"),
        ("NameResolutionError", "no such host"),
        ("Remote end closed", "the connection was cut before the answer"),
        ("Connection reset", "the connection was cut before the answer"),
        ("Read timed out", "no answer within {seconds} seconds"),
        ("timed out", "no connection in time"),
    ):
        if told in words:
            return said
    return "the connection failed"
