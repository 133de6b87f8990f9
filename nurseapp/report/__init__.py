"""Papers: frozen documents of plain strings become PDF. Load it when a paper is made, not before.

A document holds words that are ready to print, already translated; no ids, no Qt, no
connection. What a person typed is drawn sign by sign and never read as markup.
"""
