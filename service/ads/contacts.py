"""Whom to ask about a job, as the ad itself says it: for the call sheet only, where it is shown and not kept."""

import re

MOST = 3
PHONE = r"(?:(?:\+|00)45[ -]?)?(?<![\d.,/-])[2-9]\d(?:[ .]?\d\d){3}(?![\d/]|[.,-]\d)"
MAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
WAY = re.compile(rf"{PHONE}|{MAIL}")
# A number of something else that has eight digits; the number of the company stands in many an ad.
NO_PHONE = re.compile(
    r"\b(?:cvr|se|p|ean|konto|jobnr|job[- ]?id|sags|stillings|ordre|reference|ref|id)"
    r"[ .-]*(?:nr|nummer|no)?[ .:-]*\d[\d ]*",
    re.IGNORECASE,
)
PIECE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])|\n")
NAME = re.compile(r"(?:[A-ZÆØÅ][\w.-]+ ?){2,4}(?:, ?[\w -]{3,40})?")  # alone on a line: "Bo Holm, daglig leder"


def contacts(text: str) -> list[str]:
    """The ad's own sentences that hold a telephone number or a mail address, with a name on the line above them.

    >>> contacts("Vi søger en kok. Ring til Bo på 22 34 56 78. Vi glæder os.\\nCVR 87654321")
    ['Ring til Bo på 22 34 56 78.']
    >>> contacts("Kontakt\\nBo Holm\\nTlf. 32 34 56 78")
    ['Bo Holm, Tlf. 32 34 56 78']
    """
    pieces = [piece.strip() for piece in PIECE.split(text)]
    told = []
    for before, piece in zip(["", *pieces], pieces, strict=False):
        if WAY.search(NO_PHONE.sub("", piece)):
            told.append(f"{before}, {piece}" if NAME.fullmatch(before) and before not in told else piece)
    return told[:MOST]
