#!/usr/bin/env python3
"""Makes `src/font/data/book.bin`, the font book's tables. See README.md beside this file."""

import argparse
import pathlib

import encode
import estimates
import facts
import open_fonts

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Office family and the file name of the open family with its advances.
OPEN = [
    ("Calibri", "Carlito-{}.ttf"),
    ("Times New Roman", "LiberationSerif-{}.ttf"),
    ("Arial", "LiberationSans-{}.ttf"),
    ("Arial Narrow", "LiberationSansNarrow-{}.ttf"),
    ("Tahoma", "tahoma{}.ttf"),
    ("Courier New", "LiberationMono-{}.ttf"),
    ("Cambria", "Caladea-{}.ttf"),
    ("Georgia", "gelasio-latin-{}.woff2"),
]


def find(name, folders):
    """The file of that name in the first folder that holds one."""
    for folder in folders:
        found = sorted(pathlib.Path(folder).rglob(name))
        if found:
            return found[0]
    raise SystemExit(f"{name} not found in {', '.join(map(str, folders))}; see scripts/fonts/README.md")


def file_name(pattern, style):
    """How the family's files name a style; none where they have no such cut."""
    if "gelasio" in pattern:
        style = {"Regular": "400-normal", "Bold": "700-normal", "Italic": "400-italic", "BoldItalic": "700-italic"}[style]
    if "tahoma" in pattern:
        style = {"Regular": "", "Bold": "bd"}.get(style)
    return None if style is None else pattern.format(style)


def cuts(facts_path, folders):
    """All cuts: measured figures win; open fonts add what is not measured."""
    measured = facts.read(facts_path)
    every = dict(measured)
    for family, pattern in OPEN:
        upright = measured.get((family, False, False))
        for style, (bold, italic) in open_fonts.STYLES.items():
            name = file_name(pattern, style)
            if name is None:
                continue
            cut = open_fonts.read(find(name, folders), family, style)
            own = measured.get(cut.key)
            if upright:
                rescale(cut, upright.upm)
                source = own or upright
                cut.hhea, cut.typo, cut.win, cut.use_typo = source.hhea, source.typo, source.win, source.use_typo
            if own:
                cut.advances.update(own.advances)
            every[cut.key] = cut
    estimates.complete(every)
    return [every[key] for key in sorted(every)]


def rescale(cut, upm):
    """The cut in another font's units."""
    if cut.upm != upm:
        factor = upm / cut.upm
        cut.advances = {code: round(advance * factor) for code, advance in cut.advances.items()}
        cut.kerning = {pair: round(value * factor) for pair, value in cut.kerning.items()}
        cut.upm = upm


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", required=True, help="metrics-facts.json")
    parser.add_argument("--fonts", action="append", default=[], help="a folder to look for open fonts in; may be repeated")
    parser.add_argument("--out", default=ROOT / "src/font/data/book.bin", type=pathlib.Path)
    options = parser.parse_args()
    made = cuts(options.facts, options.fonts)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    data = encode.book(made)
    options.out.write_bytes(data)
    print(f"{options.out}: {len(made)} cuts, {len(data)} bytes")


if __name__ == "__main__":
    main()
