"""`make review-demo`: the server of the tests, for a person, with the seeds pushed. Ctrl-C ends it; nothing stays behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.review.doccano_server import ADMIN, DoccanoServer, running_server

ROOT = Path(__file__).resolve().parent.parent.parent
PROJECT = "factcheck"


def main() -> None:
    """Starts doccano, pushes the seeds, says where it is and who may log in, and waits."""
    sys.stdout.write("starting doccano; the first time its environment is made, which takes some minutes …\n")
    with running_server() as server:
        environment = {"DOCCANO_URL": server.url, "DOCCANO_USERNAME": ADMIN, "DOCCANO_PASSWORD": server.password}
        for arguments in (["init"], ["push", "seeds"]):
            factcheck(arguments, environment)
        sys.stdout.write(told(server, environment))
        sys.stdout.flush()
        wait()


def factcheck(arguments: list[str], environment: Mapping[str, str]) -> None:
    command = [sys.executable, "-c", "from checker.cli import main; main()", "review", *arguments, "--project", PROJECT]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=True)


def told(server: DoccanoServer, environment: Mapping[str, str]) -> str:
    """The address, the accounts, and what to type."""
    bot = server.reviewer(ADMIN, server.password)
    number = next(project["id"] for project in bot.call("GET", "projects?limit=100")["results"] if project["name"] == PROJECT)
    reviewers = [server.add_reviewer(name, number) for name in ("ann", "bob")]
    accounts = "".join(f"    {reviewer.name}  {reviewer.password}\n" for reviewer in reviewers)
    exports = "".join(f"    export {name}={value}\n" for name, value in environment.items())
    return (
        f"\nThe seeds are at {server.url}/projects/{number}/sequence-labeling\n\nReviewers and their passwords:\n{accounts}\n"
        f"In another terminal, to bring their decisions back:\n{exports}    factcheck review pull\n    factcheck stats\n\n"
        "Ctrl-C stops the server and throws it away.\n"
    )


def wait() -> None:
    """Until somebody says stop."""
    stopped = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.append(True))
    while not stopped:
        signal.pause()


if __name__ == "__main__":
    main()
