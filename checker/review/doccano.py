"""doccano: the place of review that runs in a browser (server 1.8.4).

What its page does and does not keep decides how an entry is sent. The import is a job of another process, exact in text and
spans, and atomic for a batch but for one gap: examples first, then spans. The comment that lists the flags comes last; so an
example with that comment is whole, and one without was cut off on its way.
"""

import io
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import chain
from typing import Any, TypeVar

from checker.article import Span
from checker.errors import ReviewError
from checker.review.backend import Found, Item, Note, Progress, Review
from checker.review.entry import GREETING, Entry, comment, mark_from_json, units_of
from checker.review.project import Project
from checker.review.session import CONNECTIONS, ServerError, Session
from checker.review.units import Units

_BATCH = 500
"""Entries an import; doccano writes at most 1,000 in one transaction."""
_BATCH_LETTERS = 8_000_000
"""Characters an import, about; the server reads a file whole."""
_PAGE = 250
"""Examples asked for at a time."""
_ALL = 1_000_000
_ROUNDS = 3
"""Imports that are tried for an entry that does not arrive."""
_POLL = (0.05, 1.0)
"""Seconds between two questions whether an import is done: the first, and the most."""
_GREETING = re.compile(rf"{re.escape(GREETING)}(no flags|\d+ flags?)(\n|$)")

Value = TypeVar("Value")
Result = TypeVar("Result")
Json = dict[str, Any]


