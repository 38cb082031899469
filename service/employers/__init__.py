"""What is done to an employer: known by name, visited and called, ranked for a candidate where it has no vacancy."""
