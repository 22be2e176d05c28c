"""Places from the user's own files, good and broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.errors import GazetteerError
from trucewatch.gazetteer import load_gazetteer
from trucewatch.gazetteer.user import read_user_file

GEONAMES = "\t".join(
    ["77", "Adale", "Adale", "Adali,Адал", "35.5", "36.5", "P", "PPL", "SY", "", "12", "", "", "", "1200", "", "400",
     "Asia/Damascus", "2020-01-01"]
)  # fmt: skip


def _file(folder: Path, text: str, name: str = "places.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_our_own_table_is_read_with_all_its_columns(tmp_path: Path) -> None:
    text = "name,lat,lon,level,radius_km,country,names,basis\nAdale,35.5,36.5,site,0.5,SY,Adali|Адал,measured\n"
    layer = read_user_file(_file(tmp_path, text))
    (entry,) = layer.lookup("adali")
    assert (entry.name, entry.level, entry.radius_km, entry.country) == ("Adale", "site", 0.5, "SY")
    assert (entry.kind, entry.basis) == ("user", "measured")
    assert layer.lookup("адале") == (entry,)


def test_a_geonames_dump_is_read(tmp_path: Path) -> None:
    (entry,) = read_user_file(_file(tmp_path, GEONAMES + "\n", "SY.txt")).lookup("adali")
    assert (entry.id, entry.level, entry.lat, entry.population) == ("gn:77", "settlement", 35.5, 1200)


def test_a_table_of_p_codes_is_read_by_its_header(tmp_path: Path) -> None:
    text = "name_en;name_ar;pcode;Latitude;Longitude\nAdale;عدال;SY1;35.5;36.5\n"
    (entry,) = read_user_file(_file(tmp_path, text)).lookup("عدال")
    assert (entry.id, entry.name, entry.lon) == ("SY1", "Adale", 36.5)


def test_the_user_s_place_wins_over_ours(tmp_path: Path) -> None:
    path = _file(tmp_path, "name,lat,lon,country\nSaraqib,35.8645,36.8059,SY\n")
    found = load_gazetteer([path]).lookup("saraqib")
    assert [entry.kind for entry in found] == ["user"]


def test_of_two_files_the_last_given_wins(tmp_path: Path) -> None:
    first = _file(tmp_path, "id,name,lat,lon\nx,Adale,35.5,36.5\n", "first.csv")
    last = _file(tmp_path, "id,name,lat,lon\nx,Adale,35.6,36.6\n", "last.csv")
    assert [entry.lat for entry in load_gazetteer([first, last]).lookup("adale")] == [35.6]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", None, "empty"),
        ("name,lat,lon\n", None, "no places"),
        ("name,lat\nAdale,35.5\n", 1, "lon"),
        ("name,lat,lon\nAdale,thirty,36.5\n", 2, "thirty"),
        ("name,lat,lon\nAdale,36.5,200\n", 2, "swapped"),
        ("name,lat,lon\n,35.5,36.5\n", 2, "no name"),
        ("name,lat,lon,level\nAdale,35.5,36.5,hamlet\n", 2, "hamlet"),
        ("name,lat,lon,radius_km\nAdale,35.5,36.5,0\n", 2, "radius"),
        ("name,lat,lon\nAdale,nan,36.5\n", 2, "nan"),
        ("name,lat,lon\nAdale,35.5,36.5,more\n", 2, "cells"),
        (GEONAMES + "\n77\tAdale\n", 2, "19"),
    ],
)
def test_a_broken_file_says_where_what_and_what_to_do(tmp_path: Path, text: str, line: int | None, words: str) -> None:
    path = _file(tmp_path, text)
    with pytest.raises(GazetteerError, match=words) as caught:
        read_user_file(path)
    assert (caught.value.path, caught.value.line) == (str(path), line)
    assert caught.value.remedy


def test_a_file_that_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="cannot be read"):
        read_user_file(tmp_path / "none.csv")
    binary = tmp_path / "b.csv"
    binary.write_bytes(b"\xff\xfe\x00name")
    with pytest.raises(GazetteerError, match="UTF-8"):
        read_user_file(binary)


def test_a_row_of_hxl_tags_below_the_header_is_passed_over(tmp_path: Path) -> None:
    text = "name_en,pcode,lat,lon\n#adm3+name,#adm3+code,#geo+lat,#geo+lon\nAdale,SY1,35.5,36.5\n"
    assert [entry.name for entry in read_user_file(_file(tmp_path, text)).entries.values()] == ["Adale"]


def test_of_a_table_of_divisions_the_deepest_level_is_taken(tmp_path: Path) -> None:
    text = "ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_AR,ADM2_PCODE,lat,lon\nBashir,SY1,Adale,عدال,SY12,35.5,36.5\n"
    layer = read_user_file(_file(tmp_path, text))
    (entry,) = layer.entries.values()
    assert (entry.id, entry.name, entry.level, entry.radius_km) == ("SY12", "Adale", "district", 15.0)
    assert layer.lookup("عدال") == (entry,)
    assert layer.lookup("bashir") == ()
