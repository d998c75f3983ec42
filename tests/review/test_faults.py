"""What goes wrong between us and the server, each with the real one: a clear message, exit code 2, and nothing lost or doubled.

docs/reviewing.md lists these faults in a table; tests/test_docs.py holds the table against this file.
"""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.review.conftest import Desk
from tests.review.proxy import proxy

pytestmark = pytest.mark.xdist_group("doccano-faults")

ARTICLES = 8
WRONG = "It was a 2-1 draw. The return was a 3-1 draw.\n"


@pytest.fixture
def desk(review_desk: Desk) -> Iterator[Desk]:
    """A desk with some articles of two flags each, whose server runs again afterwards."""
    for number in range(ARTICLES):
        review_desk.write(f"Report {number}. {WRONG}", f"copy/{number}.txt")
    yield review_desk
    review_desk.server.start()


def fails(run: "subprocess.CompletedProcess[str]", words: str, desk: Desk) -> None:
    """A command ended with 2 and one line that says why, and gave nothing away."""
    assert run.returncode == 2, run.stdout + run.stderr
    assert re.search(words, run.stderr), run.stderr
    assert "Traceback" not in run.stderr
    assert desk.server.password not in run.stdout + run.stderr


def recovers(desk: Desk, articles: int = ARTICLES) -> None:
    """The next push brings what is missing, the next pull every decision, and nothing is there twice."""
    desk.done("review", "push", "copy")
    desk.assert_whole(articles, 2 * articles)
    assert "0 articles with 0 flags sent" in desk.done("review", "push", "copy")
    for row in desk.bot.examples(desk.project):
        desk.bot.tick(desk.project, row["id"])
    desk.done("review", "pull")
    desk.done("review", "pull")
    assert len(desk.decisions) == 2 * articles
    assert {decision["decision"] for decision in desk.decisions} == {"upheld"}


def test_the_server_is_down(desk: Desk) -> None:
    desk.server.stop_web()
    for command in ("push", "pull", "init", "status"):
        fails(desk.run("review", command), r"127\.0\.0\.1:\d+: nothing answers \(connection refused\)", desk)
    desk.server.start_web()
    recovers(desk)


def test_the_password_is_wrong(desk: Desk) -> None:
    desk.environment["DOCCANO_PASSWORD"] = "not-the-password"
    run = desk.run("review", "push", "copy")
    fails(run, "wrong user or password for 'desk-bot'", desk)
    assert "not-the-password" not in run.stdout + run.stderr
    desk.environment["DOCCANO_PASSWORD"] = desk.server.password
    recovers(desk)


def test_the_account_has_no_rights(desk: Desk) -> None:
    ann = desk.reviewer("ann")
    bot = dict(desk.environment)
    desk.environment |= {"DOCCANO_USERNAME": ann.name, "DOCCANO_PASSWORD": ann.password}
    fails(desk.run("review", "push", "copy"), f"no rights: '{ann.name}' may not POST .*project_admin is needed", desk)
    fails(desk.run("review", "init", "--project", "another"), "may not make projects, only doccano's staff may", desk)
    fails(desk.run("review", "pull"), "no rights", desk)
    desk.environment = bot
    recovers(desk)


def test_the_project_was_deleted(desk: Desk) -> None:
    desk.bot.call("DELETE", f"projects/{desk.project}")
    fails(desk.run("review", "push", "copy"), f"no project '{desk.name}' for 'desk-bot'; make it with", desk)
    desk.done("review", "init")
    recovers(desk)


def test_the_project_is_deleted_during_a_push(desk: Desk) -> None:
    number = desk.project

    def delete_first(method: str, path: str) -> None:
        if "fp/process" in path:
            desk.bot.call("DELETE", f"projects/{number}")

    with proxy(desk.server.url, delete_first) as url:
        fails(desk.run("review", "push", "copy", url=url), "is not there any more; make another", desk)
    desk.done("review", "init")
    recovers(desk)


def test_a_gateway_answers_502_for_good(desk: Desk) -> None:
    with proxy(desk.server.url, lambda method, path: 502 if "/examples" in path else None) as url:
        fails(desk.run("review", "push", "copy", url=url), "502 Bad Gateway: something in front of doccano", desk)
    recovers(desk)


def test_a_gateway_answers_502_once(desk: Desk) -> None:
    seen: set[str] = set()

    def first_time(method: str, path: str) -> int | None:
        known = path in seen
        seen.add(path)
        return None if known or method != "GET" else 502

    with proxy(desk.server.url, first_time) as url:
        assert f"{ARTICLES} articles" in desk.done("review", "push", "copy", url=url)
    assert len(seen) > 5
    recovers(desk)


def test_another_service_is_at_the_address(desk: Desk) -> None:
    with proxy(desk.server.url, lambda method, path: 200) as url:
        fails(desk.run("review", "push", "copy", url=url), "not doccano: .* no JSON", desk)
    words = "not doccano: POST some/where/v1/auth/login/ was answered with 403 and no JSON"
    fails(desk.run("review", "push", "copy", url=f"{desk.server.url}/some/where"), words, desk)
    recovers(desk)


def test_the_task_process_is_down(desk: Desk) -> None:
    desk.server.stop_task(signal.SIGKILL)
    words = r"the import was not done within 2 seconds; is doccano's task process running"
    fails(desk.run("review", "push", "copy", "--timeout", "2"), words, desk)
    fails(desk.run("review", "push", "copy", "--timeout", "2"), words, desk)
    desk.server.start_task()
    recovers(desk)


