"""The timeline of a case, approvals by a second administrator, first passwords, and ids of sessions."""

import json
import secrets
import string

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SHOWN, SAMPLED = "suggestions.shown", {"sample.right": "sample_right", "sample.wrong": "sample_wrong"}


def _id() -> str:
    return "".join(secrets.choice(string.ascii_lowercase) for _ in range(28))


def upgrade() -> None:
    op.create_table(
        "case_event",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("candidate_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("vacancy_id", sa.Text(), nullable=True),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("fk_case_event_candidate_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_event")),
    )
    op.create_index("ix_case_event_of", "case_event", ["candidate_id", "kind", "vacancy_id"])
    op.create_table(
        "approval",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("tenant_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=True),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=True),
        sa.Column("answered", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_approval_tenant_id")),
        sa.ForeignKeyConstraint(["user_id"], ["account.id"], name=op.f("fk_approval_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
    )
    op.create_index(op.f("ix_approval_tenant_id"), "approval", ["tenant_id"])
    op.create_index(op.f("ix_approval_user_id"), "approval", ["user_id"])
    _timeline()
    _pseudonyms()
    with op.batch_alter_table("account") as account:
        account.add_column(sa.Column("first_until", sa.DateTime(), nullable=True))
        account.drop_column("failures")
        account.drop_column("locked_until")
    op.drop_table("sign_in")  # everybody signs in anew
    op.create_table(
        "sign_in",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("begun", sa.DateTime(), nullable=False),
        sa.Column("used", sa.DateTime(), nullable=False),
        sa.Column("expires", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["account.id"], name=op.f("fk_sign_in_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("id", name=op.f("uq_sign_in_id")),
    )
    op.create_index(op.f("ix_sign_in_user_id"), "sign_in", ["user_id"])
    with op.batch_alter_table("vacancy") as vacancy:
        vacancy.add_column(sa.Column("pasted_by", sa.Text(), nullable=True))
    with op.batch_alter_table("run") as run:
        run.add_column(sa.Column("vacancies_changed", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("run") as run:
        run.alter_column("vacancies_changed", server_default=None)
    with op.batch_alter_table("run_list") as run_list:
        run_list.add_column(sa.Column("failed", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("run_list") as run_list:
        run_list.alter_column("failed", server_default=None)


def _timeline() -> None:
    """Fill the timeline from the log: vacancies that lists have shown, and answers to samples."""
    db = op.get_bind()
    candidate = sa.table("candidate", sa.column("id"), sa.column("created", sa.DateTime), sa.column("owner_id"))
    pseudonym = sa.table("pseudonym", sa.column("candidate_id"), sa.column("name"))
    log = sa.table(
        "log",
        *map(sa.column, ("tenant_id", "seq", "actor", "action", "pseudonym", "details")),
        sa.column("at", sa.DateTime),
    )
    event = sa.table(
        "case_event",
        *map(sa.column, ("id", "candidate_id", "kind", "vacancy_id", "details", "by")),
        sa.column("at", sa.DateTime),
    )
    rows = [
        (row.id, "enrolled", None, row.owner_id, row.created)
        for row in db.execute(sa.select(candidate.c.id, candidate.c.owner_id, candidate.c.created))
    ]
    query = sa.select(pseudonym.c.candidate_id, log.c.action, log.c.details, log.c.actor, log.c.at)
    query = query.join(log, log.c.pseudonym == pseudonym.c.name).where(log.c.action.in_([SHOWN, *SAMPLED]))
    seen: set[tuple[str, str]] = set()
    for candidate_id, action, details, actor, at in db.execute(query.order_by(log.c.tenant_id, log.c.seq)):
        fields = json.loads(details)
        by = actor.partition(":")[2] or actor
        if action in SAMPLED:
            rows.append((candidate_id, SAMPLED[action], fields["vacancy"], by, at))
            continue
        new = [v for v, _ in fields["shown"] if (candidate_id, v) not in seen]
        seen.update((candidate_id, v) for v in new)
        rows += [(candidate_id, "shown", v, by, at) for v in new]
    names = ("candidate_id", "kind", "vacancy_id", "by", "at")
    values = [dict(zip(names, row, strict=True)) | {"id": _id(), "details": "{}"} for row in rows]
    if values:
        db.execute(sa.insert(event), values)


def _pseudonyms() -> None:
    """Move the log's names for candidates into the table of candidates."""
    with op.batch_alter_table("candidate") as candidate:
        candidate.add_column(sa.Column("pseudonym", sa.Text(), nullable=True))
    op.execute("UPDATE candidate SET pseudonym = (SELECT name FROM pseudonym WHERE candidate_id = candidate.id)")
    with op.batch_alter_table("candidate") as candidate:
        candidate.alter_column("pseudonym", existing_type=sa.Text(), nullable=False)
        candidate.create_unique_constraint(op.f("uq_candidate_pseudonym"), ["pseudonym"])
    op.drop_table("pseudonym")
