"""People and families: registering, finding, and what they are called."""
