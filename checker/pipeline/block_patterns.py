"""The layouts of blocks as patterns: how papers print a name, a row of names, a goal, a heading, a result.

Patterns that are the same for every pack stand here as constants; those that need its words (labels such as `Booked:`, marks
such as `pen`) are the `Layouts` of that pack.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from checker.claims.words import Words, in_any_size, one_of

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
SPACE = r"[ \t\u00a0]"
LETTERS = r"[\w\u0300-\u036f]"
"""Letters and the accents that stand behind them in decomposed text."""
WORD = rf"(?:[{UPPER}]\.{SPACE}?)?['’]?[{UPPER}]{LETTERS}*(?:(?:['’](?![sS]\b)|[-‑](?!(?:[3-9](?:\.\d)?|10)\b)){LETTERS}+)*"
PARTICLE = (
    r"(?:[dD][aeiou]s?|[dD]os|[dD]el|[dD]er|[vV]an|[vV]on|[dD]en|[tT]er|[tT]en|[lL]e|[lL]a|[eE]l|[aA]l|[bB]in|[zZ]u"
    r"|e|y|['’]t)"
)
NAME = rf"(?:{PARTICLE}{SPACE}){{0,2}}{WORD}(?:{SPACE}(?:{PARTICLE}{SPACE}){{0,2}}{WORD}){{0,3}}"
MINUTE_REST = r"\d{0,2}(?:['’]?\s?\+\s?\d{1,2})?(?![-–]\d|\d)"
MINUTE = rf"\d{MINUTE_REST}"

_LINE_END = re.compile(r"\n")
DIVIDER = re.compile(r"[,;–—-](?:(?<=[,;])|(?<= .)(?= ))")
ENTRY_REACH = 90
"""Code points of an entry with its bracket: dividers farther apart stand in no row of names."""
MIN_ROW = 8
"""A row of fewer names is an ordinary list in a sentence."""

_NUMBER = rf"#?\d{{1,2}}(?:[.)]{SPACE}{{0,2}}|{SPACE}?[-–]{SPACE}?|{SPACE}{{1,2}})"
"""A squad number before a name: `30 Dutertre`, `30. Dutertre`, `30-Dutertre`, `#30 Dutertre`."""
_CAPTAIN = r"(?:\s?\((?:[cC]|[cC]apt(?:ain)?|[gG][kK])\))?(?:\s?\*)?"
_RATING = rf"{SPACE}?(?:[-–]?{SPACE}?\d{{1,2}}(?:\.\d)?(?![\d'’+])|\(\d\))"
"""`Hill 7`, `Hill - 7`, `Hill (7)`; other marks in brackets are read as any bracket is."""
_MARK = r"(?:[-–]\d(?:\.\d)?)?"
MARK_BEHIND = re.compile(r"\((?:\d\d?(?:\.\d)?|[nN]/[aA])\)$")
"""A mark as the last thing of an entry: `Hill (7)`, `Ray (n/a)`."""
_CARD = rf"{SPACE}?\[[YR]C?\b[^()\[\]\n]{{0,12}}\]"
_IN_BRACKETS = rf"[(\[](?:[^()\[\]\n]|{_CARD}|\([^()\[\]\n]{{2,30}}\)){{2,60}}[)\]]"
"""A card before the bracket of a change: `Colwill [Y:40'] (70' Chilwell)`; who came on went off again: `(Pym 23 (Rudd 59))`."""
CHANGED_TWICE = re.compile(r"(?P<first>[(\[][^()\[\]]+?)\s?(?P<second>\([^()\[\]]+\))[)\]]")
_LOST_COMMA = r"(?:(?<=[^\W\d]\s\d\d[)\]])|(?<=\+\d[)\]]))"
"""Behind the bracket of a change, where papers often lose the comma: `Havertz (Hudson-Odoi 80) Mount`; no formation."""
_MINUTE_BEHIND = rf"{SPACE}?\(?{MINUTE}['’]?\)?"
_SIDE = rf"{NAME}(?:\s(?:&|and|of)\s{NAME})?"
_LABEL_START = r"(?<![^.\n;)\]])"

DASHED_LABEL = re.compile(rf"{NAME}{SPACE}[-–—]{SPACE}(?=[^-–—\n]*[,;])")
"""A label that reads like the first name of its row: `AYTON - Poole; Stone, Ray`; dashes may also part the names."""
STOOD = re.compile(rf"{MINUTE}\s?(?:min|['’])", re.IGNORECASE)
"""In brackets behind a result, when it stood: `15 minutes`."""
LABEL_MARK = re.compile(r"[:—–-](?:(?<=[:—])|(?<=[–-])[–-]|(?<=[a-z] \d[–-])\d(?=\s[A-Z]))")
"""What stands behind a label, or the score and the name behind one that lost its colon; copy without it has none."""
A_NAME = re.compile(NAME)
A_MINUTE = re.compile(MINUTE)
MINUTE_BEHIND = re.compile(rf"{SPACE}?\(?({MINUTE})['’]?\)?")
BRACKET_BEHIND = re.compile(rf",?{SPACE}?{_IN_BRACKETS}")
JOINT = re.compile(rf"\s?(?:,|;|and\b|&|/)(?:{SPACE}{{2}}|\s)?")
"""What stands between two names of a list."""
SCORER_JOINT = re.compile(rf"[.]?\s?(?:,|;|and\b|&)\s?|(?<=['’′]){SPACE}?(?={NAME}{SPACE}?\d)")
"""What stands between two scorers, where nothing does the mark of a minute: `Hill 12’ Marsh 55’`."""
PART_JOINT = re.compile(r"[)\s]*[;.,)]\s*")
"""What stands between the two sides of one list."""
PARAGRAPH_GAP = re.compile(r"[.,;\s]*\n\s*")
VALUE_END = re.compile(r"\.(?=\s|$)|\n|;")
FORMATION = re.compile(r"\d(?:[-–]\d){2,4}")
BRACKET = re.compile(
    rf"[(\[](?![YR]C?\b)(?:(?P<first>{MINUTE})['’′]?(?:{SPACE}?min)?[.,:]?{SPACE}(?={NAME}{_MARK}(?:[)\]]|{_CARD}))|{_NUMBER})?"
    rf"(?:[fF]or{SPACE}(?:{_NUMBER})?|[oO]n{SPACE})?(?P<name>{NAME})?{_MARK}[,:]?{SPACE}?(?:{SPACE}\d\.?\d?,{SPACE})?"
    rf"(?P<minute>{MINUTE}|h-?t|HT|half-time)?(?:['’′]|st\b|nd\b|rd\b|th\b)?"
    rf"(?:{SPACE}?(?:min(?:ute)?s?))?\.?(?:\s?[,;]\s?\d{{1,2}}(?:\.\d)?|{SPACE}\d(?:\.\d)?)?(?:{_CARD})?[)\]]"
)
"""The bracket behind a man of the row: `(Anita 72)`, `(for Elliot, h-t)`, `(72 Anita)`, `(16 Anita, 72)`,
`(Anita 72, 6)`, `(Anita 72 6)`, `(72 Anita-6)`: a rating.
`[Y:40']` is a card."""
HEADING = re.compile(
    rf"(?P<club>(?:{NAME}|[{UPPER}]{{2,}})(?:{SPACE}(?:&|and|FC|of){SPACE}{NAME})?)\s*(?P<info>\([^()\n]{{3,30}}\))?"
    rf"{SPACE}?(?P<bare>\d(?:[-–]\d){{2,4}})?{SPACE}?(?P<colon>[:.]|[-–—]{{1,2}}(?=\s))?"
    rf"(?:{SPACE}?(?P<behind>\(\d(?:[-–]\d){{2,4}}\)){SPACE}?[:.]?)?\s*$"
)
"""What stands before an eleven: `Stoke City (4-2-3-1):`, `Stoke City: (4-2-3-1)`."""
HEADING_MARKS = (":", "--", "—")
"""What makes the words before an eleven its heading."""
DASHES = ("-", "–")
"""What does so before numbered men alone."""
TEAM_HEAD = re.compile(rf"[\s;,.]*(?P<team>{NAME})\s?(?:[-–—:]\s|\d\s(?=\((?!\d{{1,2}}[-–]\d)[^()\n]*\d))\s?\(?")
"""The side that its part of a list begins with: `Celta – Suarez 27`, `Celta 1 (Suarez 27)`; a man is none whose goal made it so
(`Suarez 27 (0-1)`) or was a penalty (`Suarez 2 (pen)`)."""
SIDE_HEAD = re.compile(rf"^(?P<team>{_SIDE}){SPACE}?:{SPACE}*\n?(?=[{UPPER}])", re.MULTILINE)
"""A side's name at the head of its own line of goals, or of the line above it: `Celta: Suarez 27, Castro 40 pen`."""
DASHED_PART = re.compile(rf"{NAME}{SPACE}[-–—]{SPACE}(?=[{UPPER}])")
"""The other side's part of a list where the sides are abbreviated: `LOU — Prather 90`."""
SIDE_LINE = re.compile(rf"^(?P<side>{_SIDE}){SPACE}(?P<goals>\d{{1,2}})$", re.MULTILINE)
"""`Castleminster 2`, with the scorers in the line below."""
FIGURE_AT_END = re.compile(r"[0-9]$", re.MULTILINE)
MARKED = re.compile(rf"\w{SPACE}?(\d{{1,2}})(?=\s?(?:[,;]|$))")
"""The figure behind a name of a row: a rating, a squad number, or the minute of a goal."""
RESULTS_ROW = re.compile(r"(?:[^,;\d]+ \d{1,2}, [^,;\d]+ \d{1,2}(?:; |$))+")
"""`Heath 4, Coldwell 1; Lanes End 2, Purdey 1`: results that read like a line-up's men with their marks."""
_WITH_FIGURE = r"[^\n;][^\n;\d]*\d[^\n;]*"
"""A part of a row behind whose first letter a figure stands; told so that it can match in one way only."""
ROW_OF_RESULTS = re.compile(rf"^(?:[^\n:;\d]{{1,48}}:[ \t]+)?(?P<row>{_WITH_FIGURE}(?:;{_WITH_FIGURE}){{2,}})$", re.MULTILINE)
"""`Saturday's results: Heath 4 Coldwell 1; Lanes End 2-2 Purdey; Norbury 0 Ashe 1`."""
RESULT_OF_ROW = re.compile(
    rf"\s*(?P<home>{_SIDE})\s(?P<first>\d{{1,2}})(?:{SPACE}?[-–]{SPACE}?(?P<second>\d{{1,2}})|,)?{SPACE}(?P<away>{_SIDE})"
    rf"(?(second)|{SPACE}(?P<last>\d{{1,2}}))(?:{SPACE}\([^()]*\))?[\s.]*"
)
SWAP = re.compile(rf"(?P<on>{NAME}){SPACE}for{SPACE}(?:{_NUMBER})?(?P<off>{NAME})(?:,?{SPACE}\(?(?P<minute>{MINUTE})['’]?\)?)?")
"""`Aina for Roberts 87`."""
MORE_GOALS = re.compile(rf"{WORD}{SPACE}?[(\[]?{SPACE}?\d{{1,3}}(?!\d)")
"""A name and a number, as an entry of a goals list begins."""
DIGIT_AHEAD = re.compile(r"\n\d")
"""A line that begins with a digit, as the entries of a live text do."""
TIMED_GOAL = re.compile(rf"\d(?<![^\n].){MINUTE_REST}['’′]?{SPACE}(?i:goal)s?[!:]", re.MULTILINE)
"""What such a line begins with, whoever scored."""
LIVE_GOAL = re.compile(
    rf"(?P<minute>\d(?<![^\n].){MINUTE_REST})['’′]?(?:{SPACE}?min(?:ute)?s?)?[:.]?{SPACE}(?i:goal)[!:]*{SPACE}?[-–]?{SPACE}?"
    rf"(?P<home>{_SIDE}){SPACE}(?P<first>\d{{1,2}})[-–](?P<second>\d{{1,2}}){SPACE}(?P<away>{_SIDE}){SPACE}?"
    rf"\((?P<name>{NAME})(?P<mark>,?{SPACE}[\w. ]{{1,10}})?\)"
)
"""`13 min GOAL! Hearts 1-0 Livingston (Boyce). What a finish!`"""
HALF_TIME = re.compile(
    r"[Hh](?<!\w.)(?:(?<=H)-?T|(?<=h)-?t|alf-?\s?time)(?:\s(?:score))?\s?[:(]?\s?(\d{1,2})\s?[-–]\s?(\d{1,2})\)?"
)
"""`HT: 1-0`. It begins with a set of letters, which is what `re` can look for fast."""


