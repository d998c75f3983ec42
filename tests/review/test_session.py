"""Who we are at the server and how we talk to it: tokens, passwords, certificates, addresses."""

import os
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from checker.errors import ReviewError
from checker.review.session import Account, Server, Session
from tests.review.conftest import Desk
from tests.review.doccano_server import ADMIN
from tests.review.proxy import proxy

pytestmark = pytest.mark.xdist_group("doccano")

WRONG = "It was a 2-1 draw."


@pytest.fixture
def token(review_desk: Desk) -> str:
    """A desk that has a token and no password."""
    login = {"username": ADMIN, "password": review_desk.server.password}
    key = str(review_desk.bot.call("POST", "auth/login/", json=login)["key"])
    review_desk.environment |= {"DOCCANO_TOKEN": key, "DOCCANO_USERNAME": "", "DOCCANO_PASSWORD": ""}
    return key


def test_a_token_is_enough(review_desk: Desk, token: str) -> None:
    review_desk.write(WRONG)
    assert "1 article with 1 flag sent" in review_desk.done("review", "push", "story.txt")
    assert "1 unchanged" in review_desk.done("review", "push", "story.txt")


def test_a_wrong_token_is_told_and_not_shown(review_desk: Desk) -> None:
    review_desk.environment["DOCCANO_TOKEN"] = "0123456789abcdef"
    run = review_desk.run("review", "status")
    assert run.returncode == 2
    assert "the token is not valid" in run.stderr
    assert "0123456789abcdef" not in run.stdout + run.stderr


def test_a_netrc_takes_nobodys_place(review_desk: Desk, token: str, tmp_path: Path) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login somebody password else\n")
    review_desk.environment["NETRC"] = str(tmp_path / "netrc")
    review_desk.done("review", "status")


def test_what_we_did_logs_nobody_out(review_desk: Desk, token: str) -> None:
    review_desk.done("review", "status")
    assert review_desk.bot.call("GET", "me")["username"] == ADMIN
    review_desk.done("review", "status")


def test_nothing_secret_is_printed_or_kept(review_desk: Desk) -> None:
    review_desk.write(WRONG)
    said = review_desk.done("review", "push", "story.txt") + review_desk.done("review", "pull")
    secret = review_desk.server.password
    assert secret not in said
    for file in [*review_desk.folder.parent.rglob("*")]:
        assert not file.is_file() or secret.encode() not in file.read_bytes(), file


def test_an_account_keeps_its_secrets_when_it_is_shown() -> None:
    shown = repr(Account("ann", "hunter2", "t0ken"))
    assert "ann" in shown
    assert not {"hunter2", "t0ken"} & set(shown.replace("'", " ").replace(",", " ").split())


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("doccano.example.org", "not the address of a server"),
        ("ftp://doccano.example.org", "not the address of a server"),
        ("https://", "not the address of a server"),
        ("https://ann:hunter2@doccano.example.org", "give them in DOCCANO_USERNAME and DOCCANO_PASSWORD"),
        ("ann:hunter2@doccano.example.org", "not the address of a server: 'doccano.example.org'"),
    ],
)
def test_an_address_that_is_none_is_told_without_its_password(url: str, words: str) -> None:
    with pytest.raises(ReviewError) as found:
        Server(url)
    assert words in str(found.value)
    assert "hunter2" not in str(found.value)


@pytest.mark.parametrize(
    ("url", "clear"),
    [("http://doccano.example.org", True), ("https://doccano.example.org", False), ("http://127.0.0.1:8000", False)],
)
def test_a_way_that_can_be_read_is_known(url: str, clear: bool) -> None:
    assert Server(url).in_the_clear is clear


def test_a_host_that_is_not_there_is_told() -> None:
    with pytest.raises(ReviewError, match=r"no such host|connection"):
        Session(Server("http://no-such-host.invalid", timeout=2), Account("ann", "x"))


def test_an_address_that_leads_on_is_told(review_desk: Desk) -> None:
    run = review_desk.run("review", "status", url=f"{review_desk.server.url}/v1/projects?next=")
    assert run.returncode == 2
    assert "Traceback" not in run.stderr


@pytest.fixture
def tls(review_desk: Desk, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of the server behind https, and the certificate of the house that vouches for it."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(tmp_path / "house.pem")
    with proxy(review_desk.server.url, tls=context) as url:
        yield url, tmp_path / "house.pem"


def test_a_certificate_of_the_house_is_trusted_when_it_is_given(review_desk: Desk, tls: tuple[str, Path]) -> None:
    url, certificate = tls
    review_desk.write(WRONG)
    assert "1 article" in review_desk.done("review", "push", "story.txt", "--ca", str(certificate), url=url)
    review_desk.write(
        f"annotations: annotations\npack: pack\nreview: {{ca: {os.path.relpath(certificate, review_desk.folder)}}}\n",
        ".factcheck.yml",
    )
    assert "1 unchanged" in review_desk.done("review", "push", "story.txt", url=url)


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(review_desk: Desk, tls: tuple[str, Path]) -> None:
    run = review_desk.run("review", "status", url=tls[0])
    assert run.returncode == 2
    assert "the certificate is not trusted" in run.stderr
    assert "--ca" in run.stderr


def test_certificates_that_are_not_there_are_told(review_desk: Desk) -> None:
    run = review_desk.run("review", "status", "--ca", "gone.pem")
    assert run.returncode == 2
    assert "gone.pem: no such file" in run.stderr
