"""The user's cache folder: what can be made again, kept so that it need not be."""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path


def cache_folder() -> Path:
    """The folder of this program in the user's cache; raises RuntimeError for a user without a home."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "factcheck"


def program_files() -> Iterator[Path]:
    """The modules of this program: what it makes changes with them."""
    yield from sorted(Path(__file__).resolve().parent.rglob("*.py"))


def digest_of(files: Iterable[Path], *said: object) -> str:
    """A name for what some files and values make: another one whenever one of them changes. Raises OSError."""
    digest = hashlib.sha256(repr(said).encode("utf-8", "surrogateescape"))
    for file in files:
        digest.update(str(file).encode("utf-8", "surrogateescape") + b"\0")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:32]


def write_kept(file: Path, text: str, most: int) -> None:
    """Writes a file of the cache; another process sees the whole file or none. Of its folder the `most` newest are left.

    A cache that cannot be written to costs time and nothing else.
    """
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=file.parent, suffix=".part", delete=False, encoding="utf-8") as part:
            part.write(text)
        Path(part.name).replace(file)
        for old in sorted(file.parent.glob("*.json"), key=lambda kept: kept.stat().st_mtime)[:-most]:
            old.unlink()
