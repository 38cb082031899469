"""Employers, contacts, what follows a yes, placements, and the counts that a programme makes of them."""

import json

import sqlalchemy as sa
from alembic import op

from matcher.employers import key

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _candidates()
    _events()
    _vacancies()
    _employers()
    _contacts()
    _placements()
    _counts()


def _candidates() -> None:
    with op.batch_alter_table("candidate") as candidate:
        candidate.add_column(sa.Column("referred", sa.Date(), nullable=True))
        candidate.add_column(sa.Column("enrolled", sa.Date(), nullable=True))
        candidate.add_column(sa.Column("in_work", sa.Boolean(), nullable=True))
    # Who was taken up here was enrolled then: until now nothing else was asked.
    candidates = sa.table(
        "candidate", sa.column("id", sa.Text), sa.column("created", sa.DateTime), sa.column("enrolled", sa.Date)
    )
    connection = op.get_bind()
    for id_, created in connection.execute(sa.select(candidates.c.id, candidates.c.created)).all():
        connection.execute(candidates.update().where(candidates.c.id == id_).values(enrolled=created.date()))


def _events() -> None:
    with op.batch_alter_table("case_event") as event:
        event.add_column(sa.Column("employer_id", sa.Text(), nullable=True))
        event.add_column(sa.Column("placement_id", sa.Text(), nullable=True))
        event.add_column(sa.Column("day", sa.Date(), nullable=True))
        event.add_column(sa.Column("undone", sa.DateTime(), nullable=True))


def _vacancies() -> None:
    with op.batch_alter_table("vacancy") as vacancy:
        vacancy.add_column(sa.Column("employer", sa.Text(), nullable=True))
        vacancy.create_index("ix_vacancy_of_employer", ["tenant_id", "employer"])
    columns = [sa.column(name, sa.Text) for name in ("tenant_id", "id", "record", "employer")]
    vacancies = sa.table("vacancy", *columns)
    tenant_id, id_, record, employer = columns
    connection = op.get_bind()
    for tenant, own in connection.execute(sa.select(tenant_id, id_)).all():
        row = (tenant_id == tenant) & (id_ == own)
        key = _key_of(connection.execute(sa.select(record).where(row)).scalar_one())
        if key:
            connection.execute(vacancies.update().where(row).values({employer: key}))


def _key_of(record: str) -> str:
    try:
        ad = json.loads(record)
    except ValueError:  # damaged: sent again, it gets its key
        return ""
    return key(ad.get("corrected", {}).get("employer") or ad.get("employer") or "")


def _employers() -> None:
    op.create_table(
        "employer",
        _text("id"),
        _text("tenant_id"),
        _text("key"),
        _text("name"),
        _text("cvr", nullable=True),
        _text("places"),
        _text("owner_id", nullable=True),
        _text("needs", nullable=True),
        _text("shared"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        _key("employer", "tenant_id", "tenant.id"),
        _key("employer", "owner_id", "account.id", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employer")),
    )
    op.create_index("ix_employer_of", "employer", ["tenant_id", "key"], unique=True)
    op.create_index(op.f("ix_employer_owner_id"), "employer", ["owner_id"])
    op.create_table(
        "employer_name",
        _text("tenant_id"),
        _text("key"),
        _text("employer_id"),
        _key("employer_name", "tenant_id", "tenant.id"),
        _key("employer_name", "employer_id", "employer.id", "CASCADE"),
        sa.PrimaryKeyConstraint("tenant_id", "key", name=op.f("pk_employer_name")),
    )
    op.create_index(op.f("ix_employer_name_employer_id"), "employer_name", ["employer_id"])
    op.create_table(
        "disclosure",
        _text("candidate_id"),
        _text("employer_id"),
        _text("state"),
        sa.Column("day", sa.Date(), nullable=False),
        _text("by"),
        sa.Column("at", sa.DateTime(), nullable=False),
        _key("disclosure", "candidate_id", "candidate.id", "CASCADE"),
        _key("disclosure", "employer_id", "employer.id", "CASCADE"),
        sa.PrimaryKeyConstraint("candidate_id", "employer_id", name=op.f("pk_disclosure")),
    )


def _contacts() -> None:
    op.create_table(
        "contact",
        _text("id"),
        _text("tenant_id"),
        _text("employer_id"),
        _text("by"),
        sa.Column("day", sa.Date(), nullable=False),
        _text("kind"),
        sa.Column("face_to_face", sa.Boolean(), nullable=False),
        _text("person", nullable=True),
        _text("purpose"),
        _text("learned", nullable=True),
        _text("next_step", nullable=True),
        sa.Column("next_day", sa.Date(), nullable=True),
        sa.Column("wishes", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        _key("contact", "tenant_id", "tenant.id"),
        _key("contact", "employer_id", "employer.id", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index(op.f("ix_contact_employer_id"), "contact", ["employer_id"])
    op.create_index("ix_contact_of", "contact", ["tenant_id", "day"])
    op.create_table(
        "contact_wish",
        _text("contact_id"),
        _text("candidate_id"),
        _text("statement"),
        _key("contact_wish", "contact_id", "contact.id", "CASCADE"),
        _key("contact_wish", "candidate_id", "candidate.id", "CASCADE"),
        sa.PrimaryKeyConstraint("contact_id", "candidate_id", name=op.f("pk_contact_wish")),
    )
    op.create_index(op.f("ix_contact_wish_candidate_id"), "contact_wish", ["candidate_id"])


def _placements() -> None:
    op.create_table(
        "placement",
        _text("id"),
        _text("candidate_id"),
        _text("employer_id", nullable=True),
        _text("vacancy_id", nullable=True),
        _text("title"),
        _text("kind", nullable=True),
        _text("employment"),
        _text("contract"),
        sa.Column("paid", sa.Boolean(), nullable=False),
        sa.Column("began", sa.Date(), nullable=False),
        sa.Column("hours", sa.Double(), nullable=True),
        sa.Column("ended", sa.Date(), nullable=True),
        _text("end_reason", nullable=True),
        _text("by"),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("undone", sa.DateTime(), nullable=True),
        _key("placement", "candidate_id", "candidate.id", "CASCADE"),
        _key("placement", "employer_id", "employer.id", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement")),
    )
    op.create_index(op.f("ix_placement_candidate_id"), "placement", ["candidate_id"])
    op.create_index(op.f("ix_placement_employer_id"), "placement", ["employer_id"])


def _counts() -> None:
    op.create_table(
        "programme_count",
        _text("id"),
        _text("tenant_id"),
        _text("team", nullable=True),
        _text("quarter"),
        sa.Column("cases", sa.Integer(), nullable=False),
        _text("figures"),
        _text("by"),
        sa.Column("at", sa.DateTime(), nullable=False),
        _key("programme_count", "tenant_id", "tenant.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_count")),
    )
    op.create_index(op.f("ix_programme_count_tenant_id"), "programme_count", ["tenant_id"])
    op.create_table(
        "counted_case",
        _text("count_id"),
        _text("candidate_id"),
        _key("counted_case", "count_id", "programme_count.id", "CASCADE"),
        _key("counted_case", "candidate_id", "candidate.id", "CASCADE"),
        sa.PrimaryKeyConstraint("count_id", "candidate_id", name=op.f("pk_counted_case")),
    )
    op.create_index(op.f("ix_counted_case_candidate_id"), "counted_case", ["candidate_id"])


def _text(name: str, *, nullable: bool = False) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), nullable=nullable)


def _key(table: str, column: str, to: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [to], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)