def at_lines(pattern: re.Pattern[str], text: str, start: int) -> Iterator[re.Match[str]]:
    """The matches, from an offset on, of a pattern that begins with `^`: `finditer` would try it at every letter."""
    end = start
    lines = (found.end() for found in _LINE_END.finditer(text, max(start - 1, 0)))
    for line in lines if start else chain((0,), lines):
        found = pattern.match(text, line) if line >= end else None
        if found:
            end = found.end()
            yield found


@dataclass(frozen=True, slots=True)
class Layouts:
    """The patterns that need the words of a pack, and which kind of section each of its labels opens."""

    kind_of: Mapping[str, str]
    """By the label in small letters."""
    row: re.Pattern[str]
    """An eleven: `MIN_ROW` names or more, each with what may stand behind it, and a squad number before all or none."""
    entry: re.Pattern[str]
    names_only: re.Pattern[str]
    scorer: re.Pattern[str]
    """One man's goals: `Kane 12, 55 pen`."""
    marks: re.Pattern[str]
    label: re.Pattern[str]
    label_before: re.Pattern[str]
    """What ends with a label before its content, on the line above too, where nothing else stands on it."""
    any_label: re.Pattern[str]
    """A label where a list can begin: at the start of a line or behind a full stop."""
    head_words: re.Pattern[str]
    """What a heading calls an eleven behind its club: `Arsenal starting XI:`."""
    rated: re.Pattern[str]
    """A heading that says that the eleven is given with its marks."""
    headless: re.Pattern[str]
    """A heading that calls it only so, and names no club: `Starting XI:`."""
    forecast: re.Pattern[str]
    """What a heading calls an eleven that its writer expects: `Arsenal predicted lineup vs Chelsea:`, `Possible XI:`."""
    opponent: re.Pattern[str]
    """What stands before a club that meets the men of the row, `Strongest team vs `."""
    told_of: re.Pattern[str]
    """What stands behind a row that is the subject of a sentence: ` and Hill are the substitutes`."""
    line_ups_head: re.Pattern[str]
    """What heads the paragraph of both sides' line-ups."""
    key_moment: re.Pattern[str]
    """`52' GOAL! Diaby, 2-2`; `68' GOAL! Diaby (pen) 2-0`; none that was annulled."""
    predicted: re.Pattern[str]
    """Words before a row that make it a forecast or a squad."""
    result: re.Pattern[str]
    """`Hearts 2-1 Livingston`; `Hearts 2 (Boyce 12, 55), Livingston 1 (Devlin 80)`; `FULL-TIME: Hearts 2-1 Livingston`;
    `Premiership: Hearts 2-1 Livingston`; `Hearts: 2 (Boyce 12, 55)`;
    `Hearts 1-0 Livingston (15 mins)`; `Hearts 2 (Boyce 12, 55) bt Livingston 0`."""

    @classmethod
    def of(cls, words: Words) -> "Layouts":
        """The layouts with the words of a pack."""
        kinds = {label: kind for kind, texts in words.labels.items() for label in texts}
        label = one_of(sorted(kinds, key=len, reverse=True))
        own = one_of(words.lists.get("own_goal_marks", ("og",)))
        pens = one_of(words.lists.get("penalty_marks", ("pen",)))
        ratings = words.lists.get("ratings_words", ())
        heads = one_of([*words.lists.get("eleven_words", ()), *ratings])
        predicted = "|".join(words.lists.get("predicted", ("probable",)))
        name = rf"(?!(?:{label})\b[^,;]*:){NAME}"
        timed = rf"{name}(?:{_MINUTE_BEHIND})?"
        return cls(
            kind_of={label.lower(): kind for label, kind in kinds.items()},
            row=_row(name),
            entry=re.compile(
                rf"(?:(?P<number>{_NUMBER}))?(?P<name>{name}){_CAPTAIN}(?:{_RATING})?(?:{_CARD})?(?P<bracket>,?{SPACE}?{_IN_BRACKETS})?"
            ),
            names_only=re.compile(rf"{timed}(?:\s?(?:,|;|and)\s?{timed})*"),
            scorer=_scorer(own, pens),
            marks=re.compile(rf"\(?(?:(?P<og>{own})|(?P<pen>{pens}))(?![\w])\.?\)?", re.IGNORECASE),
            label=_label(label, one_of(words.lists.get("bare_labels", ()))),
            label_before=re.compile(
                rf"(?:(?<!\w)(?:{label})\.?\s?[:–-]\s*|\n{SPACE}*(?:{label}){SPACE}*\n\s*)$", re.IGNORECASE
            ),
            any_label=re.compile(
                rf"{_LABEL_START}\s*(?P<label>{in_any_size(kinds)})(?:\s?(?::|[-–—]{{2}}|—)|{SPACE}(?=\d[-–]\d{SPACE}[{UPPER}]))"
            ),
            key_moment=_key_moment(one_of(words.lists.get("live_no_goal", ()))),
            predicted=re.compile(rf"\b(?:{predicted})\b|\bfrom\s*\)?:?\s*$", re.IGNORECASE),
            head_words=re.compile(rf"(?:^|(?<=\s))(?:{heads})(?=\s?(?:\([^()\n]*\))?{SPACE}?[:.–—-]*\s*$)", re.IGNORECASE),
            rated=re.compile(rf"\b(?:{one_of(ratings)})\b", re.IGNORECASE),
            headless=re.compile(rf"\W*({heads}){SPACE}?(?:\([^()\n]*\))?{SPACE}?:\s*", re.IGNORECASE),
            forecast=_forecast(words),
            opponent=re.compile(rf"\b(?:{words.one_of('versus_words')}){SPACE}$", re.IGNORECASE),
            told_of=re.compile(rf"(?:,? and [^\n,.;:]{{2,30}}?)? (?:{one_of(words.lists.get('row_does', ()))})\b"),
            line_ups_head=re.compile(rf"{SPACE}*(?:{one_of(words.lists.get('line_up_heads', ()))}){SPACE}?:", re.IGNORECASE),
            result=_result(words, label),
        )


