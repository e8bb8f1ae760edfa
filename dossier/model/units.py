"""Units in which the world measures, by the signs that are written for them.

A unit is another one's power of ten or it is not: 2400 MW are 2.4 GW, exactly, as a million
is a thousand thousands. No figure is ever converted; the powers are there so that two
sources that chose other prefixes are seen to say the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Unit:
    """One unit."""

    base: str
    # What it is a power of ten of; itself where it stands alone.
    power: int = 0
    cldr: str = ""
    # What CLDR knows it by, so that languages write it in their way; empty where the sign
    # is the same in all.
    words: tuple[str, ...] = ()
    # How English texts write it, beside its sign.


def _metre(word: str) -> tuple[str, ...]:
    return (f"{word}metres?", f"{word}meters?")


def _of_co2(words: str) -> tuple[str, ...]:
    return (
        rf"{words} (?:of )?(?:CO2|CO₂|carbon dioxide)(?:[- ]?(?:eq\.?|e|equivalents?))",
    )


TONNES = "(?:metric )?tonnes?|metric tons?"
UNITS: Mapping[str, Unit] = {
    "W": Unit("W", 0, "power-watt", ("watts?",)),
    "kW": Unit("W", 3, "power-kilowatt", ("kilowatts?",)),
    "MW": Unit("W", 6, "power-megawatt", ("megawatts?",)),
    "GW": Unit("W", 9, "power-gigawatt", ("gigawatts?",)),
    "TW": Unit("W", 12, "", ("terawatts?",)),
    "kWh": Unit("Wh", 3, "energy-kilowatt-hour", ("kilowatt[- ]hours?",)),
    "MWh": Unit("Wh", 6, "", ("megawatt[- ]hours?",)),
    "GWh": Unit("Wh", 9, "", ("gigawatt[- ]hours?",)),
    "TWh": Unit("Wh", 12, "", ("terawatt[- ]hours?",)),
    "nm": Unit("m", -9, "length-nanometer", ("nanomet(?:er|re)s?",)),
    "µm": Unit("m", -6, "length-micrometer", ("micromet(?:er|re)s?", "microns?")),
    "mm": Unit("m", -3, "length-millimeter", _metre("milli")),
    "cm": Unit("m", -2, "length-centimeter", _metre("centi")),
    "m": Unit("m", 0, "length-meter", _metre("")),
    "km": Unit("m", 3, "length-kilometer", _metre("kilo")),
    "mi": Unit("mi", 0, "length-mile", ("miles?",)),
    "ft": Unit("ft", 0, "length-foot", ("feet", "foot")),
    "m²": Unit("m²", 0, "area-square-meter", ("sq\\.? ?m", *_metre("square "))),
    "km²": Unit("m²", 6, "area-square-kilometer", ("sq\\.? ?km", *_metre("square kilo"))),
    "ha": Unit("m²", 4, "area-hectare", ("hectares?",)),
    "ft²": Unit("ft²", 0, "area-square-foot", ("sq\\.? ?ft", "square f(?:ee|oo)t")),
    "ac": Unit("ac", 0, "area-acre", ("acres?",)),
    "g": Unit("g", 0, "mass-gram", ("grams?", "grammes?")),
    "kg": Unit("g", 3, "mass-kilogram", ("kilograms?", "kilos?", "kilogrammes?")),
    "t": Unit("g", 6, "mass-tonne", (TONNES,)),
    "kt": Unit("g", 9, "", ("kilotonnes?",)),
    "Mt": Unit("g", 12, "", ("megatonnes?",)),
    "lb": Unit("lb", 0, "mass-pound", ("pounds?", "lbs")),
    "oz t": Unit("oz t", 0, "mass-ounce-troy", ("troy ounces?",)),
    "kg CO2e": Unit("g CO2e", 3, "", _of_co2("(?:kg|kilograms?)")),
    "t CO2e": Unit("g CO2e", 6, "", _of_co2(f"(?:t|{TONNES})")),
    "kt CO2e": Unit("g CO2e", 9, "", _of_co2("(?:kt|kilotonnes?)")),
    "Mt CO2e": Unit("g CO2e", 12, "", _of_co2("(?:Mt|megatonnes?)")),
    "m³": Unit("m³", 0, "volume-cubic-meter", ("cu\\.? ?m", *_metre("cubic "))),
    "l": Unit("l", 0, "volume-liter", ("lit(?:er|re)s?",)),
    "hl": Unit("l", 2, "volume-hectoliter", ("hectolit(?:er|re)s?",)),
    "Ml": Unit("l", 6, "volume-megaliter", ("megalit(?:er|re)s?",)),
    "bbl": Unit("bbl", 0, "volume-barrel", ("barrels?",)),
    "gal": Unit("gal", 0, "volume-gallon", ("gallons?",)),
    "TEU": Unit("TEU"),
    "GB": Unit("B", 9, "digital-gigabyte", ("gigabytes?",)),
    "TB": Unit("B", 12, "digital-terabyte", ("terabytes?",)),
    "PB": Unit("B", 15, "digital-petabyte", ("petabytes?",)),
    "EB": Unit("B", 18, "", ("exabytes?",)),
    "Mbit/s": Unit("bit/s", 6, "", ("Mbps", "megabits? per second")),
    "Gbit/s": Unit("bit/s", 9, "", ("Gbps", "gigabits? per second")),
    "km/h": Unit(
        "km/h", 0, "speed-kilometer-per-hour", ("kph", "kilomet(?:er|re)s? per hour")
    ),
}
"""By its sign. `t` is the metric ton, and an ounce or gallon that of CLDR."""

POINTS, BASIS_POINTS = "points", "basis points"
_POWERS: Mapping[str, tuple[str, int]] = {
    **{sign: (unit.base, unit.power) for sign, unit in UNITS.items()},
    BASIS_POINTS: (POINTS, -2),
}


def base_of(unit: str) -> tuple[str, int]:
    """The unit of which one is a power of ten, and which power."""
    return _POWERS.get(unit, (unit, 0))
