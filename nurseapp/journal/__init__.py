"""The clinical record: entries that are only ever added, and the only place with SQL."""
