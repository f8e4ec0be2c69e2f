"""Medicines that can be recognised: substances, and the brands that hold them in a country."""

from typing import Annotated

from pydantic import Field, StrictBool, StringConstraints

from rls_wizard.domain.model import Model, RuleId, Text

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_]*$")]
"""What an option of a choice is stored under."""
LEAST_LETTERS = 3
"""So many letters of a name are typed before it is looked for."""


class Medicine(Model):
    """A substance."""

    id: Code
    name: Text
    also: tuple[Text, ...] = ()
    """Other spellings, and the names it has in other countries."""
    classes: tuple[Code, ...] = Field(min_length=1)
    """What rules ask for: options of the question for the kind of a medicine."""
    source: tuple[RuleId, ...] = Field(min_length=1)

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name it is known by."""
        return (self.name, *self.also)


class Brand(Model):
    """A product of one country. The same name may hold something else in another."""

    name: Text
    country: Code
    contains: tuple[Code, ...] = Field(min_length=1)
    """The ids of the substances that matter here; a product may hold more."""
    source: tuple[RuleId, ...] = ()
    checked: StrictBool
    """False: from memory, kept for the editor and never proposed to a person."""


class Medicines(Model):
    """The list in which the medicine finder looks."""

    medicines: tuple[Medicine, ...] = ()
    brands: tuple[Brand, ...] = ()
