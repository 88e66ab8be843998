"""Times as Chinese gives them, whose verbs have no tense: "In 2019, he joins", "since three years ago"."""

from cleaners.detect.shape import Shape

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

_NEWS = (
    "begins|joins|launches|becomes|releases|announces|starts|wins|leaves|enters|decides|publishes|reports|reveals|posts"
    "|holds|visits|signs|opens|unveils|tells|writes|arrives|says"
)


OPENERS = (
    Shape(
        "shapes.tense",
        "In On",
        (
            rf"(?:In|On) (?:(?:{_MONTHS}) (?:\d{{1,2}}, )?)?(?:19[5-9]\d|20[01]\d|202[0-4]), "
            r"(?:\w[\w’'-]{0,15} ){1,4}(?<!who )(?<!that )(?<!which )(?<!what )"
            r"(?P<at>is|are|has|begins|joins|launches|becomes|releases|announces|starts|wins|leaves|enters|decides"
            r"|establishes|founds)\b(?! (?:been|said|believed|thought|known|expected|likely|set|to|since|become)\b)"
        ),
        "a past year and a verb in the present: Chinese verbs have no tense",
        0.6,
    ),
    Shape(
        "shapes.tense",
        "Yesterday Last",
        (
            r"(?:Yesterday|Last (?:night|week|month|year)),?"
            r" (?:\w[\w’'-]{0,15} ){1,4}(?<!who )(?<!that )(?<!which )"
            rf"(?P<at>is|are|has|{_NEWS})\b"
            r"(?! (?:been|said|believed|thought|known|expected|likely|set|to|since|become|still|now)\b)"
        ),
        "a past day and a verb in the present: Chinese verbs have no tense",
        0.65,
    ),
)

ANYWHERE = (
    Shape(
        "shapes.same-period",
        "period",
        r"\bcompared (?:to|with) the same period(?=[.,;)\n])",
        "同比: which period is meant has been lost; English says “year on year”",
        0.75,
        kind="term",
        literal="the same period",
    ),
    Shape(
        "shapes.since-ago",
        "ago",
        r" since (?:\w{1,12} ){1,2}(?:years|months|days|weeks) ago\b",
        "“since … ago”: English says “since” a date or “for” a time",
        literal=" ago",
    ),
)
