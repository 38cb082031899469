"""The indexes that leads are found in, one a tenant: withdrawn ads, and notes learned from contacts with employers.

They are kept like those of the vacancies, and follow the same count of changes. Notes are a document of their own for
each employer and place, so that a caller who may not read them can leave them out (``learned_id``). A tenant without
such documents has no index here.

Vectors of notes are in no cache: after a note is deleted, the next index is without it and nothing else holds it.
"""

import itertools
import json
import shutil
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from matcher.encoder import DocumentCache, Encoder, Vectors
from matcher.index import Index
from matcher.leads import LEARNED
from matcher.matching import Matcher
from matcher.schema import Vacancy as Record
from service.keeper import Keeper, as_json, digest
from service.store import Contact, Employer, Store, Vacancy

LONGEST_TITLE = 100  # characters of a note that serve as a title
# Characters of a document: needs and the latest 20 contacts at their longest. It is encoded anew with every contact.
LONGEST_LEARNED = 42_000
PREFIX = f"{LEARNED}:"  # followed by the employer's id and the number of the place


def learned_id(employer_id: str, place: int) -> str:
    """The id of an employer's document of notes, for one of its places.

    >>> learned_id("abc", 0), employer_of(learned_id("abc", 0))
    ('learned:abc:0', 'abc')
    """
    return f"{PREFIX}{employer_id}:{place}"


def employer_of(document_id: str) -> str | None:
    """The employer of a document of notes; None for an ad."""
    return document_id.split(":")[1] if document_id.startswith(PREFIX) else None


class OfLearned:
    """An encoder for notes: it caches nothing, and encodes a text shared by several places once."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.name, self.fingerprint = encoder.name, encoder.fingerprint
        self.dimension, self.centre = encoder.dimension, encoder.centre
        self.encode_query = encoder.encode_query

    def encode_document(self, texts: Sequence[str]) -> Vectors:
        places = {text: n for n, text in enumerate(dict.fromkeys(texts))}
        return self._encoder.encode_document(list(places))[[places[text] for text in texts]]


class LeadKeeper(Keeper):
    """Keeps and serves the indexes of leads. encoder: its cache holds the ads' vectors."""

    def __init__(self, store: Store, folder: Path, encoder: DocumentCache, seconds: float) -> None:
        super().__init__(store, folder, encoder, seconds, "leads")
        self._of_learned = OfLearned(encoder.uncached)
        self._without: dict[str, int] = {}  # tenant -> the count of changes at which it had no documents

    def of(self, tenant_id: str) -> Matcher | None:
        """The tenant's matcher; None if the tenant has no documents (yet)."""
        served = self._served.get(tenant_id)
        return served.matcher if served else None

    def has(self, tenant_id: str, changes: int) -> bool:
        """Whether the index includes these changes; true also for a tenant without documents."""
        return self._without.get(tenant_id, -1) >= changes or super().has(tenant_id, changes)

    def _bring_up_to_date(self, tenant_id: str, changes: int) -> None:
        with self._store.reading() as db:
            is_wanted = tenant_id in self._served or bool(self._wanted(db, tenant_id))
        if is_wanted:
            super()._bring_up_to_date(tenant_id, changes)
        else:  # an index here could not be loaded, and may hold deleted text
            shutil.rmtree(self._folder / tenant_id, ignore_errors=True)
            self._without[tenant_id] = changes

    def _with(self, index: Index | None, tenant_id: str, ids: list[str]) -> Index:
        learned = [id_ for id_ in ids if employer_of(id_)]
        ads = super()._with(index, tenant_id, [id_ for id_ in ids if not employer_of(id_)])
        return ads.add(self._records(tenant_id, learned), self._of_learned, self._go_on) if learned else ads

    def _wanted(self, db: Session, tenant_id: str) -> dict[str, str]:
        query = select(Vacancy.id, Vacancy.digest).where(Vacancy.tenant_id == tenant_id, *_earlier())
        learned = {id_: digest(record) for id_, record in _learned(db, tenant_id).items()}
        return dict(db.execute(query).all()) | learned

    def _rows(self, db: Session, tenant_id: str, ids: list[str]) -> list[tuple[str, str, str]]:
        query = select(Vacancy.id, Vacancy.digest, Vacancy.record).where(
            Vacancy.tenant_id == tenant_id, Vacancy.id.in_(ids), *_earlier()
        )
        ads = [(id_, mark, record) for id_, mark, record in db.execute(query)]
        learned = _learned(db, tenant_id)
        return ads + [(id_, digest(learned[id_]), learned[id_]) for id_ in ids if id_ in learned]


def _earlier() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """The conditions for an earlier ad that names its employer."""
    return Vacancy.withdrawn.is_not(None), Vacancy.employer.is_not(None)


def _learned(db: Session, tenant_id: str) -> dict[str, str]:
    """Id -> record of each document of notes: an employer's needs, and the notes from its contacts."""
    contact_notes = _contact_notes(db, tenant_id)
    employers = db.scalars(select(Employer).where(Employer.tenant_id == tenant_id))
    documents: dict[str, str] = {}
    for employer in employers:
        texts = _latest([*filter(None, [employer.needs]), *contact_notes[employer.id]])
        for n, place in enumerate(json.loads(employer.places) or [None]):
            if texts:
                id_ = learned_id(employer.id, n)
                documents[id_] = _document(id_, employer.name, place, texts)
    return documents


def _latest(texts: list[str]) -> list[str]:
    """The first texts, as many as a document holds."""
    lengths = itertools.accumulate(len(text) for text in texts)
    return [text for text, length in zip(texts, lengths, strict=True) if length <= LONGEST_LEARNED]


def _contact_notes(db: Session, tenant_id: str) -> defaultdict[str, list[str]]:
    """Employer id -> the notes from its contacts, the latest first."""
    query = select(Contact.employer_id, Contact.learned).where(
        Contact.tenant_id == tenant_id, Contact.learned.is_not(None)
    )
    notes: defaultdict[str, list[str]] = defaultdict(list)
    for employer_id, learned in db.execute(query.order_by(Contact.day.desc(), Contact.at.desc(), Contact.id)):
        notes[employer_id].append(str(learned))
    return notes


def _document(id_: str, employer: str, place: str | None, texts: list[str]) -> str:
    """The record of a document: notes in the form of an ad."""
    title = texts[0].splitlines()[0][:LONGEST_TITLE]
    record = {"id": id_, "title": title, "description": "\n".join(texts), "employer": employer, "source": LEARNED}
    return as_json(Record.held(json.dumps(record | ({"postcode": place} if place else {}))))
