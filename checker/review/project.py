"""project: doccano's project for flags: found or made, its switches checked, its labels and guideline put in place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checker.errors import ReviewError
from checker.review.session import ServerError, Session
from checker.review.triage import Label, Triage

_SWITCHES: Mapping[str, tuple[object, str]] = {
    "project_type": ("SequenceLabeling", "flags are spans; only a project for sequence labelling has them"),
    "collaborative_annotation": (True, "else each reviewer sees only spans of their own, and no flags"),
    "allow_overlapping": (True, "else of two flags on the same words one is lost"),
    "grapheme_mode": (False, "else the page counts characters in another way, and flags stand beside their words"),
}
"""What a project must be set to, and what would go wrong."""
_ALL = 100_000


@dataclass(frozen=True)
class Project:
    """A project on a server that flags may be sent to."""

    id: int
    name: str


def find_project(session: Session, name: str) -> Project:
    """The project of a name; raises ReviewError when there is none, more than one, or one that would hide flags."""
    found = _named(session, name)
    if found is None:
        raise ReviewError(
            f"{session.place}: no project {name!r} for {session.me['username']!r}; make it with `factcheck review init`, "
            "or have its owner make you a member with the role project_admin"
        )
    return _checked(session, found)


def init_project(session: Session, name: str, triage: Triage) -> tuple[Project, list[str]]:
    """The project of a name, made when it is missing, with labels and guideline; and what was done, in words."""
    found = _named(session, name)
    done = []
    if found is None:
        found = _make(session, name, triage)
        done.append(f"made the project {name!r}")
    project = _checked(session, found)
    added = _add_labels(session, project, triage)
    if added:
        done.append(f"added the labels {', '.join(added)}")
    if not found["guideline"].strip() and triage.guideline:
        change = {"resourcetype": found["resourcetype"], "guideline": triage.guideline}
        session.call("PATCH", f"projects/{project.id}", change)
        done.append("wrote the guideline")
    return project, done


def _named(session: Session, name: str) -> dict[str, Any] | None:
    """What the server says of our project of a name. Its own search finds parts of names too."""
    listed = session.carried(lambda: session.get("v1/projects", {"q": name, "limit": _ALL}))["results"]
    found = [project for project in listed if project["name"] == name]
    if len(found) > 1:
        numbers = ", ".join(str(project["id"]) for project in found)
        raise ReviewError(f"{session.place}: {len(found)} projects are called {name!r} (numbers {numbers}); rename all but one")
    return found[0] if found else None


def _make(session: Session, name: str, triage: Triage) -> dict[str, Any]:
    """doccano-client's create_project knows none of the switches, so the request is made here."""
    switches = {key: wanted for key, (wanted, _) in _SWITCHES.items()}
    wanted = {
        "name": name,
        "description": "Flags of factcheck, to be upheld or dismissed",
        "guideline": triage.guideline,
        "resourcetype": "SequenceLabelingProject",
        "allow_member_to_create_label_type": False,
        "random_order": False,
        "use_relation": False,
        "tags": [],
        **switches,
    }
    try:
        made: dict[str, Any] = session.call("POST", "projects", wanted)
    except ServerError as problem:
        if problem.status != 403:
            raise
        user = session.me["username"]
        raise ReviewError(
            f"{session.place}: no rights: {user!r} may not make projects, only doccano's staff may; have one of them run "
            f"`factcheck review init` and make {user!r} a member with the role project_admin"
        ) from None
    return made


def _checked(session: Session, said: Mapping[str, Any]) -> Project:
    name = said["name"]
    wrong = [
        f"{key} is {said.get(key)!r}, expected {wanted!r}: {why}"
        for key, (wanted, why) in _SWITCHES.items()
        if said.get(key) != wanted
    ]
    if wrong:
        raise ReviewError(f"{session.place}: the project {name!r} would hide flags: {'; '.join(wrong)}")
    return Project(said["id"], name)


def _add_labels(session: Session, project: Project, triage: Triage) -> list[str]:
    """The names of the labels that were missing. A key that is taken already is left to who has it."""
    known = session.carried(lambda: session.get_span_type_list(project.id))
    names, keys = {label["text"] for label in known}, {label["suffix_key"] for label in known}
    missing = [label for label in triage.labels.values() if label.name not in names]
    for label in missing:
        _add_label(session, project, label, label.key if label.key not in keys else "")
    return [label.name for label in missing]


def _add_label(session: Session, project: Project, label: Label, key: str) -> None:
    made = session.create_span_type(project.id, label.name, "#ffffff", label.colour, suffix_key=key or None)
    if not isinstance(made, dict) or "id" not in made:  # the package answers with a string where it failed
        raise ReviewError(f"{session.place}: the label {label.name!r} cannot be made: {made}")
