"""A form is held against its paper, and approved."""
