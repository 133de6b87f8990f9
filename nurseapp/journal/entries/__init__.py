"""What the clinic's entries say: one class for each kind, in the order the fields are stored."""
