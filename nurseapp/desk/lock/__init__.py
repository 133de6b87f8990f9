"""The lock screen: the first thing anybody sees, so nothing heavy is imported here."""
