"""What no source says, estimated; each entry says from what. A measured figure always replaces these."""

from dataclasses import replace

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


def complete(cuts):
    for family, like in HALF_WIDTH.items():
        cut = replace(cuts[like, False, False], family=family, advances={})
        cuts[cut.key] = cut
    for (family, _, _), cut in cuts.items():
        if cut.win == (0, 0) and family in WIN:
            cut.win = WIN[family]
