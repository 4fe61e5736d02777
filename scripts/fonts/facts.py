"""Figures of Office's own fonts, from a file of measured facts (`metrics-facts.json`, see README.md)."""

import json

from cut import Cut
from open_fonts import STYLES


def read(path):
    """All cuts of the facts, by (family, bold, italic)."""
    with open(path, encoding="utf-8") as file:
        faces = json.load(file)["faces"]
    cuts = {}
    for face in faces:
        style = {"Light": "Regular", "Demibold": "Bold"}.get(face["style"], face["style"])
        family = face["family"] + (" Light" if face["style"] == "Light" else "")
        cut = read_face(face, family, *STYLES[style])
        cuts.setdefault(cut.key, cut)
    return cuts


def read_face(face, family, bold, italic):
    def down(figures):
        return (figures[0], -figures[1], figures[2]) if figures else (0, 0, 0)

    return Cut(
        family,
        bold,
        italic,
        upm=face["upm"],
        hhea=down(face.get("hhea")),
        typo=down(face.get("typo")),
        win=tuple(face.get("win") or (0, 0)),
        use_typo=bool(face.get("useTypo")),
        east_asian=face["kind"] == "eastAsia",
        advances=advances(face),
    )


def advances(face):
    symbol = 0xF000 if face["kind"] == "symbol" else 0
    found = {}
    for first, list_name, partial in [(0x20, "ascii", "asciiPartial"), (0xA0, "latin1", "latin1Partial")]:
        for code, advance in enumerate(face.get(list_name) or [], first):
            if advance is not None:
                found[symbol + code] = advance
        for name, advance in (face.get(partial) or {}).items():
            found[ord(name) if len(name) == 1 else int(name, 16)] = advance
    for code, advance in (face.get("punct") or {}).items():
        found[int(code, 16)] = advance
    if 0xA0 in found and 0x20 in found:
        # A no-break space is as wide as a space (word-measured 1.3), whatever the font says.
        found[0xA0] = found[0x20]
    return found
