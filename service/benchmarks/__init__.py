"""What a served list and a page cost, beside the same work in process."""
