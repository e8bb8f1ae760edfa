# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools==4.68.0"]
# ///
"""Makes the fonts of the cards from the full ones, once: `uv run tools/fonts.py FOLDER`,
FOLDER being a node_modules.

They come from the npm packages @expo-google-fonts/source-serif-4 and
@expo-google-fonts/source-sans-3, both 0.4.1, under the SIL Open Font License. It keeps the
letters of the languages written in Latin, Greek and Cyrillic, and turns kerning into the
old table that a plain layout reads. It renames what it changes, as that licence asks:
"Source" is a reserved name.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

ROOT = Path(__file__).parent.parent
CARDS = ROOT / "themes" / "ledger" / "cards"
FONTS = {
    "serif": ("source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf", "Ledger Serif"),
    "sans": ("source-sans-3/400Regular/SourceSans3_400Regular.ttf", "Ledger Sans"),
}
RANGES = (
    (0x20, 0x24F),
    (0x370, 0x3FF),
    (0x400, 0x52F),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2044),
    (0x20A0, 0x20CF),
)
SIGNS = (0x2116, 0x2122, 0x2212)
# Kerned are the letters that names and figures are mostly made of: all pairs would double
# the files, and the table is full at 10,920 of them.
KERNED = (*range(0x21, 0x7F), 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D)
FEWEST_UNITS = 8  # of a thousand: less cannot be seen on a card


def main(folder: Path) -> None:
    """Write every font into the theme."""
    for name, (path, family) in FONTS.items():
        font = TTFont(folder / "@expo-google-fonts" / path, recalcTimestamp=False)
        pairs = dict(kerning(font))
        reduce_font(font)
        font["kern"] = kern_table(pairs)
        rename(font, family)
        font.save(CARDS / f"{name}.ttf")
        print(
            f"{name}.ttf: {(CARDS / f'{name}.ttf').stat().st_size:,} bytes, {len(pairs):,}"
            " pairs"
        )


def reduce_font(font: Any) -> None:
    """Leave out the other scripts, all features and the hints."""
    options = Options(
        layout_features=[],
        hinting=False,
        drop_tables=["GPOS", "GSUB", "GDEF", "BASE", "STAT", "DSIG", "gasp"],
    )
    options.name_IDs, options.notdef_outline, options.recalc_timestamp = (
        [0, 5, 13, 14],
        True,
        False,
    )
    subsetter = Subsetter(options)
    subsetter.populate(
        unicodes=[
            *(code for start, end in RANGES for code in range(start, end + 1)),
            *SIGNS,
        ]
    )
    subsetter.subset(font)


def kerning(font: Any) -> Iterator[tuple[tuple[str, str], int]]:
    """Every pair of letters that stand closer or wider than their widths say; the first
    subtable that knows one decides.
    """
    characters = font.getBestCmap()
    glyphs = [characters[code] for code in KERNED if code in characters]
    tables = list(pair_tables(font["GPOS"].table))
    for first in glyphs:
        for second in glyphs:
            value = next(
                (
                    found
                    for table in tables
                    if (found := distance(table, first, second)) is not None
                ),
                0,
            )
            if abs(value) >= FEWEST_UNITS:
                yield (first, second), value


def pair_tables(table: Any) -> Iterable[Any]:
    """The subtables of the feature `kern`, extensions unpacked."""
    records = table.FeatureList.FeatureRecord
    lookups = sorted(
        {
            number
            for one in records
            if one.FeatureTag == "kern"
            for number in one.Feature.LookupListIndex
        }
    )
    for number in lookups:
        for subtable in table.LookupList.Lookup[number].SubTable:
            inner = getattr(subtable, "ExtSubTable", subtable)
            if inner.LookupType == 2:
                yield inner


def distance(table: Any, first: str, second: str) -> int | None:
    """What one subtable says of a pair; None where it leaves it to the next."""
    if first not in table.Coverage.glyphs:
        return None
    if table.Format == 1:
        pairs = table.PairSet[table.Coverage.glyphs.index(first)].PairValueRecord
        return next(
            (advance(pair.Value1) for pair in pairs if pair.SecondGlyph == second), None
        )
    row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)]
    return advance(row.Class2Record[table.ClassDef2.classDefs.get(second, 0)].Value1)


def advance(value: Any) -> int:
    """How much wider the first letter of a pair is set."""
    return getattr(value, "XAdvance", 0) or 0


def kern_table(pairs: dict[tuple[str, str], int]) -> Any:
    """The old table of kerning."""
    subtable = KernTable_format_0()
    subtable.apple, subtable.coverage, subtable.version, subtable.kernTable = (
        False,
        1,
        0,
        pairs,
    )
    table = newTable("kern")
    table.version, table.kernTables = 0, [subtable]
    return table


def rename(font: Any, family: str) -> None:
    """Give the font a name of its own."""
    for number, text in {
        1: family,
        2: "Regular",
        3: f"{family} 1",
        4: family,
        6: family.replace(" ", ""),
    }.items():
        font["name"].setName(text, number, 3, 1, 0x409)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
