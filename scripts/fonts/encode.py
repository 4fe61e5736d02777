"""Writes cuts as `book.bin`; `src/font/book.rs` reads it and says how it is made."""

import unicodedata

# Letters of other scripts that every font draws, and so measures, as a Latin or Greek one.
LOOK_ALIKE = dict(
    zip(
        "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοАВЕКМНОРСТХаеорсухѕіјЅІЈÐĐ\u00a0‑",
        "ABEZHIKMNOPTYXoABEKMHOPCTXaeopcyxsijSIJDD -",
    )
)


def varint(value):
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def signed(value):
    return varint(value << 1 if value >= 0 else (-value << 1) - 1)


def base_of(code):
    """The character whose advance is the likely one of `code`: its base letter, or the letter it looks like."""
    char = chr(code)
    if char in LOOK_ALIKE:
        return ord(LOOK_ALIKE[char])
    parts = unicodedata.normalize("NFD", char)
    if parts[0] != char and all(unicodedata.combining(mark) for mark in parts[1:]):
        return ord(LOOK_ALIKE.get(parts[0], parts[0]))
    return None


def book(cuts):
    codes = sorted({code for cut in cuts for code in cut.advances})
    index = {code: i for i, code in enumerate(codes)}
    out = bytearray(varint(len(codes)))
    previous = 0
    for code in codes:
        out += varint(code - previous)
        previous = code
    for i, code in enumerate(codes):
        base = index.get(base_of(code), i)
        out += varint(i - base if base < i else 0)
    bases = [index.get(base_of(code), i) for i, code in enumerate(codes)]
    out += varint(len(cuts))
    for cut in cuts:
        body = encode(cut, codes, bases)
        out += varint(len(body)) + body
    return bytes(out)


def encode(cut, codes, bases):
    name = cut.family.encode()
    out = bytearray(varint(len(name)) + name)
    out.append(cut.bold | cut.italic << 1 | cut.east_asian << 2 | cut.use_typo << 3)
    for figure in [cut.upm, *cut.hhea, *cut.typo, *cut.win, cut.fixed]:
        out += signed(round(figure))
    out += encode_advances(cut, codes, bases)
    out += encode_kerning(cut)
    return bytes(out)


def encode_advances(cut, codes, bases):
    """Which characters, as lengths of runs left out and in by turns, then each one's difference from what is expected."""
    present = [code in cut.advances for code in codes]
    runs, here = [], False
    for flag in present:
        if not runs or flag != here:
            if not runs and flag:
                runs.append(0)
            runs.append(0)
            here = flag
        runs[-1] += 1
    out = bytearray(varint(len(runs)) + b"".join(map(varint, runs)))
    for i, code in enumerate(codes):
        if code in cut.advances:
            base = bases[i]
            expected = cut.advances[codes[base]] if base < i and present[base] else 0
            out += signed(cut.advances[code] - expected)
    return out


def encode_kerning(cut):
    lefts = sorted({left for left, _ in cut.kerning})
    out = bytearray(varint(len(lefts)))
    for left in lefts:
        rights = sorted(right for l, right in cut.kerning if l == left)
        out += varint(left) + varint(len(rights))
        previous = 0
        for right in rights:
            out += varint(right - previous) + signed(cut.kerning[left, right])
            previous = right
    return out
