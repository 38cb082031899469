"""Contact persons in an ad's own words, for the call sheet only: shown there, and not kept."""

import re

MOST = 3
PHONE = r"(?:(?:\+|00)45[ -]?)?(?<![\d.,/-])[2-9]\d(?:[ .]?\d\d){3}(?![\d/]|[.,-]\d)"
MAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
CONTACT = re.compile(rf"{PHONE}|{MAIL}")
# Eight digits that are no telephone number; many ads have the company's number (CVR).
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
    sentences: list[str] = []
    for before, piece in zip(["", *pieces], pieces, strict=False):
        if CONTACT.search(NO_PHONE.sub("", piece)):
            sentences.append(f"{before}, {piece}" if NAME.fullmatch(before) and before not in sentences else piece)
    return sentences[:MOST]
