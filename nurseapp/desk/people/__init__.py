"""Personer: search, one person, and what is recorded about her."""
