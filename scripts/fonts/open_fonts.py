"""Figures of the open fonts that have the advances of an Office font."""

from fontTools.ttLib import TTFont

from cut import Cut, is_covered

STYLES = {"Regular": (False, False), "Bold": (True, False), "Italic": (False, True), "BoldItalic": (True, True)}

# Pairs are kept for these alone: what running Latin text is made of.
KERNED = range(0x21, 0x7F)


def read(paths, family, style, kern=True):
    """The cut of `family` whose advances the open font has that is at `paths`, in one file or in subsets."""
    cut = read_file(paths[0], family, style, kern)
    for path in paths[1:]:
        cut.advances = read_file(path, family, style, False).advances | cut.advances
    return cut


def read_file(path, family, style, kern):
    font = TTFont(path)
    bold, italic = STYLES[style]
    os2, hhea = font["OS/2"], font["hhea"]
    cmap, widths = font.getBestCmap(), font["hmtx"]
    cut = Cut(
        family,
        bold,
        italic,
        upm=font["head"].unitsPerEm,
        hhea=(hhea.ascent, -hhea.descent, hhea.lineGap),
        typo=(os2.sTypoAscender, -os2.sTypoDescender, os2.sTypoLineGap),
        win=(os2.usWinAscent, os2.usWinDescent),
        use_typo=bool(os2.fsSelection & 0x80),
        advances={code: widths[glyph][0] for code, glyph in sorted(cmap.items()) if is_covered(code) and code < 0xF000},
    )
    if kern:
        cut.kerning = kerning(font, cmap)
    return cut


def kerning(font, cmap):
    """Pair kerning of the characters in KERNED, from GPOS or else from the kern table."""
    glyphs = {cmap[code]: code for code in KERNED if code in cmap}
    pairs = gpos_kerning(font, set(glyphs)) if "GPOS" in font else {}
    if not pairs and "kern" in font:
        for table in font["kern"].kernTables:
            pairs.update(table.kernTable)
    return {(glyphs[a], glyphs[b]): v for (a, b), v in pairs.items() if a in glyphs and b in glyphs and v}


def gpos_kerning(font, glyphs):
    """The pair adjustments of the Latin script's kern feature; of several lookups the first that knows a pair counts."""
    table = font["GPOS"].table
    scripts = {record.ScriptTag: record.Script for record in table.ScriptList.ScriptRecord}
    script = scripts.get("latn") or scripts.get("DFLT")
    if script is None or script.DefaultLangSys is None:
        return {}
    records = [table.FeatureList.FeatureRecord[i] for i in script.DefaultLangSys.FeatureIndex]
    lookups = [i for record in records if record.FeatureTag == "kern" for i in record.Feature.LookupListIndex]
    pairs = {}
    for index in lookups:
        for pair, value in lookup_pairs(table.LookupList.Lookup[index], glyphs).items():
            pairs[pair] = pairs.get(pair, 0) + value
    return pairs


def lookup_pairs(lookup, glyphs):
    """One lookup's pairs; of several subtables the first that covers the left glyph and knows the pair counts."""
    pairs = {}
    for subtable in lookup.SubTable:
        subtable = getattr(subtable, "ExtSubTable", subtable)
        if subtable.LookupType != 2:
            continue
        for left in set(subtable.Coverage.glyphs) & glyphs:
            for right, value in subtable_pairs(subtable, left, glyphs):
                pairs.setdefault((left, right), value)
    return pairs


def subtable_pairs(subtable, left, glyphs):
    if subtable.Format == 1:
        pair_set = subtable.PairSet[subtable.Coverage.glyphs.index(left)]
        for record in pair_set.PairValueRecord:
            if record.SecondGlyph in glyphs:
                yield record.SecondGlyph, x_advance(record.Value1)
        return
    classes = subtable.Class1Record[subtable.ClassDef1.classDefs.get(left, 0)].Class2Record
    for right in glyphs:
        yield right, x_advance(classes[subtable.ClassDef2.classDefs.get(right, 0)].Value1)


def x_advance(value):
    return getattr(value, "XAdvance", 0) if value else 0
