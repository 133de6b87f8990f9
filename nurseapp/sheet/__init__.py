"""The questions of one sheet as they are seen, whoever looks at them: a parent or a nurse."""
