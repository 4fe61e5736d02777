"""One cut of a family (a face in one weight and slant): the figures that layout needs, in font design units."""

from dataclasses import dataclass, field


@dataclass
class Cut:
    family: str
    bold: bool = False
    italic: bool = False
    upm: int = 2048
    # Ascender, descender (positive down), line gap.
    hhea: tuple = (0, 0, 0)
    typo: tuple = (0, 0, 0)
    # Ascent, descent.
    win: tuple = (0, 0)
    use_typo: bool = False
    east_asian: bool = False
    # Every character that has no advance of its own advances this much (fixed pitch); 0 is none.
    fixed: int = 0
    advances: dict = field(default_factory=dict)
    # (left code, right code) to units.
    kerning: dict = field(default_factory=dict)

    @property
    def key(self):
        return (self.family, self.bold, self.italic)


# What the book covers: Latin, Greek, Cyrillic, Hebrew letters, Vietnamese, punctuation, arrows, mathematics, boxes, dingbats, ligatures,
# and the private-use codes of symbol fonts.
COVERED = [(0x20, 0x7E), (0xA0, 0x52F), (0x5D0, 0x5EA), (0x1E00, 0x1EFF), (0x2000, 0x27BF), (0xF020, 0xF0FF), (0xFB00, 0xFB02)]


def is_covered(code):
    return any(first <= code <= last for first, last in COVERED)
