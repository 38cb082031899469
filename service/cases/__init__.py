"""Acts on a case: create, change, list, decide, follow its timeline, export."""
