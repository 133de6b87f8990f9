"""A parent's answers on their way to the journal: sealed by one program, opened by another."""
