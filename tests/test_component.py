"""The spaCy factory: anybody's pipeline gets flags, claims and labelled spans."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import spacy
from spacy.language import Language

import checker.component  # noqa: F401 - registers the factory

WRONG = "It rained. It ended in a 2-1 draw."


@pytest.fixture(scope="module")
def nlp() -> Language:
    """A blank pipeline with the component, without a reference."""
    made = spacy.blank("en")
    made.add_pipe("factcheck", config={"reference": False})
    return made


def test_a_doc_has_its_flags_and_claims(nlp: Language) -> None:
    doc = nlp(WRONG)
    (flag,) = doc._.flags
    assert (flag.rule, flag.text, flag.level) == ("score/draw-is-level", "2-1 draw", "error")
    assert [(claim.type, claim.verdict) for claim in doc._.claims] == [("score", "refuted")]


def test_a_doc_has_the_flagged_words_as_spans(nlp: Language) -> None:
    doc = nlp(WRONG)
    (span,) = doc.spans["factcheck"]
    assert (span.text, span.label_) == ("2-1 draw", "score/draw-is-level")


@pytest.mark.parametrize("text", ["", "   ", "\n", "\ufeff", "It rained.", "It was a 1-1 draw."])
def test_a_doc_without_errors_has_no_flags(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert (doc._.flags, list(doc.spans["factcheck"])) == ([], [])


def test_a_doc_that_is_no_copy_is_passed_over_with_a_warning(nlp: Language) -> None:
    with pytest.warns(UserWarning, match="passes over a Doc: binary, not text"):
        doc = nlp("It was\0a 2-1 draw.")
    assert (doc._.flags, doc._.claims, list(doc.spans["factcheck"])) == ([], [], [])


def test_many_docs_go_through_a_pipe(nlp: Language) -> None:
    docs = list(nlp.pipe([WRONG, "It rained.", WRONG]))
    assert [len(doc._.flags) for doc in docs] == [1, 0, 1]


def test_names_become_entities(nlp: Language) -> None:
    doc = nlp("It was Adam Dunne who scored.")
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Adam Dunne", "PERSON")]


def test_another_pack_may_be_named(little_pack: Callable[..., Path]) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("factcheck", config={"pack": str(little_pack())})
    assert [flag.message for flag in nlp(WRONG)._.flags] == ["a draw ends level, 2-1 draw does not"]


def test_the_factory_is_found_without_importing_anything_of_ours(python: Callable[..., CompletedProcess[str]]) -> None:
    code = f"""\
import spacy
nlp = spacy.blank("en")
nlp.add_pipe("factcheck")
doc = nlp({WRONG!r})
print([flag.text for flag in doc._.flags], [span.label_ for span in doc.spans["factcheck"]])
"""
    run = python(code)
    assert run.stdout == "['2-1 draw'] ['score/draw-is-level']\n", run.stderr