def _forecast(words: Words) -> re.Pattern[str]:
    expected, elevens = words.one_of("forecast_words"), words.one_of("eleven_words", "forecast_elevens")
    versus, shape = words.one_of("versus_words"), r"\(?\d(?:[-–]\d){2,4}\)?"
    eleven = rf"(?i:(?:team{SPACE})?(?:{elevens}))"
    return re.compile(
        rf"(?:(?<=\w)['’]s?{SPACE}|(?<!\w))(?:(?i:{expected}){SPACE}(?P<club>{_SIDE}{SPACE})?{eleven}(?:{SPACE}(?i:{versus}){SPACE}{_SIDE})?|"
        rf"{eleven}{SPACE}\((?i:{expected})\))(?={SPACE}?[:.–—-]*{SPACE}?(?:{shape})?{SPACE}?[:.–—-]*\s*$)"
    )


def _result(words: Words, label: str) -> re.Pattern[str]:
    full, half = one_of(words.lists.get("full_time_labels", ())), one_of(words.labels.get("half_time", ()))
    verbs = one_of(words.lists.get("result_verbs", ()))
    with_goals = rf":(?={SPACE}\d{{1,2}}{SPACE}\()"
    return re.compile(
        rf"^(?P<heading>(?=[^\n:|]{{2,60}}+[:|])(?!(?i:{label}|{full}|{half})\b)(?:1st{SPACE})?[^\W\d_][^\n:|]{{1,48}}?(?::|{SPACE}\|){SPACE})?"
        rf"(?:{SPACE}*(?:{MINUTE}['’]?\s*)?(?:(?i:{full})|(?P<half>(?i:{half}))){SPACE}?[:|–-]?{SPACE}?)?"
        rf"(?P<home>{_SIDE})(?P<colon>{with_goals})?\s(?P<first>\d{{1,2}})"
        rf"(?:\s?[-–]\s?(?P<second>\d{{1,2}})|(?P<home_goals>{SPACE}\([^()\n]+\))?(?P<comma>,)?(?:{SPACE}(?:{verbs}))?)(?(colon)\n{{1,2}}|\s{SPACE}{{0,3}})"
        rf"(?P<away>{_SIDE})(?(second)|(?(colon){with_goals})\s(?P<last>\d{{1,2}})(?P<away_goals>{SPACE}\([^()\n]+\))?)"
        rf"(?:{SPACE}\((?P<note>[^()\n]*)\))?(?:$|\.(?=$|{SPACE}))",
        re.MULTILINE,
    )


