"""Reading an agreement: strict, with messages that say where, what and what next."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from trucewatch.assess import agreement_schema, available, check, load_agreement, load_stack
from trucewatch.assess.text.schema import fields
from trucewatch.errors import AgreementError

BROKEN = Path(__file__).parents[2] / "broken" / "agreements"
SOUND = BROKEN / "_sound.yaml"
CASES = sorted(path for path in BROKEN.glob("*.yaml") if path != SOUND)


def put(text: str, folder: Path) -> Path:
    """A folder with one agreement file."""
    (folder / "agreement.yaml").write_text(text, encoding="utf-8")
    return folder


def test_the_sound_sample_loads(tmp_path: Path) -> None:
    agreement = load_agreement(str(put(SOUND.read_text(encoding="utf-8"), tmp_path)))
    assert [provision.id for provision in agreement.provisions] == ["calm", "patrols", "bands"]
    assert agreement.zones["corridor"].distance_km == 6.0
    assert agreement.zones["corridor"].tolerance_km == 0.5
    assert agreement.zones["unknown"].polygons == ()
    assert agreement.zones["unknown"].undefined_until == "a map is published"
    assert agreement.anchors["done"].latest == "2031-04-10T23:59:59Z"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_broken_file_is_refused_with_line_problem_and_remedy(path: Path, tmp_path: Path) -> None:
    first = path.read_text(encoding="utf-8").split("\n")[0]
    expected = re.fullmatch(r"# expect (\d+): (.+)", first)
    assert expected is not None
    shutil.copy(path, tmp_path / "agreement.yaml")
    with pytest.raises(AgreementError) as caught:
        load_agreement(str(tmp_path))
    assert str(caught.value).startswith(f"{tmp_path / 'agreement.yaml'}:{expected[1]}: ")
    assert expected[2] in str(caught.value)
    assert caught.value.remedy


def test_an_empty_file_and_one_that_is_not_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(AgreementError, match="the file is empty"):
        load_agreement(str(put("", tmp_path)))
    (tmp_path / "agreement.yaml").write_bytes(b"schema: \xff\xfe")
    with pytest.raises(AgreementError, match="not UTF-8"):
        load_agreement(str(tmp_path))
    with pytest.raises(AgreementError, match="a list of fields"):
        load_agreement(str(put("- one\n- two\n", tmp_path)))


def test_a_file_outside_of_the_folder_is_not_read(tmp_path: Path) -> None:
    text = SOUND.read_text(encoding="utf-8").replace("undefined: {until: a map is published}", "file: ../zones.geojson")
    (tmp_path / "zones.geojson").write_text('{"features": []}', encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    with pytest.raises(AgreementError, match=r"beside the agreement"):
        load_agreement(str(put(text, inner)))


def test_a_geojson_without_ids_is_refused(tmp_path: Path) -> None:
    text = SOUND.read_text(encoding="utf-8").replace("undefined: {until: a map is published}", "file: zones.geojson")
    (tmp_path / "zones.geojson").write_text('{"features": [{"geometry": null}]}', encoding="utf-8")
    with pytest.raises(AgreementError, match=r"zones\.geojson: this is not a GeoJSON FeatureCollection"):
        load_agreement(str(put(text, tmp_path)))


def test_a_misspelt_name_of_an_agreement_is_answered_with_the_likely_one() -> None:
    with pytest.raises(AgreementError, match='Did you mean "idlib-2020"'):
        load_agreement("idlib-2002")


def test_the_packaged_agreements_are_found_by_name_and_bring_the_texts_they_stand_on() -> None:
    assert {"idlib-2018", "idlib-2020", "minsk-2015", "gaza-2025"} <= set(available())
    assert [agreement.id for agreement in load_stack(["idlib-2020"])] == [
        "idlib-2020",
        "idlib-2018",
        "astana-2017",
    ]
    assert [agreement.id for agreement in load_stack(["idlib-2018", "idlib-2020"])] == [
        "idlib-2018",
        "astana-2017",
        "idlib-2020",
    ]
    assert check("idlib-2020") == load_agreement("idlib-2020")


def test_a_path_to_the_file_does_as_well_as_one_to_the_folder(tmp_path: Path) -> None:
    folder = put(SOUND.read_text(encoding="utf-8"), tmp_path)
    assert load_agreement(str(folder / "agreement.yaml")) == load_agreement(str(folder))


def test_the_hash_stays_when_fields_and_terms_change_places(tmp_path: Path) -> None:
    text = SOUND.read_text(encoding="utf-8")
    head, provisions = text.split("provisions:\n")
    blocks = re.split(r"(?m)^(?=  - id:)", provisions)
    lines = head.splitlines(keepends=True)
    turned = "".join([*lines[1:4][::-1], "# a comment\n", *lines[4:]]) + "provisions:\n" + "".join(blocks[::-1])
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, second = load_agreement(str(put(text, tmp_path / "a"))), load_agreement(str(put(turned, tmp_path / "b")))
    assert [p.id for p in first.provisions] != [p.id for p in second.provisions]
    assert first.hash == second.hash


@pytest.mark.parametrize(
    ("old", "new"),
    [("6 km", "7 km"), ("2031-04-10", "2031-04-11"), ("Nobody attacks", "None attacks"), ('"36.5"', '"36.6"')],
)
def test_the_hash_changes_with_the_text(tmp_path: Path, old: str, new: str) -> None:
    text = SOUND.read_text(encoding="utf-8")
    before = load_agreement(str(put(text, tmp_path))).hash
    assert load_agreement(str(put(text.replace(old, new), tmp_path))).hash != before


def test_the_schema_names_every_field_and_refuses_others() -> None:
    schema = agreement_schema()
    assert schema["additionalProperties"] is False
    assert {"parties", "anchors", "zones", "acts", "provisions"} <= set(schema["properties"])
    assert {"bearers", "distance", "kept_by", "hindered_by"} <= fields()


def test_the_reference_names_every_field() -> None:
    page = (Path(__file__).parents[3] / "docs" / "reference" / "agreement-format.md").read_text(encoding="utf-8")
    assert [name for name in sorted(fields()) if f"`{name}" not in page and f"{name}:" not in page] == []
