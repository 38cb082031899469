"""Benchmarks of a served list and of the pages, against the same work in process."""
