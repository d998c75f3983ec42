"""Fills README.md with what the command prints: `python docs/make_readme.py`.

With --check it writes nothing and exits 1 when the command prints something else.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "README.md"
SEED = "seeds/002*.txt"

_OUTPUT = re.compile(r"(?<=<!-- output: make check -->\n).*?(?=<!-- /output -->)", re.DOTALL)


def filled(text: str) -> str:
    """The page with the report on the newest seed article between its marks."""
    lines = [f"$ factcheck {SEED}", *report().rstrip().split("\n")]
    shown = "\n".join(f"    {line}".rstrip() for line in lines)
    return _OUTPUT.sub(lambda _: f"\n{shown}\n\n", text)


def report() -> str:
    """What the command prints, 80 columns wide."""
    paths = [path.relative_to(ROOT).as_posix() for path in sorted(ROOT.glob(SEED))]
    command = [sys.executable, "-c", "from checker.cli import main; main()", "check", "--no-annotate", *paths]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"factcheck ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def main(arguments: list[str]) -> int:
    """Writes the page, or with --check compares it."""
    text = PAGE.read_text(encoding="utf-8")
    new = filled(text)
    if "--check" not in arguments:
        PAGE.write_text(new, encoding="utf-8")
        return 0
    if new == text:
        return 0
    sys.stderr.write("README.md does not show what the command prints: run python docs/make_readme.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
