"""The first start: a station is set up in calm steps."""
