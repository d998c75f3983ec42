"""Takes the picture of doccano's page for docs/reviewing.md: `python docs/make_picture.py`. Needs Chromium."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.review.browser import open_article, page_of  # noqa: E402 - the checkout is where the server is described
from tests.review.doccano_server import ADMIN, running_server  # noqa: E402

PICTURE = ROOT / "docs" / "reviewing.png"
STORY = """\
Ayton 2-1 Beeford

Ayton came from behind to beat Beeford 2-1 at Mill Lane on Saturday and go third.
Peter Hensley put the visitors ahead in the 13th minute, and at the break it was a 2-1 draw.
Hensley's goal, a header on 14 minutes, was his fourth this season.
“We were asleep,” said the Ayton manager. In the return Ayton had a 1-1 win.
"""


def main() -> None:
    """Starts a server, pushes a story, and looks at it as a reviewer."""
    with running_server() as server, tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "ayton-beeford.txt").write_text(STORY, encoding="utf-8")
        account = {"DOCCANO_URL": server.url, "DOCCANO_USERNAME": ADMIN, "DOCCANO_PASSWORD": server.password}
        for arguments in (["init"], ["push", "ayton-beeford.txt"]):
            command = [sys.executable, "-c", "from checker.cli import main; main()", "review", *arguments]
            subprocess.run(command, cwd=folder, env={**os.environ, **account}, check=True)
        bot = server.reviewer(ADMIN, server.password)
        project = bot.call("GET", "projects")["results"][0]["id"]
        spans = len(bot.spans(project, bot.examples(project)[0]["id"]))
        with page_of(server.add_reviewer("ann", project), server.url, (1100, 660)) as page:
            open_article(page, server.url, project, 1, spans)
            page.wait_for_timeout(1000)
            page.screenshot(path=str(PICTURE))


if __name__ == "__main__":
    main()
