"""The endpoints, one file a thing. Each names the right it needs and gets its rows through ``service.scope``."""
