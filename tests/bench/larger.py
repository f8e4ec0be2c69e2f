"""Content of many times the size, made of our own: python -m tests.bench.larger FOLDER 10.

Every page of questions, every finding, warning sign, caution and piece of advice is there again and
again, with ids of its own, and each copy follows its own questions. So do the worked cases.
"""

import re
import shutil
import sys
import tomllib
from pathlib import Path

import tomlkit

from rls_wizard.paths import own_content

RULES = ("finding", "red_flag", "caution", "advice")
NAMING = {"link_id", "question", "finding", "id", "for", "because", "by", "of", "remove", "about"}
NAMING |= {"found_by", "follows_from", "within"}
"""The keys whose values are ids."""
OF_RULES = ("finding", "for", "remove")
_BRACES = re.compile(r"\{([\w.]+)\}")
ONCE = "00-welcome.toml"
"""The first page is asked once."""


def enlarge(folder, times):
    """Write the content so many times as large into a folder that is not there yet."""
    shutil.copytree(own_content(), folder)
    pages = [file for file in sorted((folder / "questionnaire").iterdir()) if file.name != ONCE]
    parts = [tomllib.loads(file.read_text()) for file in pages]
    rules = {file: tomllib.loads(file.read_text()) for file in (folder / "rules").iterdir()}
    named = {value for part in rules.values() for value in _ids(part)}
    asked = {value for part in parts for value in _ids(part)}
    # A finding may be called like a question.
    ids = dict.fromkeys(NAMING, named | asked) | dict.fromkeys(OF_RULES, named)
    ids["id"] = named | _pages(parts)
    for copy in range(2, times + 1):
        for file, part in zip(pages, parts, strict=True):
            again = renamed(part, ids, copy) | {"title": f"{part['title']} {copy}"}
            (folder / "questionnaire" / f"{file.stem}_{copy:02}.toml").write_text(
                tomlkit.dumps(again)
            )
        for file, part in rules.items():
            _append(file, {kind: part[kind] for kind in RULES if kind in part}, ids, copy)
        _append(folder / "codebook.toml", _codebook(), ids, copy)
    for file in (folder / "cases").iterdir():
        cases = tomllib.loads(file.read_text())["case"]
        larger = {"case": [_several(case, ids, times) for case in cases]}
        file.write_text(tomlkit.dumps(larger))
    return asked


def renamed(part, ids, copy):
    """Return a part of content, or answers, with the ids of a copy."""
    if isinstance(part, list):
        return [renamed(inner, ids, copy) for inner in part]
    if isinstance(part, str):
        return _BRACES.sub(lambda found: f"{{{_one(found[1], ids['question'], copy)}}}", part)
    if not isinstance(part, dict):
        return part
    return {key: _named(key, value, ids, copy) for key, value in part.items()}


def another(name, copy):
    """Return the id of a copy."""
    return f"{name}_{copy}"


def _named(key, value, ids, copy):
    if key not in NAMING or isinstance(value, dict):
        return renamed(value, ids, copy)
    if isinstance(value, list) and any(isinstance(one, dict) for one in value):
        return renamed(value, ids, copy)
    if isinstance(value, list):
        return [_one(one, ids[key], copy) for one in value]
    return _one(value, ids[key], copy)


def _one(name, ids, copy):
    return another(name, copy) if name in ids else name


def _ids(part):
    """Yield the ids of questions and of copied rules."""
    if isinstance(part, list):
        for inner in part:
            yield from _ids(inner)
    elif isinstance(part, dict):
        if "link_id" in part:
            yield part["link_id"]
        for kind in RULES:
            yield from (rule["id"] for rule in part.get(kind, ()))
        for name in ("item", "items"):
            yield from _ids(part.get(name, []))


def _pages(parts):
    return {part["id"] for part in parts}


def answers(told, asked, times):
    """Return answers by link id, given in every copy, too."""
    copies = range(2, times + 1)
    again = {another(q, copy): _rows(told[q], copy) for q in told if q in asked for copy in copies}
    return {**told, **again}


def _rows(value, copy):
    """Return an answer, the rows of a list with the ids of a copy."""
    if isinstance(value, list | tuple) and any(hasattr(row, "items") for row in value):
        return [{another(q, copy): told for q, told in row.items()} for row in value]
    return value


def _several(case, ids, times):
    """Return a worked case whose answers, and what comes of them, are there in every copy."""
    copies = range(2, times + 1)
    larger = dict(case)
    if "answers" in case:
        larger["answers"] = answers(case["answers"], ids["question"], times)
    for key in ("without", "advice", "left_out", "no_advice", "cautions", "red_flags"):
        if key in case:
            again = [another(one, n) for n in copies for one in case[key] if one in ids["question"]]
            larger[key] = [*case[key], *again]
    return larger


def _codebook():
    return {"line": tomllib.loads((own_content() / "codebook.toml").read_text())["line"][1:]}


def _append(file, part, ids, copy):
    with file.open("a") as text:
        text.write("\n" + tomlkit.dumps(renamed(part, ids, copy)))


if __name__ == "__main__":
    enlarge(Path(sys.argv[1]), int(sys.argv[2]))
