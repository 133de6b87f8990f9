"""What leaves the program as text or data for other systems, made of plain strings."""
