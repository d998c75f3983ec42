"""A real doccano for tests, benchmarks and the demonstration: an environment of its own, processes on loopback, SQLite.

The environment (700 MB) is made once, in a cache folder named by the pins, together with an empty database. The folder is
`$FACTCHECK_DOCCANO_CACHE`, else `~/.cache/factcheck/doccano`.
"""

import fcntl
import hashlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests

PINS = ("doccano==1.8.4", "marshmallow<4", "numpy<2", "setuptools<81")
"""The newest doccano on the registry, and what it was written for: its dependencies are not pinned from above."""

ADMIN = "desk-bot"
_READY_SECONDS = 90
_QUICK = ("--log-level", "warning", "--graceful-timeout", "1")
"""A server that is told to stop does not wait for clients that keep their connections."""
_TEMPLATE = "empty.sqlite3"


def cache_folder() -> Path:
    """Where environments are kept."""
    said = os.environ.get("FACTCHECK_DOCCANO_CACHE")
    if said:
        return Path(said)
    try:
        return Path.home() / ".cache" / "factcheck" / "doccano"
    except RuntimeError:  # a user without a home
        return Path(tempfile.gettempdir()) / "factcheck-doccano"


def environment() -> Path:
    """The folder of doccano's environment, made when it is missing; one process makes it while others wait."""
    python = _python()
    key = hashlib.sha256("\n".join((*PINS, sys.version)).encode()).hexdigest()[:12]
    folder = cache_folder() / key
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "ready").exists():
            _make(folder, python)
            (folder / "ready").touch()
    return folder


def _python() -> str:
    """An interpreter that doccano 1.8.4 runs on: 3.11 or older."""
    if sys.version_info < (3, 12):
        return sys.executable
    found = shutil.which("python3.11") or shutil.which("python3.10")
    if found is None:
        raise RuntimeError("doccano 1.8.4 needs Python 3.10 or 3.11; found none of them on the path")
    return found


