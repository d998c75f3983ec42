"""A proxy on loopback that does to a connection what networks do: cuts it, holds it up, answers in the server's place."""

import http.client
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

Fault = Callable[[str, str], str | int | None]
"""Given the method and path of a request, what happens to it: "cut" (it is lost), "cut answer" (it is done, and its answer
lost), a status to answer with, or None."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "_Server"

    def _serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        fault = self.server.fault(self.command, self.path)
        if fault == "cut":
            self._cut()
        elif isinstance(fault, int):
            self._answer(fault, [("Content-Type", "text/html")], b"<h1>no</h1>")
        else:
            self._pass_on(body, cut=fault == "cut answer")

    do_GET = do_POST = do_PATCH = do_DELETE = _serve  # noqa: N815 - http.server's names

    def _pass_on(self, body: bytes, cut: bool) -> None:
        there = urlsplit(self.server.target)
        connection = http.client.HTTPConnection(there.hostname or "", there.port, timeout=60)
        try:
            connection.request(self.command, self.path, body, dict(self.headers.items()))
            answer = connection.getresponse()
            data = answer.read()
        except OSError:
            return self._answer(502, [("Content-Type", "text/html")], b"<h1>Bad Gateway</h1>")
        finally:
            connection.close()
        if cut:
            return self._cut()
        kept = [(name, value) for name, value in answer.getheaders() if name.lower() not in _OURS]
        return self._answer(answer.status, kept, data)

    def _answer(self, status: int, headers: list[tuple[str, str]], data: bytes) -> None:
        try:
            self.send_response_only(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)
        except OSError:  # the client has gone
            self.close_connection = True

    def _cut(self) -> None:
        self.close_connection = True
        self.connection.close()


_OURS = ("content-length", "transfer-encoding", "connection", "server", "date")


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, target: str, fault: Fault) -> None:
        self.target = target
        self.fault = fault
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, *_: Any) -> None:
        """A connection that was cut is what a test asked for."""


@contextmanager
def proxy(target: str, fault: Fault = lambda method, path: None, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """The address of a proxy before `target`; with `tls` it speaks https."""
    server = _Server(target, fault)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
