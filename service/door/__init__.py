"""Who comes in: passwords, sessions, keys, the issuer's login, users and what a second administrator says yes to."""
