"""Cuts Caladea 1.002, the one whose widths are Cambria's, into the WOFF2 subsets of pkg/fonts: npm's @fontsource/caladea is 1.001.

    pip install -r scripts/fonts/requirements.txt && python3 scripts/fonts/caladea.py
"""

from pathlib import Path

import font_caladea
from fontTools.subset import Options, Subsetter, load_font, parse_unicodes, save_font

OUT = Path(__file__).parents[2] / "pkg/fonts"
STYLES = {"Regular": "400-normal", "Bold": "700-normal", "Italic": "400-italic", "BoldItalic": "700-italic"}
# The ranges of @fontsource, so that faces.ts has one table for all families.
SUBSETS = {
    "latin": "0000-00FF,0131,0152-0153,02BB-02BC,02C6,02DA,02DC,0304,0308,0329,2000-206F,20AC,2122,2191,2193,2212,2215,FEFF,FFFD",
    "latin-ext": "0100-02BA,02BD-02C5,02C7-02CC,02CE-02D7,02DD-02FF,0304,0308,0329,1D00-1DBF,1E00-1E9F,1EF2-1EFF,2020,20A0-20AB,20AD-20C0,2113,2C60-2C7F,A720-A7FF",
}

options = Options()
options.flavor = "woff2"
options.hinting = False
options.layout_features = ["kern", "liga", "mark", "mkmk", "ccmp", "locl"]
for style, suffix in STYLES.items():
    for subset, ranges in SUBSETS.items():
        font = load_font(str(Path(font_caladea.__file__).parent / f"files/Caladea-{style}.ttf"), options)
        cutter = Subsetter(options)
        cutter.populate(unicodes=parse_unicodes(ranges))
        cutter.subset(font)
        save_font(font, str(OUT / f"caladea-{subset}-{suffix}.woff2"), options)
