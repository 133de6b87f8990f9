"""One person's record: her page, what happened, and the course of her sheets."""
