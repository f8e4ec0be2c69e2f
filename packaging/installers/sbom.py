"""The bill of materials (SBOM) of what is shipped, in CycloneDX 1.6."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import (
    ExternalReference,
    ExternalReferenceType,
    HashAlgorithm,
    HashType,
    Property,
    XsUri,
)
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component as Listed
from cyclonedx.model.component import ComponentType
from cyclonedx.model.contact import OrganizationalEntity
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from installers.about import DIST, NAME, SUMMARY, VERSION, epoch, maker
from installers.licences import TREES, look, machine_code
from installers.notices import told_in
from installers.versions import bundled_in

if TYPE_CHECKING:
    from pathlib import Path

    from installers.licences import Component, Found
    from installers.notices import Told

_OURS = re.compile(r"LicenseRef-[A-Za-z-]+")
_MADE_FROM = "rls-wizard:system"
"""On which systems a component is shipped; of a file, in which package."""


class _Part(NamedTuple):
    """A component of one version, and in which trees it lies."""

    told: Told
    trees: dict[str, Found]


def make() -> list[Path]:
    """Write the bill of all trees that were made; return that file."""
    trees = {system: tree for system, tree in TREES.items() if tree.is_dir()}
    if not trees:
        sys.exit("No SBOM without a package to look into: make one first, such as `deb`.")
    # A Mac makes its own program, and its own list of what is in it.
    mac = "-macos" if list(trees) == ["macos"] else ""
    file = DIST / f"{NAME}-{VERSION}{mac}.cdx.json"
    DIST.mkdir(exist_ok=True)
    file.write_text(bill(trees), encoding="utf-8")
    return [file]


def bill(trees: dict[str, Path]) -> str:
    """Return the bill of what lies in these trees, by system; equal trees give an equal one.

    Raises ValueError if it is not what the schema asks for.
    """
    bom = Bom(serial_number=uuid5(NAMESPACE_URL, f"{maker().home}/{VERSION}/{epoch()}"))
    program, *parts = _parts(trees)
    bom.metadata = BomMetaData(
        timestamp=datetime.fromtimestamp(epoch(), UTC),
        component=_listed(program),
        manufacturer=OrganizationalEntity(name=maker().name, urls=[XsUri(maker().home)]),
    )
    bom.metadata.component.type = ComponentType.APPLICATION
    bom.metadata.component.description = SUMMARY
    listed = [(part.told.component, _listed(part)) for part in parts]
    bom.components = [one for _, one in listed]
    top = [one for component, one in listed if not component.inside]
    bom.register_dependency(bom.metadata.component, top)
    for component, one in listed:
        within = [other for c, other in listed if c.inside == component.title]
        bom.register_dependency(one, [*within, *_crates(bom, component)])
    return _checked(JsonV1Dot6(bom).output_as_string(indent=1) + "\n")


def faults(text: str) -> str:
    """Return what the schema finds wrong with a bill; empty if nothing."""
    found = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    return str(found.data) if found else ""


def _checked(text: str) -> str:
    if wrong := faults(text):
        raise ValueError(wrong)
    return text


def _parts(trees: dict[str, Path]) -> list[_Part]:
    """Return each component of each version once, in the order of the table."""
    parts: dict[tuple[str, str], _Part] = {}
    for system, tree in trees.items():
        found = look(tree)
        for told in told_in(found):
            part = parts.setdefault((told.component.title, told.version), _Part(told, {}))
            part.trees[system] = found
    return [*parts.values()]


def _listed(part: _Part) -> Listed:
    component, version = part.told
    systems = ", ".join(part.trees)
    return Listed(
        name=component.title,
        version=version or None,
        type=ComponentType.LIBRARY,
        bom_ref=f"{component.title} {version or systems}",
        licenses=[_terms(component.terms)],
        copyright="\n".join(component.copyright) or None,
        purl=_address(component, version),
        external_references=_source(component),
        properties=[Property(name=_MADE_FROM, value=systems)],
        components=[
            _file(system, found.tree, path)
            for system, found in part.trees.items()
            for path in found.files(component)
            if machine_code(found.tree, path)
        ],
    )


def _terms(expression: str) -> LicenseExpression:
    """Return an expression of SPDX, once all that it names is known there, or is named by us."""
    LicenseFactory().make_with_expression(_OURS.sub("MIT", expression))
    return LicenseExpression(expression)


def _file(system: str, tree: Path, path: str) -> Listed:
    """Return a file with machine code, with its hash."""
    digest = sha256((tree / path).read_bytes()).hexdigest()
    return Listed(
        name=path,
        type=ComponentType.FILE,
        bom_ref=f"{system}: {path}",
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
        properties=[Property(name=_MADE_FROM, value=system)],
    )


def _address(component: Component, version: str) -> PackageURL | None:
    if component.package and component.name in ("", "PySide6", component.package):
        return PackageURL("pypi", name=component.package.lower(), version=version)
    if not version:
        return None
    return PackageURL("generic", name=component.title.lower().replace(" ", "-"), version=version)


def _source(component: Component) -> list[ExternalReference]:
    url = component.source.format(source=maker().source)
    kind = ExternalReferenceType.SOURCE_DISTRIBUTION
    return [ExternalReference(type=kind, url=XsUri(url))] if url else []


def _crates(bom: Bom, component: Component) -> list[Listed]:
    """Add what a package says is compiled into it, and return that."""
    if not component.bundled:
        return []
    listed = [
        Listed(
            name=one["name"],
            version=one["version"],
            bom_ref=f"{component.title}: {one['name']} {one['version']}",
            licenses=[_terms(one["licenses"][0]["expression"])],
            purl=PackageURL.from_string(one["purl"]),
        )
        for one in bundled_in(component.package, component.bundled.removesuffix(".json"))
        if one.get("scope") == "required"
    ]
    for one in listed:
        bom.components.add(one)
        bom.register_dependency(one)
    return listed