def _label(label: str, bare: str) -> re.Pattern[str]:
    """A label with its mark, or one that lost it on the way to the page: `Booked Dacre, Hoyle.`"""
    mark = rf"\.?{SPACE}?(?::|[-–—]{{1,2}}(?=\s))"
    named = rf"(?i:{label})(?={mark})|(?:{bare})(?={SPACE}[{UPPER}\d])"
    return re.compile(rf"[\s.;,*]*(?P<label>{named})(?:{mark})?{SPACE}*")


def _row(name: str) -> re.Pattern[str]:
    entry = rf"{name}{_CAPTAIN}(?:\.?{_RATING})?(?:,?{SPACE}?{_IN_BRACKETS})*(?:{SPACE}\d{{1,2}}(?:\.\d)?)?"
    between = rf"(?:{SPACE}?[,;](?:\s|{SPACE}{{2}}|{SPACE}?\n{SPACE}?\n)?(?:and )?|{SPACE}[-–—]{SPACE}|{_LOST_COMMA}{SPACE})"
    last = rf"{SPACE}and{SPACE}{entry}(?=[ \t.]*(?:[;\n]|$))"
    plain, numbered = (rf"{first}(?:{between}{first}){{{MIN_ROW - 1},}}(?:{last})?" for first in (entry, _NUMBER + entry))
    return re.compile(rf"(?<![\w])(?:{plain}|(?<!\d[-–.]){numbered})")


