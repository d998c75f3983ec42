"""block_claims: what the blocks of an article say, as claims: line-ups, goals, cards, substitutions, results."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from checker.article import Span
from checker.claims.clock import block_minute
from checker.claims.model import AGAINST, Claim, Value
from checker.pipeline.block_parts import ELEVEN, Entry, ResultLine, TeamSheet
from checker.pipeline.clubs import span_club
from checker.pipeline.people import Person
from checker.pipeline.reading import Reading
from checker.reference.names import fold

_MORE = re.compile(r"\s?[,;]")
"""Behind the last man of a row that could be read."""


def block_claims(reading: Reading) -> Iterator[Claim]:
    """The claims of the blocks: line-ups, goals, cards, substitutions, results and half-time scores."""
    yield from _line_ups(reading)
    for section in reading.blocks.sections:
        club = span_club(reading.clubs, section.team, reading.text)
        for entry in section.entries:
            yield from _entry_claims(reading, section.kind, entry, club)
    for result in reading.blocks.results:
        yield from _result_claims(reading, result)
    for first, second, span in reading.blocks.half_time:
        yield _block_claim(reading, "score", span, {"first": first, "second": second, "kind": "half-time"})


def _line_ups(reading: Reading) -> Iterator[Claim]:
    """The claims of the line-ups; of one that is a forecast nothing but who is in it."""
    sheets = reading.blocks.sheets
    for sheet in sheets:
        line_up, *others = _sheet_claims(reading, sheet)
        if len(sheets) == 2:
            shared = _of_both(reading, *sheets) if sheet is sheets[1] else []
            places = {"both_sides": shared[0][0], f"both_sides{AGAINST}": shared[0][1]} if shared else None
            line_up = line_up.having({"both_sides": [man.of(reading.text) for man, _ in shared]}, places=places)
        yield from (line_up, *others)
    for sheet in reading.blocks.forecasts:
        yield next(_sheet_claims(reading, sheet)).having(forecast=True)


def _result_claims(reading: Reading, result: ResultLine) -> Iterator[Claim]:
    """The score of a result line, and the goals in its brackets."""
    home, away = (span_club(reading.clubs, span, reading.text) for span in (result.home, result.away))
    fields: dict[str, Value] = {"first": result.first, "second": result.second, "kind": result.kind}
    if result.kind == "first-leg":
        fields |= {"kind": "final", "about": "first-leg"}
    names = {name: reading.clubs.names.get(key, key) for name, key in (("club", home), ("opponent", away))}
    score = _block_claim(reading, "score", result.span, {**fields, **names}, {"club": home, "opponent": away})
    yield score.having(_line_goals(reading, result))
    for club, goals in ((home, result.home_goals), (away, result.away_goals)):
        for entry in goals:
            yield from _entry_claims(reading, "goals", entry, club)


def _line_goals(reading: Reading, result: ResultLine) -> dict[str, Value | None]:
    """The side of a result whose goals stand in its line: its name, its figure, and how many goals there are; of two the one
    where they differ."""
    told = []
    for side, figure, entries in (
        (result.home, result.first, result.home_goals), (result.away, result.second, result.away_goals)
    ):  # fmt: skip
        listed = sum(len(entry.minutes) for entry in entries)
        if listed:
            told.append((listed == figure, side.of(reading.text), figure, listed))
    if not told or result.kind != "final":
        return {}
    _, side_name, figure, listed = min(told)
    return {"line_side": side_name, "line_figure": figure, "line_goals": listed}


def _block_claim(
    reading: Reading, kind: str, span: Span, fields: Mapping[str, Value], keys: Mapping[str, str] | None = None
) -> Claim:
    known = {name: value for name, value in fields.items() if value != ""}
    return Claim(
        kind, span, span.of(reading.text), known, zone="block", path=reading.article.path,
        keys={name: key for name, key in (keys or {}).items() if key},
    )  # fmt: skip


def _person(reading: Reading, span: Span) -> tuple[str, str]:
    """The name and key of the person whose name a block prints."""
    person = reading.people.at(span.start)
    return (person.name, person.key) if person else (span.of(reading.text), "")


def _entry_claims(reading: Reading, section: str, entry: Entry, club: str) -> Iterator[Claim]:
    """A goals entry makes a claim for each minute; a booking or dismissal one."""
    name, key = _person(reading, entry.name)
    plain = reading.clubs.names.get(club, club)
    if section == "goals":
        for (minute, place), mark in zip(entry.minutes, entry.marks, strict=True):
            span = Span(min(entry.name.start, place.start), max(entry.name.end, place.end))
            fields: dict[str, Value] = {
                "scorer": name, "minute": minute, "form": "block", "kind": mark or "goal", "block": True, "club": plain,
                "about": "this", **block_minute(minute),
            }  # fmt: skip
            claim = _block_claim(reading, "goal", span, fields, {"scorer": key, "club": club, "list": club})
            yield claim.having(places={"minute": place, "scorer": entry.name})
            yield _minute_claim(reading, "goal", minute, place)
        return
    if section in ("booked", "sent_off"):
        minute = entry.minutes[0][0] if entry.minutes else ""
        fields = {
            "player": name, "colour": "red" if section == "sent_off" else "yellow", "block": True, "minute": minute,
            "form": "block", "club": plain, "about": "this", **block_minute(minute),
        }  # fmt: skip
        places = {"minute": entry.minutes[0][1]} if entry.minutes else {}
        yield _block_claim(reading, "card", entry.name, fields, {"player": key, "club": club}).having(places=places)
        if entry.minutes:
            yield _minute_claim(reading, "card", *entry.minutes[0])


def _minute_claim(reading: Reading, event: str, minute: str, place: Span) -> Claim:
    """The time that a block prints behind an event."""
    fields: dict[str, Value] = {"minute": minute, "form": "block", "event": event, **block_minute(minute)}
    return _block_claim(reading, "minute", place, fields)


def _sheet_claims(reading: Reading, sheet: TeamSheet) -> Iterator[Claim]:
    """The claim of a line-up, then those of its changes, goals and cards."""
    club = span_club(reading.clubs, sheet.label, reading.text)
    plain = reading.clubs.names.get(club, club)
    text = reading.text
    formation = sheet.formation.of(text) if sheet.formation else ""
    starters = [entry.name.of(text) for entry in sheet.starters]
    fields: dict[str, Value] = {
        "club": plain, "side": plain or "this side", "formation": formation, "starters": starters,
        "unused": [entry.name.of(text) for entry in sheet.unused],
    }  # fmt: skip
    if formation:
        fields["outfield"] = sum(int(digit) for digit in formation if digit.isdigit())
    label = _forecast_heading(sheet, text) if sheet.forecast else sheet.label or sheet.heading or sheet.starters[0].name
    claim = _block_claim(reading, "lineup", label, fields, {"club": club})
    places = {"formation": sheet.formation} if sheet.formation else {}
    idle, idle_at = _idle(reading, sheet)
    counts: dict[str, Value | None] = {**_counts(reading, sheet), **idle}
    yield claim.having(counts, places={**places, **_repeated(reading, sheet), **idle_at})
    for change in sheet.changes:
        on, on_key = _person(reading, change.on)
        off, off_key = _person(reading, change.off) if change.off else ("", "")
        fields = {
            "on": on, "off": off, "minute": change.minute, "form": "block", "block": True, "club": plain, "about": "this",
            **block_minute(change.minute),
        }  # fmt: skip
        keys = {"on": on_key, "off": off_key, "club": club}
        named = {"on": change.on, **({"off": change.off} if change.off else {})}
        yield _block_claim(reading, "substitution", change.span, fields, keys).having(places=named)
        if change.at:
            yield _minute_claim(reading, "sub", change.minute, change.at)
    for kind, entries in (("goals", sheet.goals), ("booked", sheet.booked), ("sent_off", sheet.sent_off)):
        for entry in entries:
            yield from _entry_claims(reading, kind, entry, club)


def _forecast_heading(sheet: TeamSheet, text: str) -> Span:
    """All that heads an eleven which somebody expects: `Ayton predicted lineup vs Denby (4-3-3)`."""
    first = sheet.label or sheet.heading or sheet.starters[0].name
    words = text[first.start : max(first.end, sheet.starters[0].name.start)].rstrip(" :.\n\u00a0")
    return Span(first.start, first.start + len(words))


def _idle(reading: Reading, sheet: TeamSheet) -> tuple[dict[str, Value], dict[str, Span]]:
    """Which starters, and which men who came on, are listed as unused too, and where. Of a name that a bench has twice nothing
    is said."""
    used = {"unused_began": list(sheet.starters), "unused_on": [Entry(change.on, change.span) for change in sheet.changes]}
    fields: dict[str, Value] = {}
    places: dict[str, Span] = {}
    written = [entry.name.of(reading.text) for entry in sheet.unused]
    once = [entry for entry, name in zip(sheet.unused, written, strict=True) if written.count(name) == 1]
    bench = [_listed(reading, entry) for entry in once]
    for name, entries in used.items():
        played = [_listed(reading, entry) for entry in entries] if bench else []
        both = [(man.entry, idle.entry) for man in played for idle in bench if _is_one_man(man, idle)]
        fields[name] = [idle.name.of(reading.text) for _, idle in both]
        if both:
            places |= {name: both[0][1].name, f"{name}{AGAINST}": both[0][0].span}
    return fields, places


class _Listed(NamedTuple):
    """An entry, with its name folded and the man whom it stands for."""

    entry: Entry
    words: str
    person: Person | None


def _listed(reading: Reading, entry: Entry) -> _Listed:
    return _Listed(entry, fold(entry.name.of(reading.text)), reading.people.at(entry.name.start))


def _of_both(reading: Reading, one: TeamSheet, other: TeamSheet) -> list[tuple[Span, Span]]:
    """The man who plays for both sides, where he stands in the second line-up and in the first: one full name, or the first
    name of both rows, the goalkeeper's, if the article knows but one man of it. Line-ups that share more men are one team's."""
    rows = [[entry.name for entry in sheet.starters] for sheet in (one, other)]
    alike = [(b, a) for a in rows[0] for b in rows[1] if fold(a.of(reading.text)) == fold(b.of(reading.text))]
    people = {row[0]: reading.people.at(row[0].start) for row in rows}
    keepers = [(b, a) for b, a in alike if a == rows[0][0] and b == rows[1][0] and people[a] and people[a] is people[b]]
    full = [(b, a) for b, a in alike if " " in a.of(reading.text) and not _has_initial(a.of(reading.text))]
    return (full or keepers) if len(alike) == 1 else []


def _has_initial(name: str) -> bool:
    return len(name.split()[0].rstrip(".")) == 1


def _is_one_man(one: _Listed, other: _Listed) -> bool:
    """Whether two entries of a side are one man's: written alike, or a full name and its surname. Two squad numbers tell two
    men apart, and so may an initial."""
    alike = one.words == other.words
    if not alike and (one.person is None or one.person is not other.person):
        return False
    if len({one.entry.number, other.entry.number} - {None}) > 1:
        return False
    return alike or not (_has_initial(one.words) or _has_initial(other.words))


def _repeated(reading: Reading, sheet: TeamSheet) -> dict[str, Span]:
    """Where the second mention of a man stands who begins, comes on or goes off twice, and where a starter comes on."""
    text = reading.text
    rows = {
        "duplicates": [(entry.name.of(text), entry.name) for entry in sheet.starters],
        "twice_on": [(change.on.of(text), change.span) for change in sheet.changes],
        "twice_off": [(change.off.of(text), change.span) for change in sheet.changes if change.off],
    }
    found: dict[str, Span] = {}
    began = {entry.name.of(text): entry.name for entry in sheet.starters}
    for change in sheet.changes:
        if change.on.of(text) in began:
            found |= {"began_on": change.on, f"began_on{AGAINST}": began[change.on.of(text)]}
    for name, row in rows.items():
        seen: set[str] = set()
        for words, span in row:
            if words in seen:
                found.setdefault(name, span)
            seen.add(words)
    return found


def _counts(reading: Reading, sheet: TeamSheet) -> dict[str, Value | None]:
    """How many men began, and who is listed twice. A man in the row who came on for another is no starter."""
    text = reading.text
    starters = [entry.name.of(text) for entry in sheet.starters]
    on = [change.on.of(text) for change in sheet.changes]
    off = [change.off.of(text) for change in sheet.changes if change.off]
    extra = len(starters) - ELEVEN  # names of the row beyond the eleven came on for others
    began = [name for name in starters if name not in on] if extra > 0 else starters
    duplicates = sorted({name for name in began if began.count(name) > 1})
    return {
        "size": len(began) if _is_of_match(reading, sheet) else None,
        "began_on": [name for name in dict.fromkeys(starters) if name in on] if extra <= 0 else [],
        "duplicates": duplicates,
        "surname_alone": len(began) == ELEVEN and bool(duplicates) and not any(" " in name for name in duplicates),
        "twice_on": sorted({name for name in on if on.count(name) > 1}),
        "twice_off": sorted({name for name in off if off.count(name) > 1 and starters.count(name) < 2}),
    }


def _is_of_match(reading: Reading, sheet: TeamSheet) -> bool:
    """Whether a row is surely a side's, and whole: with its label, with men who came on, or as one of two. Else it may be a
    jury. Behind a comma there is more of it."""
    if _MORE.match(reading.text, sheet.starters[-1].span.end):
        return False
    return bool(sheet.label or sheet.heading or sheet.changes) or len(reading.blocks.sheets) > 1
