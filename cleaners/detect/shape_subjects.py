"""Sentences whose subject Chinese leaves out where it is known, and English never does."""

from cleaners.detect.shape import Shape

_ADVERB = (
    r"(?:also|often|still|even|once|always|already|recently|only|never|finally|soon|later|now|eventually|gradually"
    r"|quickly|directly|successfully|officially|repeatedly|frequently|constantly|currently|then|just)"
)

_VERB = (
    r"(?:\w{3,12}ed|said|told|became|took|made|gave|went|came|got|had|was|were|is|are|has|have|will|can|could|found"
    r"|began|won|lost|brought|kept|put|set|saw|sold|bought|left|led|spent|thought|wrote|knew|felt|chose|built|sent)"
)

_ED_VERB = r"(?!based|compared|given|unlike|indeed|instead|need|speed)\w{3,12}ed"

# Inverted sentences are good English: "Also included are two cables", "Then came the rain", "And is it true?"
_NO_INVERSION = (
    r"(?! (?:I|you|he|she|it|we|they|there|the|this|that|these|those|a|an|my|your|his|her|our|their|are|is|was"
    r"|were)\b)"
)


OPENERS = (
    Shape(
        "shapes.no-subject",
        "And But Then Also",
        (
            rf"(?P<at>(?:And|But|Then|Also) (?:{_ADVERB} {_VERB}\b{_NO_INVERSION}"
            rf"|{_ED_VERB} (?:to|into|from|by|for|with|on)\b))[^.!?\n]{{8,300}}[.\n]"
        ),
        "the sentence has no subject: Chinese leaves it out where it is known",
    ),
    Shape(
        "shapes.no-subject",
        "Is Was Are Were Has Have Can Will Could",
        (
            r"(?P<at>(?:Is|Was|Are|Were|Has|Have|Can|Will|Could)"
            r" (?:also|still|already|even|always|been|very|able to|not only|now|mainly|only)"
            r"(?: \w{2,15})?)[^.!?\n]{5,300}\."
        ),
        "the sentence has no subject: Chinese leaves it out where it is known",
        0.6,
    ),
    Shape(
        "shapes.no-subject-main",
        "If When After Before While Once",
        (
            r"(?:If|When|After|Before|While|Once) [^,.:;!?\n]{5,80},"
            r" (?P<at>(?:can|need to|needs to|must|should|will|cannot|may)"
            r" (?!(?:I|you|he|she|it|we|they|there|the|this|that|these|those|a|an|my|your|his|her|our|their|its|any"
            r"|anyone|someone|some|people|one|not)\b)[a-z]{2,15})"
        ),
        "the main clause has no subject: Chinese leaves it out where it is known",
        0.75,
    ),
    Shape(
        "shapes.dangling",
        "Failed Tried Wanted Refused Unable",
        r"(?P<at>(?:Failed|Tried|Wanted|Refused|Unable) to [^,.\n]{3,60}, [A-Z]\w{1,20}['’]s \w+)",
        "the first words have no subject of their own, and the second half is about something else",
        0.65,
    ),
)