def test_the_copy_changes_while_an_import_waits(desk: Desk) -> None:
    desk.server.stop_task(signal.SIGKILL)
    assert desk.run("review", "push", "copy", "--timeout", "2").returncode == 2
    desk.write(f"Report 0, mended. {WRONG}", "copy/0.txt")
    desk.server.start_task()
    desk.done("review", "push", "copy")
    recovers(desk)
    assert desk.example("copy/0.txt")["text"].startswith("Report 0, mended.")


@pytest.mark.parametrize(
    ("what", "place"),
    [
        ("before the import", lambda method, path: "fp/process" in path),
        ("when the import is sent", lambda method, path: method == "POST" and path.endswith("/upload")),
        ("while the import runs", lambda method, path: "tasks/status" in path),
        ("before the comments", lambda method, path: method == "POST" and "/comments" in path),
    ],
)
def test_the_client_is_killed(desk: Desk, what: str, place: Callable[[str, str], bool]) -> None:
    with ExitStack() as stack:
        process: list[subprocess.Popen[str]] = []

        def kill(method: str, path: str) -> None:
            if place(method, path):
                process[0].kill()

        url = stack.enter_context(proxy(desk.server.url, kill))
        process.append(desk.start("review", "push", "copy", url=url))
        process[0].communicate(timeout=120)
        assert process[0].returncode == -signal.SIGKILL
    recovers(desk)


def test_the_client_is_killed_amid_the_comments(desk: Desk) -> None:
    process: list[subprocess.Popen[str]] = []
    written = []

    def kill(method: str, path: str) -> None:
        if method == "POST" and "/comments" in path:
            written.append(path)
            if len(written) == ARTICLES // 2:
                process[0].kill()

    with proxy(desk.server.url, kill) as url:
        process.append(desk.start("review", "push", "copy", url=url))
        process[0].communicate(timeout=120)
    comments = desk.bot.call("GET", f"projects/{desk.project}/comments?limit=1000")["count"]
    assert 0 < comments < ARTICLES
    recovers(desk)


@pytest.mark.parametrize("place", ["/upload", "/comments"])
def test_the_web_server_is_killed(desk: Desk, place: str) -> None:
    def kill(method: str, path: str) -> None:
        if method == "POST" and place in path:
            desk.server.stop_web(signal.SIGKILL)

    with proxy(desk.server.url, kill) as url:
        fails(desk.run("review", "push", "copy", url=url), "502|connection|nothing answers", desk)
    desk.server.start_web()
    recovers(desk)


def test_the_task_process_is_killed_amid_an_import(desk: Desk) -> None:
    def kill(method: str, path: str) -> None:
        if "tasks/status" in path:
            desk.server.stop_task(signal.SIGKILL)

    with proxy(desk.server.url, kill) as url:
        run = desk.run("review", "push", "copy", "--timeout", "3", url=url)
    assert run.returncode in (0, 2)  # the import may have been done before the kill
    desk.server.start_task()
    recovers(desk)


def test_an_import_is_cut_off_between_articles_and_spans(desk: Desk) -> None:
    """doccano writes examples first and spans then; a task process that dies between leaves articles without flags."""
    with proxy(desk.server.url, lambda method, path: "cut" if "/comments" in path and method == "POST" else None) as url:
        assert desk.run("review", "push", "copy", url=url).returncode == 2
    for row in desk.bot.examples(desk.project):
        for span in desk.bot.spans(desk.project, row["id"]):
            desk.bot.delete(desk.project, row["id"], span["id"])
    recovers(desk)


def test_the_network_is_cut_between_import_and_answer(desk: Desk) -> None:
    def cut(method: str, path: str) -> str | None:
        return "cut answer" if method == "POST" and path.endswith("/upload") else None

    with proxy(desk.server.url, cut) as url:
        fails(desk.run("review", "push", "copy", url=url), "the connection was cut before the answer", desk)
    recovers(desk)


def test_the_answer_to_a_comment_is_lost(desk: Desk) -> None:
    def cut(method: str, path: str) -> str | None:
        return "cut answer" if method == "POST" and "/comments" in path else None

    with proxy(desk.server.url, cut) as url:
        fails(desk.run("review", "push", "copy", url=url), "the connection was cut before the answer", desk)
    recovers(desk)


def test_two_pushes_at_once(desk: Desk) -> None:
    pushes = [desk.start("review", "push", "copy") for _ in range(2)]
    for push in pushes:
        out, err = push.communicate(timeout=300)
        assert push.returncode == 0, out + err
    recovers(desk)


def test_a_server_that_hangs(desk: Desk) -> None:
    def hang(method: str, path: str) -> None:
        if "/examples" in path:
            time.sleep(6)

    with proxy(desk.server.url, hang) as url:
        fails(desk.run("review", "push", "copy", "--timeout", "1", url=url), "no answer within 1 seconds", desk)
    recovers(desk)


DISK_FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
from checker.cli import main
sys.argv = ["factcheck", "review", "pull"]
main()
"""
"""A pull on a disk with room for 1,000 bytes more: two or three decisions."""


def test_the_disk_is_full_at_a_pull(desk: Desk) -> None:
    desk.done("review", "push", "copy")
    for row in desk.bot.examples(desk.project):
        desk.bot.tick(desk.project, row["id"])
    command = [sys.executable, "-c", DISK_FULL]
    run = subprocess.run(command, cwd=desk.folder, env=desk.environment, capture_output=True, text=True, check=False)
    fails(run, r"decisions\.jsonl: decisions cannot be written: File too large; pull again", desk)
    assert (desk.folder / "annotations" / "decisions.jsonl").read_bytes() == b""
    desk.done("review", "pull")
    assert len(desk.decisions) == 2 * ARTICLES
