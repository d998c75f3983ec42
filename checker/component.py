"""The spaCy factory `factcheck`: `spacy.blank("en").add_pipe("factcheck")` gives anybody `doc._.flags`."""

import warnings
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from checker.article import article_from_bytes
from checker.check import Checker
from checker.errors import ArticleError
from checker.judge.verdict import Flag
from checker.pack import load_pack
from checker.places import default_pack
from checker.reference.store import Reference

SPANS_KEY = "factcheck"

if not Doc.has_extension("flags"):
    Doc.set_extension("flags", default=None)
if not Doc.has_extension("claims"):
    Doc.set_extension("claims", default=None)


class FactcheckComponent:
    """Checks each Doc as an article: flags in `doc._.flags`, claims in `doc._.claims`, and the flagged words in
    `doc.spans["factcheck"]`, labelled with their rules. Names become the Doc's entities."""

    def __init__(self, nlp: Language, pack: str, reference: bool) -> None:
        loaded = load_pack(Path(pack) if pack else default_pack())
        self._checker = Checker(loaded, loaded.reference() if reference else Reference.empty(), nlp)

    def __call__(self, doc: Doc) -> Doc:
        doc._.flags, doc._.claims = [], []
        doc.spans[SPANS_KEY] = []
        if not doc.text.strip("\ufeff \t\r\n"):
            return doc
        try:
            article = article_from_bytes(doc.text.encode(), "doc")
        except ArticleError as problem:
            warnings.warn(f"factcheck passes over a Doc: {problem.message}", stacklevel=2)
            return doc  # one bad Doc does not stop a pipeline
        report = self._checker.check(article, doc).report
        doc._.flags = list(report.flags)
        doc._.claims = list(report.found)
        doc.spans[SPANS_KEY] = [span for flag in report.flags if (span := _span(doc, flag)) is not None]
        return doc


def _span(doc: Doc, flag: Flag) -> Span | None:
    return doc.char_span(flag.span.start, flag.span.end, label=flag.rule, alignment_mode="expand")


@Language.factory("factcheck", default_config={"pack": "", "reference": True})
def create_factcheck(
    nlp: Language,
    name: str,  # noqa: ARG001 - spaCy calls a factory with both
    pack: str,
    reference: bool,
) -> FactcheckComponent:
    """The component; `pack` is a folder (football when empty), `reference` whether its reference is used."""
    return FactcheckComponent(nlp, pack, reference)
