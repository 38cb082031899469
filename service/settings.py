"""Settings from environment variables that begin with ``IPSMATCH_``; docs/service/settings.md lists them."""

import datetime
from pathlib import Path
from typing import Self

import platformdirs
from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

LEAST_LOG_MONTHS = 6  # AI Act, article 26(6)


class Settings(BaseSettings):
    """The settings of one installation; ValidationError names the one that is wrong."""

    model_config = SettingsConfigDict(env_prefix="IPSMATCH_", hide_input_in_errors=True)

    data: Path = Field(
        default=Path(platformdirs.user_data_dir("ipsmatch")), description="folder of database and indexes"
    )
    removals: Path | None = Field(
        default=None,
        description="file of what was deleted and revoked, kept apart from backups of the database and, with several "
        "machines, on a folder they share; empty: in the data folder",
    )
    database: str = Field(
        default="", description="SQLAlchemy URL of a PostgreSQL database; empty: SQLite in the data folder"
    )
    cache: Path | None = Field(default=None, description="folder of vacancies' vectors; empty: in the data folder")
    workers: int = Field(default=1, ge=1, description="processes that serve the same data")
    secure_cookie: bool = Field(
        default=True, description="the session cookie travels over HTTPS only; false for trying out"
    )
    session_hours: int = Field(default=8, ge=1, description="how long a sign-in lasts")
    idle_minutes: int = Field(default=60, ge=1, description="how long a sign-in lasts while nothing is done")
    first_password_days: int = Field(default=7, ge=1, description="how long a first password is good")
    lockout_failures: int = Field(
        default=5, ge=1, description="wrong passwords for a name from one address, before its next try must wait"
    )
    lockout_minutes: int = Field(default=15, ge=1, description="how long these are remembered")
    argon2_time: int = Field(default=3, ge=1, description="argon2id: passes over the memory")
    argon2_memory_kib: int = Field(default=65536, ge=32, description="argon2id: memory in KiB")
    key_days: int = Field(default=365, ge=1, description="the longest life of an API key")
    calls_per_minute: int = Field(
        default=600, ge=1, description="calls of one caller to one process before it is told to wait"
    )
    calls_at_once: int = Field(
        default=16, ge=1, description="calls one process works on; further ones are told to come back"
    )
    body_kib: int = Field(default=256, ge=1, description="the largest body of a call, in KiB")
    feed_mib: int = Field(default=64, ge=1, description="the largest file of vacancies, in MiB")
    index_seconds: float = Field(
        default=2.0, gt=0, description="how often a process looks for changed vacancies and indexes"
    )
    shutdown_seconds: int = Field(
        default=20, ge=1, description="how long calls under way may take when the service stops"
    )
    keep_log_months: int = Field(
        default=12, ge=LEAST_LOG_MONTHS, description="retention of the log and of kept figures; at least 6"
    )
    keep_closed_months: int = Field(default=60, ge=1, description="retention of a closed candidate")
    keep_withdrawn_months: int = Field(default=12, ge=1, description="retention of a withdrawn vacancy")
    keep_contacts_months: int = Field(default=24, ge=1, description="retention of a contact with an employer")
    keep_runs_days: int = Field(default=30, ge=1, description="retention of a bulk run's lists")
    follow_weekly_weeks: int = Field(
        default=4, ge=1, description="weeks after a start with a follow-up each; then it is less often"
    )
    follow_monthly_days: int = Field(
        default=30, ge=7, description="days that a follow-up covers after that, as long as the job lasts"
    )
    address: str = Field(
        default="", description="how browsers reach the service, as https://job.example.dk; needed for oidc_client"
    )
    today: datetime.date | None = Field(
        default=None, description="a day on which the pages stand, for trying out; empty: today"
    )
    oidc_issuer: str = Field(default="", description="issuer of OIDC sign-ins and tokens; empty: none are accepted")
    oidc_audience: str = Field(
        default="", description="audience that a bearer token must name; empty: no bearer tokens are accepted"
    )
    oidc_client: str = Field(
        default="", description="client id at the issuer, for signing in by browser; empty: nobody signs in so"
    )
    oidc_secret: SecretStr = Field(default=SecretStr(""), description="the client's secret; empty: it has none")
    oidc_name: str = Field(
        default="", description="what the sign-in page calls the issuer's login; empty: the municipality's login"
    )
    oidc_role_claim: str = Field(default="ipsmatch_role", description="claim with the role, alone or in a list")
    oidc_tenant_claim: str = Field(default="ipsmatch_tenant", description="claim with the tenant's name")
    oidc_team_claim: str = Field(default="ipsmatch_team", description="claim with the team")

    @model_validator(mode="after")
    def _issuer_is_good_for_something(self) -> Self:
        """Check that a token for another service of the same issuer does not open this one."""
        if self.oidc_issuer and not (self.oidc_audience or self.oidc_client):
            raise ValueError("oidc_audience or oidc_client must be set where oidc_issuer is")
        if self.oidc_client and not self.oidc_issuer:
            raise ValueError("oidc_issuer must be set where oidc_client is")
        if self.oidc_client and not self.address.startswith(("https://", "http://")):
            raise ValueError("address must be set where oidc_client is: the issuer sends people back to it")
        if self.oidc_client and self.oidc_client == self.oidc_audience:
            raise ValueError("oidc_audience must not be oidc_client, or a sign-in's token would open the API")
        return self

    @property
    def database_url(self) -> str:
        """The URL of the database in use."""
        return self.database or f"sqlite:///{self.data / 'ipsmatch.sqlite'}"

    @property
    def removals_file(self) -> Path:
        """The file of what was deleted and revoked."""
        return self.removals or self.data / "removals.jsonl"

    @property
    def indexes(self) -> Path:
        """The folder with one index a tenant."""
        return self.data / "index"

    @property
    def leads(self) -> Path:
        """The folder with one index a tenant of what is known of employers without an ad."""
        return self.data / "leads"

    @property
    def vectors(self) -> Path:
        """The folder of the cache of vacancies' vectors."""
        return self.cache or self.data / "cache"
