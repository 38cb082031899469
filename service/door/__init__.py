"""Signing in and accounts: passwords, sessions, keys, the OIDC issuer, users, tenants and approvals."""
