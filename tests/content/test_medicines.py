"""The finder proposes what was meant, however it is typed, and nothing that is far off."""

from datetime import date

import pytest

from rls_wizard.content.check import faults
from rls_wizard.content.medicines import Finder, key_of
from rls_wizard.domain.medicines import Medicines
from tests.bench.medicines import Finding, listed, misspelled

LOOK_ALIKES = [
    ("hydroxyzine", "hydralazine"),
    ("chlorphenamine", "chlorpromazine"),
    ("propranolol", "pregabalin"),
    ("lamotrigine", "lamivudine"),
    ("prednisone", "prednisolone"),
    ("citalopram", "escitalopram"),
    ("quetiapine", "olanzapine"),
    ("clonazepam", "clonidine"),
    ("tramadol", "trazodone"),
    ("bupropion", "buspirone"),
    ("levodopa", "methyldopa"),
    ("amlodipine", "amiloride"),
    ("cetirizine", "sertraline"),
    ("vitamin C", "vitamin D"),
]
JUNK = [
    "", "x", "ab", "10 mg", "tablets", "500", "???", "qqq", "my blood pressure pill", "nothing",
    "the white ones", "water tablet", "pills for sleep", "vitamin x", "telmisartan", "losec",
    "cefalexin", "clomifene", "penicillin", "fluconazole",
]  # fmt: skip


@pytest.fixture(scope="module")
def medicines(content):
    return content.medicines


@pytest.fixture(scope="module")
def finder(medicines):
    return Finder(medicines)


@pytest.fixture(scope="module")
def ids(finder):
    """Return the medicines of each proposal."""
    return lambda typed, country="": [p.codes for p in finder.find(typed, country)]


def without(medicines, *gone):
    """Return the list without some substances, and without brands."""
    return Medicines(medicines=tuple(m for m in medicines.medicines if m.id not in gone))


def test_each_name_is_found_first_by_itself(finder, medicines):
    for name, meant in listed(medicines):
        if len(key_of(name)) >= 3:
            first = finder.find(name, meant[1])[0]
            assert (first.codes, first.country) == meant, name
            assert key_of(first.name) == key_of(name)


@pytest.mark.parametrize("seed", [4, 5, 6])
def test_one_typing_error_leaves_the_right_one_first(medicines, seed):
    finding = Finding()
    finding.misspelled = misspelled(medicines, 200, seed)
    assert finding.share_first() >= 0.95, finding.missed()


@pytest.mark.parametrize(
    "typed", ["amitriptlyine", "amitriptylin", "amitryptyline", "amitriptilyne"]
)
def test_common_slips(ids, typed):
    assert ids(typed) == [("amitriptyline",)]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("amitriptyline 10mg tabs", "amitriptyline"),
        ("AMITRIPTYLINE 2.5 mg / 5ml oral solution", "amitriptyline"),
        ("sertraline hydrochloride 50", "sertraline"),
        ("venlafaxine XL 75 mg", "venlafaxine"),
        ("vit. B12", "vitamin_b12"),
        ("Vitamin-B12 injection", "vitamin_b12"),
        ("St. John\N{RIGHT SINGLE QUOTATION MARK}s wort", "st_johns_wort"),
        ("amitriptilína", "amitriptyline"),
        ("chlorpheniramine", "chlorphenamine"),
        ("Acetaminophen", "paracetamol"),
        ("trimeprazine", "alimemazine"),
        ("frusemide", "furosemide"),
        ("ferrous sulphate 200mg", "ferrous_sulfate"),
        ("gabapentina", "gabapentin"),
    ],
)
def test_as_people_write(ids, typed, code):
    assert ids(typed)[0] == (code,)


@pytest.mark.parametrize("typed", ["co-codamol", "cocodamol", "Co codamol 30/500", "co-codamal"])
def test_a_combination_holds_both(ids, typed):
    assert ids(typed, "gb") == [("codeine", "paracetamol")]


def test_several_words_are_looked_at_each(ids):
    assert ids("paracetamol and codiene for my back") == [("paracetamol",), ("codeine",)]


def test_found_while_typing(ids):
    assert ids("am") == []
    assert ("amitriptyline",) in ids("ami")
    for end in range(len("diphenhy"), len("diphenhydramine")):
        assert ids("diphenhydramine"[:end])[0] == ("diphenhydramine",)
    assert ids("diphenhidra") == [("diphenhydramine",)]


def test_no_more_than_asked_for(finder):
    assert len(finder.find("iron", most=3)) == 3
    assert len(finder.find("iron")) == 5


@pytest.mark.parametrize(("one", "other"), LOOK_ALIKES)
def test_look_alikes_are_told_apart(ids, one, other):
    assert ids(one)[0] == (key_id(one),)
    assert ids(other)[0] == (key_id(other),)


@pytest.mark.parametrize(
    ("one", "other"),
    [pair for pair in LOOK_ALIKES if pair[0][:4] != "pred" and "citalo" not in pair[0]],
)
def test_a_look_alike_is_not_proposed_for_what_is_not_listed(medicines, one, other):
    for typed, listed_one in ((one, other), (other, one)):
        found = Finder(without(medicines, key_id(typed))).find(typed)
        assert (key_id(listed_one),) not in [proposal.codes for proposal in found]


def key_id(name):
    return name.lower().replace(" ", "_")


@pytest.mark.parametrize("typed", JUNK)
def test_an_unknown_name_gives_nothing(ids, typed):
    assert ids(typed, "gb") == []


def test_a_brand_holds_what_it_holds_in_the_country(finder):
    for country, codes in (("us", ("diphenhydramine",)), ("gb", ("cetirizine",))):
        first = finder.find("Benadryl", country)[0]
        assert (first.codes, first.country) == (codes, country)
    assert {p.codes for p in finder.find("benadryl", "gb")} == {
        ("cetirizine",), ("acrivastine",), ("diphenhydramine",)
    }  # fmt: skip


