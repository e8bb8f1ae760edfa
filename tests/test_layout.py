"""The layout: each path has one role, and what has none is named."""

import pytest

from dossier.collect import Findings
from dossier.model.addresses import TAKEN
from dossier.read.layout import ContentFile, Role, sort_files


def sorted_one(path: str) -> tuple[Role | None, list[str]]:
    """The role of one path, and the findings in brief."""
    out = Findings()
    layout = sort_files((path,), out)
    role = next((role for role, files in layout.items() if files), None)
    return role, [one.code for one in out.in_order()]


@pytest.mark.parametrize("role", Role)
def test_every_role_is_recognised_with_its_ids(role: Role) -> None:
    """The path of each role, with ids in it."""
    path = role.value.replace("{}", "acme-2", 1).replace("{}", "x")
    ids = ("acme-2", "x")[: role.value.count("{}")]
    assert (ContentFile(path, ids),) == sort_files((path,), Findings())[role]


@pytest.mark.parametrize("path", ["README.md", "LICENSE", "LICENSE.md"])
def test_files_about_the_folder_are_passed_over(path: str) -> None:
    """They are no content and no fault."""
    assert (None, []) == sorted_one(path)


@pytest.mark.parametrize(
    "path",
    ["CNAME", "pelicanconf.py", "evil.html", "sources/evil.svg", "sources/a.markdown", "properties.yml", "sources/a/b.md",
     "companies/acme/README.md", "companies/acme/facts/a.yaml.txt", "companies/acme/facts/a.YAML", "Sources/a.md",
     "companies/acme.yaml", "pages/a.html", "sources/a\nb.txt"],
)  # fmt: skip
def test_other_files_are_refused(path: str) -> None:
    """Nothing is read, copied or published by accident."""
    assert (None, ["R006"]) == sorted_one(path)


@pytest.mark.parametrize(
    "name",
    ["con", "lpt1", "A", "a_b", "a--b", "-a", "a-", "a.b", "..", "%2e%2e", "a b", "a\nb", "é", "а", "🚀", "{{7*7}}",
     "x" * 65, "__proto__", 'a"b', "feed.xml"],
)  # fmt: skip
def test_names_that_are_no_ids_are_refused(name: str) -> None:
    """In every place of a path; the Cyrillic letter that looks like an a among them."""
    for path in (
        f"sources/{name}.md",
        f"companies/{name}/company.yaml",
        f"companies/acme/facts/{name}.yaml",
    ):
        assert (None, ["S006"]) == sorted_one(path)


@pytest.mark.parametrize("name", sorted(TAKEN))
def test_pages_cannot_take_the_folders_of_the_site(name: str) -> None:
    """A page `data` would lie where the data are; a source of that name would not."""
    assert (None, ["S006"]) == sorted_one(f"pages/{name}.md")
    assert (Role.SOURCE, []) == sorted_one(f"sources/{name}.md")


def test_the_right_ending_is_suggested() -> None:
    """Of two common slips, the message names the file that was meant."""
    out = Findings()
    sort_files(("companies/acme/facts/profile.yml", "sources/a.markdown"), out)
    assert ["'profile.yaml'", "'a.md'"] == [
        one.message.split()[-1].rstrip("?") for one in out.in_order()
    ]
