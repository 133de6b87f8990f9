"""The one place where the desk's flows meet the real use cases.

For each place one function `<place>_cases(station)` that gives its frozen dataclass of callables,
bound to the open station. Imports stand inside the functions: the lock screen needs none of them.
"""

from __future__ import annotations
