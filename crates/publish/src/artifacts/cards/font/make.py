#!/usr/bin/env python3
"""Makes cards.otf.br, the type of the sharing cards, anew and byte for byte.

Wants Debian 12's fonts-noto-cjk and unicode-data, and fontTools and Brotli
(pip install fonttools==4.68.0 brotli==1.2.1). Nobody needs to run it but
whoever wants other characters in it.

In it are: Latin 1 and the usual punctuation, the 8 105 characters of the
Table of General Standard Chinese Characters (which has the ones of names), and
the traditional forms of them all, with the first level of Big5.
"""

import bz2
import io
import re
from pathlib import Path

import brotli
from fontTools import subset
from fontTools.ttLib import TTCollection

FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"
FAMILY = "Noto Sans CJK SC"
UNIHAN = Path("/usr/share/unicode")


def unihan(file: str, field: str) -> dict[int, list[int]]:
    """Every character that has a field, and the characters named in it."""
    found = {}
    for line in bz2.open(UNIHAN / file, "rt", encoding="utf-8"):
        if line.startswith("U+"):
            at, name, value = line.rstrip("\n").split("\t")
            if name == field:
                others = re.findall(r"U\+([0-9A-F]+)", value)
                found[int(at[2:], 16)] = [int(other, 16) for other in others]
    return found


def characters() -> set[int]:
    wanted = set(range(0x20, 0x7F)) | set(range(0xA0, 0x100))
    wanted |= set(range(0x2010, 0x2028)) | set(range(0x2030, 0x203C))
    wanted |= set(range(0x2070, 0x20AD))  # super- and subscripts, currencies
    wanted |= set(range(0x2100, 0x214F)) | set(range(0x2150, 0x218A))  # ℃ № Ⅲ
    wanted |= set(range(0x2190, 0x219A)) | {0x2212, 0x2248, 0x2260, 0x2264, 0x2265}
    wanted |= set(range(0x2460, 0x2474)) | {0x25A0, 0x25CB, 0x25CF, 0x25B2, 0x25BC}
    wanted |= set(range(0x391, 0x3CA))  # Greek
    wanted |= set(range(0x3000, 0x3020)) | set(range(0xFF01, 0xFF5F)) | {0xFFE5}
    standard = unihan("Unihan_OtherMappings.txt.bz2", "kTGH")
    traditional = unihan("Unihan_Variants.txt.bz2", "kTraditionalVariant")
    for simple in standard:
        wanted.add(simple)
        wanted.update(traditional.get(simple, []))
    # The common ones of Taiwan and Hong Kong: Big5's first level.
    for high in range(0xA4, 0xC7):
        for low in [*range(0x40, 0x7F), *range(0xA1, 0xFF)]:
            wanted.update(map(ord, bytes([high, low]).decode("big5", "ignore")))
    # What OpenCC writes beside those, and names of places round about.
    wanted.update(map(ord, "着著裏裡羣群峯峰麪麵衆眾牀床峤嶠爲為啓啟産產"))
    return wanted


def main() -> None:
    fonts = TTCollection(FONT, lazy=True).fonts
    font = next(font for font in fonts if font["name"].getDebugName(1) == FAMILY)
    options = subset.Options()
    options.hinting = False
    options.notdef_outline = True
    options.drop_tables += ["GSUB", "GPOS", "BASE", "VORG", "vhea", "vmtx", "GDEF", "DSIG"]
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    font.recalcTimestamp = False
    written = io.BytesIO()
    font.save(written)
    packed = brotli.compress(written.getvalue(), quality=11, lgwin=24)
    Path(__file__).with_name("cards.otf.br").write_bytes(packed)
    print(f"{len(font.getGlyphOrder())} glyphs, {len(packed)} bytes")


if __name__ == "__main__":
    main()
