"""keys: what names an article for reviewers and in decisions, on every machine and in every version of its copy."""

import hashlib
import os
import re
import unicodedata
import uuid
from collections.abc import Iterable
from pathlib import Path, PurePath

from checker.writers.paths import printable_path

_SPACES = re.compile(r"\s+")


def article_key(path: str, folder: Path) -> str:
    """An article's path as seen from the folder of .factcheck.yml, with forward slashes: `seeds/001.txt`, `../wire/7.txt`.

    Composed accents, since file systems differ in how they write them.
    """
    try:
        place = os.path.relpath(path, folder)
    except ValueError:  # another drive
        place = str(Path(path).absolute())
    return unicodedata.normalize("NFC", printable_path(PurePath(place).as_posix()))


def entry_id(project: str, article: str, sha256: str, fingerprints: Iterable[str]) -> str:
    """The identifier of one version of an article with some flags in one project: always the same, in the form of a UUID 4.

    A place that has it already refuses it, so that what is sent twice arrives once.
    """
    digest = hashlib.sha256("\x1f".join((project, article, sha256, *sorted(fingerprints))).encode()).digest()
    return str(uuid.UUID(bytes=digest[:16], version=4))


def missed_fingerprint(family: str, words: str, sentence: str) -> str:
    """What names a flag that a reviewer added, as a rule's flag is named: it stays when other parts of the article change."""
    flat = _SPACES.sub(" ", sentence).strip()
    return hashlib.sha256("\x1f".join((f"missed/{family}", words, flat)).encode()).hexdigest()[:16]
