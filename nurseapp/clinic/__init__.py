"""What a nurse does, as use cases: no Qt, no SQL."""
