"""Measures of match quality over run files and judgments. Imports nothing of ``matcher`` or ``service``."""
