"""Parts that are the same on many pages, made once: `{% kept site, here=frame_of(here) %}`.

What such a part shows can depend on nothing but the names that its tag lists, with the
values that they have there: it sees no others, and whoever uses one is told so. So a part
is never shown where it would have come out differently.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Any

from jinja2 import Environment, TemplateAssertionError, TemplateRuntimeError, nodes
from jinja2.ext import Extension
from jinja2.meta import find_undeclared_variables
from jinja2.parser import Parser

MOST = 4096
"""Parts that are kept at a time: a key that names each page would keep all of them."""
END = "endkept"


class Keeping(Extension):
    """The tag `kept` of templates."""

    tags = {"kept"}  # noqa: RUF012 - as Jinja declares it

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._places = count()
        self.made: dict[tuple[Any, ...], str] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        """Make of the tag and what it holds a macro of its names, which is called where it
        has not been called with their values.
        """
        line = next(parser.stream).lineno
        names = dict(_names(parser))
        body = parser.parse_statements((f"name:{END}",), drop_needle=True)
        if unknown := sorted(self.asked(body) - names.keys()):
            raise TemplateAssertionError(
                f"kept: what it holds asks for {', '.join(unknown)};"
                " expected names that its tag lists.",
                line,
                parser.name,
                parser.filename,
            )
        place = nodes.Const(next(self._places))
        made = self.call_method("keep", [place, *names.values()], lineno=line)
        parts = [nodes.Name(name, "param") for name in names]
        return nodes.CallBlock(made, parts, [], body).set_lineno(line)

    def asked(self, body: Iterable[nodes.Node]) -> set[str]:
        """The names that it needs from around it."""
        return _asked(body, self.environment)

    def keep(self, *key: Any, caller: Callable[..., str]) -> str:
        """What stands at a place, for these values.

        Their types are of the key: HTML and a text with the same signs are equal, and are
        printed differently. Raises TemplateRuntimeError where a value can be no key.
        """
        known = (*key, *map(type, key))
        try:
            if known in self.made:
                return self.made[known]
        except TypeError as error:
            raise TemplateRuntimeError(
                f"kept: {error}; expected names of texts, numbers and tuples, which can be"
                " told apart."
            ) from error
        if len(self.made) >= MOST:
            self.made.clear()
        self.made[known] = caller(*key[1:])
        return self.made[known]


class Gathering(Keeping):
    """The same for whoever gathers the texts of templates, and knows none of their names."""

    def asked(self, body: Iterable[nodes.Node]) -> set[str]:
        """See `Keeping`."""
        return set()


def _names(parser: Parser) -> Iterator[tuple[str, nodes.Expr]]:
    """The names that a tag lists, each with the value that it is to have."""
    while parser.stream.current.type != "block_end":
        name = parser.stream.expect("name")
        given = parser.stream.skip_if("assign")
        yield (
            name.value,
            parser.parse_expression()
            if given
            else nodes.Name(name.value, "load", lineno=name.lineno),
        )
        if parser.stream.current.type != "block_end":
            parser.stream.expect("comma")


def _asked(body: Iterable[nodes.Node], environment: Environment) -> set[str]:
    """The names that it needs from around it; those of the environment are the same on all
    pages.
    """
    held = nodes.Template([*body], lineno=1)
    held.set_environment(environment)
    asked = find_undeclared_variables(held)
    asked |= {f"the block {one.name}" for one in held.find_all(nodes.Block)}
    asked |= {"self" for one in held.find_all(nodes.Name) if one.name == "self"}
    others = held.find_all((nodes.Include, nodes.Import, nodes.FromImport))
    return asked | {
        "all names, for another template"
        for one in others
        if getattr(one, "with_context", False)
    }
