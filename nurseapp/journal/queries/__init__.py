"""Small questions to the tables: each takes a cursor and gives frozen rows."""
