"""Interface texts: compiles the catalogues when the program is installed, and renews them by hand.

`python resources/build_catalogues.py` reads the texts out of the code, merges them into the
`.po` files and compiles them; what is not translated yet is counted at the end.
"""

from __future__ import annotations

import ast
import runpy
import sys
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand, where hatchling need not be installed
    BuildHookInterface = object

_ROOT = Path(__file__).resolve().parent.parent
_LOCALE = _ROOT / "nurseapp" / "locale"
_KEYWORDS = {"_": 1, "mark": 1, "plural": 2}
_SHIPPED = ("forms", "resources/colour", "resources/fonts", "resources/guides")


class CustomBuildHook(BuildHookInterface):
    """Compiles the catalogues and reads the forms before the package is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Writes a `.mo` beside each `.po`, and the forms' tables; a wheel takes its files along.

        They lie within the package (base/paths.py), so that it works wherever pip puts it.
        """
        runpy.run_path(str(_ROOT / "resources" / "build_tables.py"), run_name="__main__")
        for file in sorted(_LOCALE.glob("*/LC_MESSAGES/*.po")):
            compile_catalogue(file)
        if self.target_name == "wheel" and version == "standard":
            inside = {str(_ROOT / each): f"nurseapp/shipped/{each}" for each in _SHIPPED}
            build_data["force_include"].update(inside)


def texts_in_code() -> Catalog:
    """Every text of the interface, in bokmål."""
    found = Catalog(project="nurseapp", charset="utf-8")
    for file in sorted((_ROOT / "nurseapp").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (texts := _marked(node)):
                found.add(texts[0] if len(texts) == 1 else texts)
    return found


def _marked(call: ast.Call) -> tuple[str, ...]:
    """What is said in `_("...")`, also within an f-string; nothing for a name in its place."""
    count = _KEYWORDS.get(call.func.id, 0) if isinstance(call.func, ast.Name) else 0
    said = [each.value for each in call.args[:count] if isinstance(each, ast.Constant)]
    return tuple(text for text in said if isinstance(text, str) and text)


def read_catalogue(file: Path) -> Catalog:
    """The catalogue of one language."""
    with file.open("rb") as source:
        return read_po(source, locale=file.parent.parent.name)


def renew_catalogue(file: Path, texts: Catalog) -> int:
    """Merges `texts` into the catalogue in `file`; returns how many are not translated."""
    catalogue = read_catalogue(file)
    # The date stays as it is: a file changes only when a text does.
    catalogue.update(texts, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    with file.open("wb") as target:
        write_po(target, catalogue, width=100, sort_output=True, no_location=True)
    return len(untranslated(catalogue))


def untranslated(catalogue: Catalog) -> list[str]:
    """The texts that have no translation."""
    return [
        str(message.id)
        for message in catalogue
        if message.id and not all(message.string if message.pluralizable else [message.string])
    ]


def compile_catalogue(file: Path) -> None:
    """Writes the `.mo` that belongs to a `.po`."""
    with file.with_suffix(".mo").open("wb") as target:
        write_mo(target, read_catalogue(file))


def main() -> None:
    """Renews and compiles every catalogue."""
    texts = texts_in_code()
    for file in sorted(_LOCALE.glob("*/LC_MESSAGES/*.po")):
        missing = renew_catalogue(file, texts)
        compile_catalogue(file)
        sys.stdout.write(f"{file.parent.parent.name}: {missing} of {len(texts)} not translated\n")


if __name__ == "__main__":
    main()
