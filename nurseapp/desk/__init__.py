"""The nurse's window: the program that can read records."""
