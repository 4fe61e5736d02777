"""What no source says, estimated; each entry says from what. A measured figure always replaces these."""

from dataclasses import replace

from cut import Cut

# Vertical boxes of East Asian faces whose OS/2 win figures are not known: in units of the cut's em.
WIN = {
    # Sisters of STZhongsong (win 912/225): the same foundry's box.
    "STSong": (880, 234),
    "STKaiti": (892, 225),
    "STFangsong": (892, 225),
    "STXihei": (925, 244),
    "STXingkai": (760, 289),
    # The sum is YaHei's UI cut in word-layout 3.4: hhea 2080/521.
    "Microsoft YaHei UI": (2080, 521),
    # Typo boxes.
    "FZShuTi": (910, 144),
    "FZYaoTi": (988, 148),
}


# Faces with another one's box and Latin of half an em.
HALF_WIDTH = {"MingLiU": "PMingLiU", "BatangChe": "Batang"}

# Cuts of which only some advances are known, and the cut that the others follow in proportion: (family, bold) each.
PARTIAL = [
    (("DengXian", True), ("DengXian", False)),
    (("DengXian Light", False), ("DengXian", False)),
    (("Microsoft YaHei", True), ("Microsoft YaHei", False)),
    (("Microsoft YaHei Light", False), ("Microsoft YaHei", False)),
    (("Microsoft YaHei UI", False), ("Microsoft YaHei", False)),
    # Their Latin was drawn after Segoe UI.
    (("Microsoft JhengHei", False), ("Segoe UI", False)),
    (("Microsoft JhengHei UI", False), ("Segoe UI", False)),
    (("Malgun Gothic", False), ("Segoe UI", False)),
    (("Malgun Gothic", True), ("Segoe UI", True)),
]

# Family, ascent, descent, advance of every sign, of 2048.
SYMBOLS = [("Wingdings 2", 1722, 432, 1760), ("Wingdings 3", 1892, 432, 1520), ("Webdings", 1638, 410, 2048)]

# Faces of one advance: family, ascent, descent, advance, of 2048. Lucida Console: labels that .NET sized to their text, in public
# sources, are 48 pixels high at 48 to the em and 65 at 64 (each part rounded up by itself), and 29 wider for a character at 48.
# Fira Code: version 5.002 of npm's @fontsource, 1980, 644 and 1200 of 2000; another, of 1950 units, is wider and lower.
FIXED = [("Lucida Console", 1616, 432, 1234), ("Fira Code", 2028, 659, 1229)]

# David, Windows's print face of Hebrew. Labels that .NET sized to their text, in public sources, at 27, 48 and 72 pixels to the em: they are 27,
# 47 and 71 pixels high; a Latin one has Times New Roman's widths; two Hebrew ones have David Libre's, which was drawn after the same
# letters, by this share (0.910 and 0.914).
DAVID_BOX = (1567, 440)
DAVID_SHARE = 0.912


def david(cuts, letters):
    """Adds David, with the Hebrew letters of David Libre; all else is lent by Times New Roman."""
    box = {"hhea": (*DAVID_BOX, 0), "typo": (*DAVID_BOX, 0), "win": DAVID_BOX}
    cut = Cut("David", **box, advances={code: round(advance * DAVID_SHARE) for code, advance in letters.items()})
    cuts[cut.key] = cut


# Curly quotes of faces that draw them narrow: those of DengXian are 0.356 em in Word's PDFs (68 of them in two documents). The single
# ones, and those of its other cuts, are in the proportion of the straight ones.
NARROW_QUOTES = {"DengXian": 729}


def quotes(cuts):
    for family, double in NARROW_QUOTES.items():
        straight = cuts[family, False, False].advances[ord('"')]
        for key, cut in cuts.items():
            if key[0] in (family, f"{family} Light"):
                for code, like in [(0x2018, "'"), (0x2019, "'"), (0x201C, '"'), (0x201D, '"')]:
                    cut.advances.setdefault(code, round(cut.advances[ord(like)] * double / straight))


def complete(cuts):
    for family, like in HALF_WIDTH.items():
        cut = replace(cuts[like, False, False], family=family, advances={})
        cuts[cut.key] = cut
    # Arial's letters; the box is the one of a copy embedded in a PDF.
    unicode_ms = replace(cuts["Arial", False, False], family="Arial Unicode MS", hhea=(2189, 555, 0), win=(2189, 555), kerning={})
    cuts[unicode_ms.key] = replace(unicode_ms, typo=(1491, 430, 270), east_asian=True)
    # Symbol fonts of which nothing is known but the usual size of a sign: typo boxes from their sisters.
    for family, ascent, descent, advance in SYMBOLS:
        codes = range(0xF020, 0xF100)
        cut = Cut(family, hhea=(ascent, descent, 0), win=(ascent, descent), advances=dict.fromkeys(codes, advance))
        cuts[cut.key] = cut
    for family, ascent, descent, advance in FIXED:
        box = {"hhea": (ascent, descent, 0), "typo": (ascent, descent, 0), "win": (ascent, descent)}
        cut = Cut(family, **box, fixed=advance, advances=dict.fromkeys(range(0x20, 0x7F), advance))
        cuts[cut.key] = cut
    for (family, bold), (model, model_bold) in PARTIAL:
        follow(cuts[family, bold, False], cuts[model, model_bold, False])
    quotes(cuts)
    for (family, _, _), cut in cuts.items():
        if cut.win == (0, 0) and family in WIN:
            cut.win = WIN[family]


def follow(cut, model):
    """Gives a cut the advances that it lacks, in the proportion of those that both have."""
    both = [code for code in cut.advances if code in model.advances and code > 0x20]
    factor = sum(cut.advances[code] for code in both) / sum(model.advances[code] for code in both) if both else 1
    for code, advance in model.advances.items():
        if code < 0x2000:
            cut.advances.setdefault(code, round(advance * factor))