def _make(folder: Path, python: str) -> None:
    venv = folder / "venv"
    shutil.rmtree(venv, ignore_errors=True)
    _run([python, "-m", "venv", str(venv)])
    _run([str(venv / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PINS])
    with tempfile.TemporaryDirectory() as home:
        _run([str(venv / "bin" / "doccano"), "init"], _settings(Path(home), "while the tables are made"))
        shutil.copy(Path(home) / "db.sqlite3", folder / _TEMPLATE)


def _run(command: list[str], settings: Mapping[str, str] | None = None) -> None:
    done = subprocess.run(
        command, env=settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=900, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout[-4000:]}")


def _settings(home: Path, secret: str) -> dict[str, str]:
    """doccano's settings; nothing of our own Python, and the same key for web and task."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "DOCCANO", "DJANGO"))}
    return {
        **kept,
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "STANDALONE": "True",
        "DEBUG": "False",
        "SECRET_KEY": secret,
        "DOCCANO_HOME": str(home),
        "DATABASE_URL": f"sqlite:///{home}/db.sqlite3",
        "MEDIA_ROOT": str(home / "media"),
    }


def free_port() -> int:
    """A port of the loopback address that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class DoccanoServer:
    """A web server and a task process; both can be stopped and started again, on the same port and database."""

    home: Path
    folder: Path
    port: int = field(default_factory=free_port)
    password: str = field(default_factory=lambda: secrets.token_hex(12))
    _secret: str = field(default_factory=lambda: secrets.token_hex(32))
    _web: subprocess.Popen[bytes] | None = None
    _task: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def prepare(self) -> None:
        """An empty database with the account that pushes and pulls, of an administrator."""
        shutil.copy(self.folder / _TEMPLATE, self.home / "db.sqlite3")
        account = ["--username", ADMIN, "--password", self.password, "--email", "desk@example.org"]
        _run([str(self._bin("doccano")), "createuser", *account], _settings(self.home, self._secret))

    def start(self) -> None:
        """Starts what is not running; returns when the web server answers."""
        self.start_web()
        self.start_task()

    def start_web(self) -> None:
        backend = next((self.folder / "venv").glob("lib/python*/site-packages/backend"))
        serve = ["--bind", f"127.0.0.1:{self.port}", "--workers", "2", "--threads", "4", *_QUICK]
        command = [str(self._bin("gunicorn")), "--chdir", str(backend), *serve, "config.wsgi"]
        self._web = self._web or self._start(command, "web.log")
        self._wait_until_ready()

    def start_task(self) -> None:
        command = [str(self._bin("doccano")), "task", "--concurrency", "1"]
        self._task = self._task or self._start(command, "task.log")

    def stop_web(self, how: int = signal.SIGINT) -> None:
        _stop(self._web, how)
        self._web = None

    def stop_task(self, how: int = signal.SIGTERM) -> None:
        _stop(self._task, how)
        self._task = None

    def stop(self) -> None:
        self.stop_web()
        self.stop_task(signal.SIGKILL)  # celery waits for its queue otherwise

    def add_reviewer(self, name: str, project: int, role: str = "annotator") -> "Reviewer":
        """A new account with a role in a project, logged in."""
        admin = self.reviewer(ADMIN, self.password)
        password = secrets.token_hex(12)
        account = {"username": name, "password1": password, "password2": password, "email": f"{name}@example.org"}
        user = admin.call("POST", "users/create", json=account)["id"]
        number = next(known["id"] for known in admin.call("GET", "roles") if known["name"] == role)
        admin.call("POST", f"projects/{project}/members", json={"user": user, "role": number})
        return self.reviewer(name, password)

    def reviewer(self, name: str, password: str) -> "Reviewer":
        """A person at the page, by the requests that the page sends."""
        return Reviewer(self.url, name, password)

    def _bin(self, name: str) -> Path:
        return self.folder / "venv" / "bin" / name

    def _start(self, command: list[str], log: str) -> subprocess.Popen[bytes]:
        with (self.home / log).open("ab") as out:
            return subprocess.Popen(
                command,
                env=_settings(self.home, self._secret),
                cwd=self.home,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )

    def _wait_until_ready(self) -> None:
        until = time.monotonic() + _READY_SECONDS
        while time.monotonic() < until:
            assert self._web is not None
            if self._web.poll() is not None:
                break
            with suppress(requests.ConnectionError):
                if requests.get(f"{self.url}/v1/me", timeout=10).status_code == 403:
                    return
            time.sleep(0.1)
        raise RuntimeError(f"doccano did not start:\n{(self.home / 'web.log').read_text(errors='replace')[-4000:]}")


def _stop(process: subprocess.Popen[bytes] | None, how: int) -> None:
    """Ends a process and its children, which are a process group of their own."""
    if process is None or process.poll() is not None:
        return
    with suppress(ProcessLookupError):
        os.killpg(process.pid, how)
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(15)


class Reviewer:
    """What a person does on doccano's page: deletes, adds and moves spans, comments, ticks."""

    def __init__(self, url: str, name: str, password: str) -> None:
        self.name = name
        self.password = password
        self._url = url
        self._session = requests.Session()
        self.call("POST", "auth/login/", json={"username": name, "password": password})
        self._session.headers["X-CSRFToken"] = self._session.cookies["csrftoken"] or ""

    def call(self, method: str, path: str, **more: Any) -> Any:
        answer = self._session.request(method, f"{self._url}/v1/{path}", timeout=30, **more)
        answer.raise_for_status()
        return answer.json() if answer.content else None

    def examples(self, project: int) -> list[dict[str, Any]]:
        """Every article, in the order of the page."""
        found: list[dict[str, Any]] = self.call("GET", f"projects/{project}/examples?limit=100000")["results"]
        return found

    def spans(self, project: int, example: int) -> list[dict[str, Any]]:
        """The spans of an article in the order of the text; offsets are the page's: UTF-16 units."""
        found: list[dict[str, Any]] = self.call("GET", f"projects/{project}/examples/{example}/spans")
        return sorted(found, key=lambda span: (span["start_offset"], span["end_offset"], span["id"]))

    def comments(self, project: int, example: int) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.call("GET", f"projects/{project}/comments?example={example}&limit=1000")["results"]
        return found

    def delete(self, project: int, example: int, span: int) -> None:
        self.call("DELETE", f"projects/{project}/examples/{example}/spans/{span}")

    def add(self, project: int, example: int, start: int, end: int, label: str) -> None:
        types = {known["text"]: known["id"] for known in self.call("GET", f"projects/{project}/span-types")}
        span = {"start_offset": start, "end_offset": end, "label": types[label], "prob": 0}
        self.call("POST", f"projects/{project}/examples/{example}/spans", json=span)

    def move(self, project: int, example: int, span: Mapping[str, Any], start: int, end: int, label: str) -> None:
        """As the page has it: away with the old one, a new one beside it."""
        self.delete(project, example, span["id"])
        self.add(project, example, start, end, label)

    def relabel(self, project: int, example: int, span: int, label: str) -> None:
        types = {known["text"]: known["id"] for known in self.call("GET", f"projects/{project}/span-types")}
        self.call("PATCH", f"projects/{project}/examples/{example}/spans/{span}", json={"label": types[label]})

    def comment(self, project: int, example: int, text: str) -> None:
        self.call("POST", f"projects/{project}/comments?example={example}", json={"text": text})

    def tick(self, project: int, example: int) -> None:
        """Ticks an article, or takes the tick away: the page has one button for both."""
        self.call("POST", f"projects/{project}/examples/{example}/states", json={})


@contextmanager
def running_server(home: Path | None = None) -> Iterator[DoccanoServer]:
    """A server with an empty database, stopped and removed at the end."""
    with tempfile.TemporaryDirectory(prefix="factcheck-doccano-") as made:
        server = DoccanoServer(home or Path(made), environment())
        server.prepare()
        try:
            server.start()
            yield server
        finally:
            server.stop()