class DoccanoBackend:
    """One project of a doccano server; a ReviewBackend."""

    def __init__(self, session: Session, project: Project, patience: float) -> None:
        """`patience` is how many seconds an import may take."""
        self._session = session
        self._project = project
        self._patience = patience
        self._labels: Mapping[int, str] = {}
        self._doubles: list[int] = []
        """Comments that are there twice, when items were last listed."""

    @property
    def project(self) -> str:
        return f"{self._project.id} {self._project.name}"

    # What is there.

    def items(self) -> list[Item]:
        with ThreadPoolExecutor(1) as beside:
            listed = beside.submit(self._comments)
            items = [item for row in self._rows() if (item := _item(row)) is not None]
            comments = listed.result()
        self._doubles = list(_doubles(comments.values(), self._session.me["id"]))
        return [replace(item, complete=any(map(_is_ours, comments[item.number]))) for item in items]

    def touched(self, item: Item) -> bool:
        if item.ticked or not all(map(_is_ours, self._comments(item.number)[item.number])):
            return True
        return self._spans(item) != Counter(units_of(item.marks, self._text(item)))

    def reviews(self, progress: Progress) -> Iterator[Review]:
        comments = self._comments()
        names = {member["user"]: member["username"] for member in self._call("GET", "members")}
        rows = [(item, row["text"]) for row in self._rows() if row["is_confirmed"] and (item := _item(row)) is not None]
        found = self._each(rows, lambda pair: self._review(*pair, comments[pair[0].number], names))
        for done, review in enumerate(found, 1):
            progress("read", done, len(rows))
            if review is not None:
                yield review

    def progress_by_reviewer(self) -> dict[str, int]:
        """How many articles each member has ticked."""
        said = self._carried(lambda: self._session.get(f"v1/projects/{self._project.id}/metrics/member-progress"))
        return {entry["user"]: entry["done"] for entry in said["progress"]}

    # What is sent and taken away.

    def add(self, entries: Sequence[Entry], progress: Progress) -> None:
        wanted, errors = list(entries), [""]
        for _ in range(_ROUNDS):
            before = self._totals()
            errors = list(self._import(wanted, progress))
            whole = self._arrived(wanted, before)
            self._greet(list(whole.values()), progress)
            wanted = [entry for entry in wanted if entry.id not in whole]
            if not wanted:
                return
        why = next((error for error in errors if error), "no error was told")
        raise ReviewError(f"{self._session.place}: {len(wanted)} of {len(entries)} articles did not arrive: {why}")

    def _arrived(self, entries: Sequence[Entry], before: Counter[str]) -> dict[str, Item]:
        """Those of some entries that are there with all their spans, by their id; what came without is taken away again."""
        ids = {entry.id for entry in entries}
        items = [item for item in self.items() if item.id in ids]
        broken = [] if self._counted(before, entries) else self._without_spans([item for item in items if not item.complete])
        self.remove(broken)
        return {item.id: item for item in items if item not in broken}

    def mend(self, items: Sequence[Item], progress: Progress) -> list[Item]:
        if self._doubles:
            self._call("DELETE", "comments", {"ids": self._doubles})
        cut_off = [item for item in items if not item.complete]
        empty = self._without_spans([item for item in cut_off if not item.ticked], all_of_them=True)
        again = [item for item in empty if not self._comments(item.number)[item.number]]
        self._greet([item for item in cut_off if item not in again], progress)
        return again

    def remove(self, items: Sequence[Item]) -> None:
        if items:  # an empty list takes away everything
            self._call("DELETE", "examples", {"ids": [item.number for item in items]})

    # The import.

    def _import(self, entries: Sequence[Entry], progress: Progress) -> Iterator[str]:
        """Sends entries in batches; gives what each batch failed of (an empty string: it did not)."""
        done = 0
        for batch in _batches(entries):
            yield self._import_batch(batch)
            done += len(batch)
            progress("sent", done, len(entries))

    def _import_batch(self, entries: Sequence[Entry]) -> str:
        file = io.BytesIO("".join(map(_line, entries)).encode("ascii"))
        file.name = "factcheck.jsonl"
        upload = self._session.post_doc_upload_binary
        answer = self._carried(lambda: upload(self._project.id, [file], encoding="utf-8"))
        status = self._wait(answer["task_id"])
        told = status["error"] or (status["result"] or {}).get("error")
        return "" if not told else json.dumps(told)[:300]

    def _wait(self, task: str) -> Json:
        """The end of an import. Time's end is no failure: it may still be done later, so nothing is taken back."""
        until, pause = time.monotonic() + self._patience, _POLL[0]
        while time.monotonic() < until:
            status: Json = self._carried(lambda: self._session.get(f"v1/tasks/status/{task}"))
            if status["ready"]:
                return status
            time.sleep(pause)
            pause = min(pause * 1.5, _POLL[1])
        raise ReviewError(
            f"{self._session.place}: the import was not done within {self._patience:g} seconds; is doccano's task process "
            "running (`doccano task`)? The import is waiting there: push again once it runs, nothing will be there twice"
        )

    def _totals(self) -> Counter[str]:
        """How many spans of each label the project has."""
        said = self._carried(lambda: self._session.get_metrics_span_distribution(self._project.id))
        total: Counter[str] = Counter()
        for counts in said.values():
            total.update(counts)
        return total

    def _counted(self, before: Counter[str], entries: Iterable[Entry]) -> bool:
        """Whether the project has grown by just the spans of these entries. Reviewers at work may make it False."""
        expected = before + Counter(label for entry in entries for _, _, label in units_of(entry.marks, entry.text))
        return +self._totals() == +expected

    def _without_spans(self, items: Sequence[Item], all_of_them: bool = False) -> list[Item]:
        """Those of some items that lack a span (all their spans) which was sent with them."""

        def lacks(item: Item) -> bool:
            there = self._spans(item)
            return not there if all_of_them else bool(set(units_of(item.marks, self._text(item))) - set(there))

        marked = [item for item in items if item.marks]
        return [item for item, lacking in zip(marked, self._each(marked, lacks), strict=True) if lacking]

    def _greet(self, items: Sequence[Item], progress: Progress) -> None:
        """Writes the comment that lists an item's flags, where there is none."""
        missing = [item for item in items if not item.complete]

        def write(item: Item) -> None:
            self._call("POST", "comments", {"text": comment(item.marks)}, example=item.number)

        for done, _ in enumerate(self._each(missing, write), 1):
            progress("listed", done, len(missing))

    # Reading.

    def _rows(self) -> Iterator[Json]:
        """Every example, once; pages may overlap while others write, and then the whole list is asked for."""
        first = self._page(0)
        seen: set[int] = set()
        rest = self._each(range(_PAGE, first["count"], _PAGE), self._page)
        for page in chain([first], rest):
            yield from (row for row in page["results"] if row["id"] not in seen)
            seen.update(row["id"] for row in page["results"])
        if len(seen) < first["count"]:
            yield from (row for row in self._page(0, _ALL)["results"] if row["id"] not in seen)

    def _page(self, offset: int, limit: int = _PAGE) -> Json:
        page: Json = self._carried(
            lambda: self._session.get_examples(self._project.id, {"limit": [limit], "offset": [offset]})
        )
        return page

    def _comments(self, example: int | None = None) -> defaultdict[int, list[Json]]:
        """The comments on every article (on one), by the article's number, the oldest first."""
        narrow = {} if example is None else {"example": example}
        found: defaultdict[int, list[Json]] = defaultdict(list)
        for said in self._call("GET", "comments", limit=_ALL, **narrow)["results"]:
            found[said["example"]].append(said)
        return found

    def _text(self, item: Item) -> str:
        row = self._carried(lambda: self._session.get_example_detail(self._project.id, item.number))
        return str(row["text"])

    def _spans(self, item: Item) -> Counter[tuple[int, int, str]]:
        """The spans on an article now, in the page's units."""
        spans = self._raw_spans(item)
        return Counter((span["start_offset"], span["end_offset"], self._label(span["label"])) for span in spans)

    def _raw_spans(self, item: Item) -> list[Json]:
        spans: list[Json] = self._carried(lambda: self._session.get_spans(self._project.id, item.number))
        return spans

    def _label(self, number: int) -> str:
        """The name of a label; the list is read anew for one that a reviewer has just made."""
        if number not in self._labels:
            types = self._carried(lambda: self._session.get_span_type_list(self._project.id))
            self._labels = {label["id"]: label["text"] for label in types}
        return self._labels.get(number, f"label {number}")

    def _review(self, item: Item, text: str, comments: Sequence[Json], names: Mapping[int, str]) -> Review | None:
        """An article as it stands; None for one whose tick has been taken away meanwhile."""
        states = self._carried(lambda: self._session.get_example_states(self._project.id, item.number))["results"]
        if not states:
            return None
        last = max(states, key=lambda state: state["confirmed_at"])
        units = Units(text)
        spans = (self._found(span, units, names) for span in self._raw_spans(item))
        notes = (Note(said["username"], said["created_at"], said["text"]) for said in comments if not _is_ours(said))
        reviewer = _name(names, last["confirmed_by"])
        return Review(item, text, tuple(spans), tuple(notes), reviewer, last["confirmed_at"])

    def _found(self, span: Json, units: Units, names: Mapping[int, str]) -> Found:
        place = Span(units.to_code_points(span["start_offset"]), units.to_code_points(span["end_offset"]))
        return Found(place, self._label(span["label"]), _name(names, span["user"]))

    # Requests.

    def _call(self, method: str, path: str, data: object = None, **params: object) -> Any:
        return self._carried(lambda: self._session.call(method, f"projects/{self._project.id}/{path}", data, **params))

    def _carried(self, call: Callable[[], Result]) -> Result:
        """The result of a call; a page that is not there any more means that the project is not."""
        try:
            return self._session.carried(call)
        except ServerError as problem:
            if problem.status != 404:
                raise
            gone = f"the project {self._project.name!r} (number {self._project.id}) is not there any more"
            raise ReviewError(f"{self._session.place}: {gone}; make another with `factcheck review init`") from None

    def _each(self, values: Sequence[Value], call: Callable[[Value], Result]) -> Iterator[Result]:
        """The results for some values in their order, several requests at a time."""
        if not values:
            return
        pool = ThreadPoolExecutor(CONNECTIONS)
        try:
            yield from pool.map(call, values)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _item(row: Json) -> Item | None:
    """What an example holds of ours; None for one that somebody else put there."""
    try:
        said = row["meta"]["factcheck"]
        marks = tuple(map(mark_from_json, said["flags"]))
        return Item(row["id"], said["id"], row["meta"]["article"], said["sha256"], marks, row["is_confirmed"], True)
    except (KeyError, TypeError, ValueError):
        return None


