"""Who can open the database: keys, slots, recovery, throttling.

`users` is light and may run before the first paint; everything else loads the cryptography and
is imported when somebody logs in.
"""
