"""The parent's program: it asks, seals each answer, and can read nothing."""