def _line(entry: Entry) -> str:
    """The row of an entry in an import. Its keys are doccano's; all others become its metadata."""
    row = {
        "example_uuid": entry.id,
        "filename": entry.article,
        "upload_name": entry.article,
        "text": entry.text,
        "label": units_of(entry.marks, entry.text),
        **entry.meta,
    }
    return json.dumps(row) + "\n"


def _batches(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    batch: list[Entry] = []
    letters = 0
    for entry in entries:
        if batch and (len(batch) == _BATCH or letters + len(entry.text) > _BATCH_LETTERS):
            yield batch
            batch, letters = [], 0
        batch.append(entry)
        letters += len(entry.text)
    if batch:
        yield batch


def _doubles(articles: Iterable[Sequence[Json]], me: int) -> Iterator[int]:
    """Of two lists of flags on one article, which two pushes at once may leave, the later one, if it is mine to delete."""
    for listed in articles:
        ours = sorted((said for said in listed if _is_ours(said)), key=lambda said: said["id"])
        yield from (said["id"] for said in ours[1:] if said["user"] == me)


def _is_ours(said: Json) -> bool:
    """Whether a comment is a list of flags that a push wrote."""
    return _GREETING.match(said["text"]) is not None


def _name(names: Mapping[int, str], user: int) -> str:
    """A member's name; of one who has left the project only the number is known."""
    return names.get(user, f"user {user}")
