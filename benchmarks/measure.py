"""Runs the checker over unchanged copy and over copies with one error each, and says what it found."""

import hashlib
import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from injections import KINDS
from injections.copy import Copy, Place
from injections.model import Corpus, Injection, Site
from injections.pairs import partners

from checker.article import Article, article_from_bytes, find_copy, read_article
from checker.check import Checker
from checker.errors import FactcheckError
from checker.judge.verdict import Flag
from checker.pack import load_pack
from checker.places import default_pack
from checker.run import Job, make_checker


@dataclass(frozen=True)
class Alarm:
    """A flag on unchanged copy, by the key of its article."""

    source: str
    flag: Flag


@dataclass(frozen=True)
class Outcome:
    """Whether an error was found: the flag that found it (None: missed), and the new flags that stand elsewhere."""

    injection: Injection
    found: Flag | None
    elsewhere: tuple[Flag, ...] = ()


def read_articles(folders: Sequence[str]) -> dict[str, Article]:
    """The articles of some folders and files by their key: the path from the folder, or from what the folders share.

    Raises FactcheckError for the first that cannot be read.
    """
    root = os.path.commonpath([str(Path(folder).resolve()) for folder in folders])
    if Path(root).is_file():
        root = str(Path(root).parent)
    found = {}
    for path in find_copy(folders):
        if isinstance(path, FactcheckError):
            raise path
        found[os.path.relpath(Path(path).resolve(), root)] = read_article(path)
    return found


def as_copy(key: str, article: Article) -> Copy:
    """An article for the injections: its text, where it begins, its year."""
    return Copy(key, article.text, article.body.start, article.date.year if article.date else None)


def make_corpus(articles: dict[str, Article]) -> Corpus:
    """The articles as the injections see them, reports of one match paired."""
    copies = tuple(as_copy(key, article) for key, article in articles.items())
    return Corpus(copies, partners(copies))


def injections(corpus: Corpus, keys: Sequence[str], seed: int, most: int = 1) -> Iterator[Injection]:
    """For each article and kind of error up to `most` errors, each in a copy of its own, drawn from all that the article
    proves; the same for the same seed."""
    wanted = frozenset(keys)
    for copy in corpus.copies:
        for kind in KINDS if copy.key in wanted else ():
            site = Site(copy, corpus, random.Random(f"{seed}/{copy.key}/{kind.name}"))
            if not kind.pair or site.partner:
                errors = list({tuple(edit.place for edit in error.edits): error for error in kind.find(site)}.values())
                drawn = site.draw.sample(errors, min(most, len(errors)))
                yield from (Injection(kind, copy, error, site.partner if kind.pair else None) for error in drawn)


def half(key: str) -> int:
    """0 or 1: the half of the corpus that an article belongs to, by its path, the same on every machine."""
    return hashlib.sha256(key.encode()).digest()[0] % 2


class Bench:
    """The checker of the football pack with its reference, and what it says of each article as it is."""

    def __init__(self, articles: dict[str, Article]) -> None:
        pack = load_pack(default_pack())
        self._checker: Checker = make_checker(Job(pack.folder, pack.folder), pack)
        self._articles = articles
        self._before: dict[tuple[str, ...], tuple[Flag, ...]] = {}

    def alarms(self, keys: Sequence[str]) -> list[Alarm]:
        """Every flag on the unchanged copy, reports of one match compared."""
        reports = self._checker.check_all([self._articles[key] for key in keys])
        return [Alarm(key, flag) for key, report in zip(keys, reports, strict=True) for flag in report.flags]

    def outcome(self, injection: Injection) -> Outcome:
        """Whether the error is flagged where it stands, or named in a flag's evidence, and was not before."""
        article = self._articles[injection.copy.key]
        partner = injection.partner.key if injection.partner else None
        before = {_after(injection, flag, article.path) for flag in self._flags(injection.copy.key, partner)}
        changed = article_from_bytes(injection.text.encode(), article.path, article.date)
        new = [flag for flag in self._check(changed, partner) if (flag.rule, flag.path, Place(*flag.span)) not in before]
        hit = next((flag for flag in new if _hits(flag, injection, article.path)), None)
        return Outcome(injection, hit, tuple(new) if hit is None else ())

    def _flags(self, key: str, partner: str | None) -> tuple[Flag, ...]:
        names = (key, partner) if partner else (key,)
        if names not in self._before:
            self._before[names] = self._check(self._articles[key], partner)
        return self._before[names]

    def _check(self, article: Article, partner: str | None) -> tuple[Flag, ...]:
        if partner is None:
            return self._checker.check(article).report.flags
        reports = self._checker.check_all([article, self._articles[partner]])
        return tuple(flag for report in reports for flag in report.flags)


def _after(injection: Injection, flag: Flag, path: str) -> tuple[str, str, Place]:
    """A flag on the unchanged article (or on the other report) as it would stand after the change."""
    place = Place(*flag.span)
    return flag.rule, flag.path, injection.moved(place) if flag.path == path else place


def _hits(flag: Flag, injection: Injection, path: str) -> bool:
    """Whether a flag stands on the error or names it in its evidence."""
    named = [
        Place(*item.span)
        for item in flag.evidence
        if item.span and item.path in ("", path) and (item.path or flag.path == path)
    ]
    if flag.path == path:
        named.append(Place(*flag.span))
    return any(_meet(place, where) for place in named for where in injection.places)


def _meet(place: Place, where: Place) -> bool:
    """Whether two places overlap; where something was taken out, whether one touches the gap."""
    return place.overlaps(where) or (where.start == where.end and place.start <= where.start <= place.end)
