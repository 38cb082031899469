"""The words and forms of the pages: templates, translations, and the format of dates and quotes.

Danish is in the templates; ``service/locale`` has the English. The matcher's words (checks, questions, kinds)
come from ``matcher.phrases`` in both languages, so that a page and a terminal never differ.
"""

import datetime
import functools
import hashlib
import io
import textwrap
from pathlib import Path
from typing import Any

from babel.dates import format_date, format_datetime, get_timezone
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from matcher.schema import single_values
from service.phrases import Language, say, sentence, written

HERE = Path(__file__).parents[1]
LOCALE, STATIC, TEMPLATES = HERE / "locale", HERE / "static", HERE / "templates"
QUOTE_WIDTH = 220
COPENHAGEN = get_timezone("Europe/Copenhagen")


@functools.cache
def environment(language: Language) -> Environment:
    """The template environment of one language."""
    jinja = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    jinja.globals |= _gettext(translations(language))
    jinja.globals |= {
        "language": language,
        "say": functools.partial(_say, language),
        "singles": single_values(),
        "static": static,
        "moment": functools.partial(moment, language),
        "day": functools.partial(day, language),
        "date": functools.partial(date, language),
        "month": functools.partial(month, language),
    }
    jinja.filters |= {
        "quoted": quoted,
        "sentence": sentence,
        "moment_of": datetime.datetime.fromisoformat,
        "day_of": datetime.date.fromisoformat,
        "written": functools.partial(_written, language),
    }
    return jinja


def _gettext(catalogue: NullTranslations) -> dict[str, Any]:
    """``_`` and ``ngettext`` like those of Jinja's own extension: messages are markup, values are escaped. Keeps the
    answers of the catalogue: one form asks a hundred times.
    """

    @functools.cache
    def translate(message: str) -> Markup:
        return Markup(catalogue.gettext(message))  # noqa: S704 our own words

    @functools.cache
    def whole(message: str) -> Markup:
        return translate(message) % {}

    def gettext(message: str, **words: object) -> Markup:
        return translate(message) % words if words else whole(message)

    def ngettext(singular: str, plural: str, num: int, **words: object) -> Markup:
        return Markup(catalogue.ngettext(singular, plural, num)) % ({"num": num} | words)  # noqa: S704

    return {"_": gettext, "ngettext": ngettext}


@functools.cache
def translations(language: Language) -> NullTranslations:
    """The catalogue of a language; Danish needs none."""
    path = LOCALE / language / "LC_MESSAGES" / "pages.po"
    if not path.exists():
        return NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return Translations(compiled)


def _say(language: Language, key: str, **words: object) -> str:
    return say(key, language, **words)


def _written(language: Language, value: object) -> str:
    return written(value, language)


def quoted(text: str, width: int = QUOTE_WIDTH) -> str:
    """An ad's words in quotation marks, cut if they are long.

    >>> quoted("8-12 timer om ugen")
    '“8-12 timer om ugen”'
    """
    return f"“{textwrap.shorten(text, width, placeholder=' …')}”"


def day(language: Language, value: datetime.date) -> str:
    """A day with its weekday: "fredag den 11. december"."""
    form = "EEEE 'den' d. MMMM" if language == "da" else "EEEE d MMMM"
    return format_date(value, form, locale=language)


def date(language: Language, value: datetime.date) -> str:
    """A day of the year in few words: "11. december"."""
    return format_date(value, "d. MMMM" if language == "da" else "d MMMM", locale=language)


def month(language: Language, value: datetime.date) -> str:
    """The month and year of a day: "marts 2026"."""
    return format_date(value, "MMMM y", locale=language)


def moment(language: Language, at: datetime.datetime) -> str:
    """A moment by the clock in Denmark."""
    form = "d. MMMM y 'kl.' HH.mm" if language == "da" else "d MMMM y, HH:mm"
    return format_datetime(at, form, tzinfo=COPENHAGEN, locale=language)


@functools.cache
def static(name: str) -> str:
    """The address of a static file, new with each version of it, so that a browser may cache it."""
    mark = hashlib.blake2b(STATIC.joinpath(name).read_bytes(), digest_size=6).hexdigest()
    return f"/static/{mark}/{name}"


def render(template: str, language: Language, values: dict[str, Any]) -> str:
    """A page from that template."""
    return environment(language).get_template(template).render(values)
