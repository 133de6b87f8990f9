"""I dag: what needs action first, then who is due."""
