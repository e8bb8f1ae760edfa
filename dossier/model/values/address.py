"""Addresses of the web."""

from dossier.model.data import Data
from dossier.model.forms import Form
from dossier.model.schema import Schema
from dossier.model.values.base import Field, Lookups, Misread, ValueType
from dossier.model.values.pieces import LinkPiece, Piece
from dossier.model.web import AN_ADDRESS, URL_HELP, fault_of_url


class Address(str, Form):
    """The whole address of a public page."""

    __slots__ = ()


class AddressType(ValueType[Address]):
    """Where something stands on the web."""

    id = "address"
    forms = (Address,)
    about = "the whole address of a public page"

    def read(self, text: str, field: Field, lookups: Lookups) -> Address:
        """An address to which a page may link."""
        if fault := fault_of_url(text):
            raise Misread("S007", f"is not an address to link to: {fault}.", URL_HELP)
        return Address(text)

    def schema(self, field: Field) -> Schema:
        """What such an address looks like."""
        return AN_ADDRESS

    def said(self, value: Address, field: Field) -> Piece:
        """The address, as a link."""
        return LinkPiece(str(value))

    def data(self, value: Address) -> dict[str, Data]:
        """The address."""
        return {"type": "address", "address": str(value)}


ADDRESS = AddressType()
