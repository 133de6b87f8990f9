"""What is unresolved: closing it, and the lists I dag and Oppfølging."""