def test_an_error_in_the_second_word_is_no_reason_for_the_other_product(ids):
    assert ids("Panadol", "gb")[0] == ("paracetamol",)
    assert ids("Panadol Nigth", "gb")[0] == ("diphenhydramine", "paracetamol")


def test_the_longest_name_among_the_words_counts(ids):
    assert ids("Nytol Herbal sleep", "gb") == [("valerian",)]
    assert ids("Tylenol PM Extra Strength", "us") == [("diphenhydramine", "paracetamol")]


def test_substances_come_before_brands_and_own_brands_before_others(finder):
    brands = [proposal.country for proposal in finder.find("mir", "eu")]
    assert brands == ["", "", "eu"]
    assert finder.find("unisom", "us")[0].country == "us"
    assert finder.find("unisom", "nz")[0].country == "nz"


def test_what_would_be_recorded_alike_is_proposed_once(finder):
    assert [p.country for p in finder.find("Neupro", "au")] == ["au"]


def test_a_brand_that_nobody_checked_is_never_proposed(finder, medicines):
    unchecked = [brand for brand in medicines.brands if not brand.checked]
    assert unchecked
    for brand in unchecked:
        for end in range(3, len(brand.name) + 1):
            found = finder.find(brand.name[:end], brand.country, most=50)
            assert (brand.name, brand.country) not in [(p.name, p.country) for p in found]


QUESTIONS = """
id = "remedies"
title = "Remedies"

[[item]]
link_id = "remedy"
type = "group"
repeats = true
text = "Remedies"

[[item.items]]
link_id = "remedy.name"
type = "text"
text = "Name"

[[item.items]]
link_id = "remedy.contains"
type = "choice"
repeats = true
options_from = "medicines"
found_by = "remedy.name"
text = "In it?"

[[item.items]]
link_id = "remedy.class"
type = "choice"
follows_from = "remedy.contains"
options = { sleepy = "Sleepy", pain = "Pain" }
text = "For what?"
"""
LIST = """
[[medicine]]
id = "dozine"
name = "dozine"
classes = ["sleepy"]
source = ["S1"]

[[medicine]]
id = "achol"
name = "achol"
also = ["aspal"]
classes = ["pain"]
source = ["S1"]

[[brand]]
name = "Restwell"
country = "other"
contains = ["dozine", "achol"]
source = ["S1"]
checked = true

[[brand]]
name = "Unseen"
country = "other"
contains = ["achol"]
checked = false
"""
FAULTS = {
    "an id used twice": ('id = "achol"', 'id = "dozine"', "medicine 'dozine' is used 2 times"),
    "one name for two": ('"aspal"', '"Do-zine"', "'achol' has the name 'Do-zine', as 'dozine'"),
    "a name of forms only": (
        '"aspal"',
        '"10 mg tablets"',
        "'10 mg tablets', which cannot be found",
    ),
    "an unknown class": ('"sleepy"', '"slepy"', "the class 'slepy', no answer of 'remedy.class'"),
    "an unknown medicine": (
        '"dozine", "achol"',
        '"dozin"',
        "'Restwell' contains 'dozin', which is",
    ),
    "an unknown country": ('country = "other"', 'country = "xx"', "the country 'xx', which is not"),
    "an unknown source": ('source = ["S1"]', 'source = ["S9"]', "'dozine' names the source 'S9'"),
    "checked without a source": (
        'contains = ["dozine", "achol"]\nsource = ["S1"]',
        'contains = ["dozine"]',
        "brand 'Restwell' is checked, but names no source that was seen",
    ),
    "a brand twice": ('name = "Unseen"', 'name = "rest well"', "'Restwell' stands more than once"),
}


@pytest.fixture
def medicine_faults(folder):
    """Change one text of a list without a fault, and return all faults that are then found."""
    (folder / "questionnaire" / "2.toml").write_text(QUESTIONS, encoding="utf-8")

    def change(old, new):
        assert old in LIST
        text = LIST.replace(old, new, 1)
        (folder / "medicines.toml").write_text(text, encoding="utf-8")
        return faults(folder, date(2026, 11, 22))

    return change


def test_a_list_without_a_fault(medicine_faults):
    assert medicine_faults("dozine", "dozine") == []


@pytest.mark.parametrize(("old", "new", "said"), FAULTS.values(), ids=FAULTS)
def test_each_fault_is_named(medicine_faults, old, new, said):
    found = medicine_faults(old, new)
    assert any(said in fault for fault in found), found
    assert all(fault.startswith("medicines.toml: ") for fault in found), found


def test_a_medicine_is_looked_for_in_its_own_file(folder):
    # The page has this id, too.
    (folder / "questionnaire" / "2.toml").write_text(QUESTIONS, encoding="utf-8")
    text = LIST.replace('"achol"', '"remedies"').replace('"pain"', '"odd"')
    (folder / "medicines.toml").write_text(text, encoding="utf-8")
    (fault,) = faults(folder, date(2026, 11, 22))
    assert fault.startswith("medicines.toml: medicine 'remedies' has the class 'odd'")


def test_a_source_from_memory_checks_nothing(folder, medicine_faults):
    file = folder / "sources.toml"
    file.write_text(file.read_text() + '\n[[source]]\nid = "M"\ntext = "Memory"\nseen = false\n')
    found = medicine_faults(
        '"achol"]\nsource = ["S1"]\nchecked', '"achol"]\nsource = ["M"]\nchecked'
    )
    assert any("names no source that was seen" in fault for fault in found), found
