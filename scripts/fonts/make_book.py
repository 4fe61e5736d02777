#!/usr/bin/env python3
"""Makes `src/font/data/book.bin`, the font book's tables. See README.md beside this file."""

import argparse
import pathlib

import arabic
import encode
import estimates
import facts
import korean
import open_fonts

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Office family, and the open family with its advances: a file's name, or an npm package.
OPEN = [
    ("Calibri", "Carlito-{}.ttf"),
    ("Times New Roman", "LiberationSerif-{}.ttf"),
    ("Arial", "LiberationSans-{}.ttf"),
    ("Arial Narrow", "LiberationSansNarrow-{}.ttf"),
    ("Tahoma", "tahoma{}.ttf"),
    ("Courier New", "LiberationMono-{}.ttf"),
    ("Cambria", "Caladea-{}.ttf"),
    ("Georgia", "gelasio"),
]

# Hebrew letters, which the files above lack.
HEBREW = [("Times New Roman", "tinos"), ("Arial", "arimo")]

# Families of their own that people install, by the name of their npm package.
INSTALLED = [
    ("Inter", "inter"),
    ("Lato", "lato"),
    ("Montserrat", "montserrat"),
    ("Noto Sans", "noto-sans"),
    ("Open Sans", "open-sans"),
    ("Poppins", "poppins"),
    ("Roboto", "roboto"),
    ("Source Sans Pro", "source-sans-3"),
]

NPM_STYLES = {"Regular": "400-normal", "Bold": "700-normal", "Italic": "400-italic", "BoldItalic": "700-italic"}


def find(name, folders, required=True):
    """The file of that name in the first folder that holds one."""
    for folder in folders:
        found = sorted(pathlib.Path(folder).rglob(name))
        if found:
            return found[0]
    if not required:
        return None
    raise SystemExit(f"{name} not found in {', '.join(map(str, folders))}; see scripts/fonts/README.md")


def files(source, style, folders, subsets=("latin", "latin-ext", "cyrillic", "greek")):
    """The files of one cut: one, or a subset each; none where the family has no such cut."""
    if "{" not in source:
        names = [f"{source}-{subset}-{NPM_STYLES[style]}.woff2" for subset in subsets]
        return [path for path in (find(name, folders, required=name == names[0]) for name in names) if path]
    if source.startswith("tahoma"):
        style = {"Regular": "", "Bold": "bd"}.get(style)
    return [] if style is None else [find(source.format(style), folders)]


def cuts(facts_path, folders):
    """All cuts: measured figures win; open fonts add what is not measured."""
    measured = facts.read(facts_path)
    every = dict(measured)
    for family, source in OPEN:
        upright = measured.get((family, False, False))
        for style in open_fonts.STYLES:
            paths = files(source, style, folders)
            if paths:
                cut = open_fonts.read(paths, family, style)
                own = measured.get(cut.key)
                if own or upright:
                    fit(cut, own or upright)
                cut.advances.update(own.advances if own else {})
                every[cut.key] = cut
    for family, source in HEBREW:
        for style, key in open_fonts.STYLES.items():
            every[family, *key].advances.update(hebrew(source, style, folders))
    estimates.david(every, hebrew("david-libre", "Regular", folders))
    for family, source in INSTALLED:
        for style in ["Regular", "Bold"]:
            cut = open_fonts.read(files(source, style, folders, ["latin"]), family, style, kern=False)
            every[cut.key] = cut
    korean.add(every)
    arabic.add(every)
    estimates.complete(every)
    return [every[key] for key in sorted(every)]


def hebrew(source, style, folders):
    """The Hebrew letters of an open font of 2048 units."""
    cut = open_fonts.read(files(source, style, folders, ["hebrew"]), source, style, kern=False)
    return {code: advance for code, advance in cut.advances.items() if 0x5D0 <= code <= 0x5EA}


def fit(cut, office):
    """Gives an open cut the units and the box of the Office face whose advances it has."""
    factor = office.upm / cut.upm
    cut.advances = {code: round(advance * factor) for code, advance in cut.advances.items()}
    cut.kerning = {pair: round(value * factor) for pair, value in cut.kerning.items()}
    cut.upm, cut.hhea, cut.typo, cut.win, cut.use_typo = office.upm, office.hhea, office.typo, office.win, office.use_typo


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
