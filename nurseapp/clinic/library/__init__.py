"""How the library is made up: standing, cards, changes, drafts; used by the place Skjema."""