def _key_moment(annulled: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<minute>\d(?<![^\n].){MINUTE_REST})['’′]?{SPACE}(?i:goal)[!:]*{SPACE}?[-–]?{SPACE}?"
        rf"(?P<name>(?!(?i:{annulled})\b){NAME})(?P<mark>{SPACE}?\([\w .]{{1,10}}\))?"
        rf"(?:(?=[,.(:;]|$)|{SPACE}(?P<first>\d{{1,2}})[-–](?P<second>\d{{1,2}})(?!\d|{SPACE}[{UPPER}]))",
        re.MULTILINE,
    )


def _scorer(own: str, pens: str) -> re.Pattern[str]:
    mark = rf"(?:{own}|{pens}|og|pen)"
    after = rf"(?:['’′]|{SPACE}?min(?:ute)?s?)?(?:,?{SPACE}?[(\[-]?(?i:{own}|{pens})(?!\w)\.?)?[)\]]{{0,2}}"
    joint = rf"(?:\s?(?:,|and|&)\s?|(?<=['’′]){SPACE}?|{SPACE}(?=\d{{1,3}}['’′]))"  # `5’28’`, `12’ 55’`, `12 55’`
    return re.compile(
        rf"(?:\d{{1,2}}[-–]\d{{1,2}}{SPACE})?(?P<name>{NAME})"
        rf"(?P<rest>{SPACE}?(?:{mark}{SPACE}(?=[(\[])|[(\[]{mark}[)\]]{SPACE})?[(\[]?(?:{mark},?\s)?{MINUTE}{after}"
        rf"(?:{joint}[(\[]?{MINUTE}{after})*)(?:{SPACE}[(\[]?\d{{1,2}}[-–]\d{{1,2}}(?!\d)[)\]]?)?"
    )
