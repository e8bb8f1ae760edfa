"""What compiled templates do thousands of times on a page, done without finding out anew
what is the same for all of them.

Jinja serves templates of any kind: what is escaped becomes an object that is safe to join,
a macro can be called in many ways, and a text is looked up each time that it is printed.
Ours are joined at once, have their macros called by place, and say their texts in the one
language of a site. The pages are the same to the letter.
"""

import re
from collections.abc import Callable, MutableMapping, Sequence
from functools import partial
from types import CodeType
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

UNSAFE = re.compile("[&<>'\"]").search
SAYS = frozenset({"_", "gettext"})
"""The names by which templates say a text."""
UNUSED = ("_loop_vars", "_block_vars")
"""What Jinja hands to each call for functions that ask for it; macros do not."""

safe: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Text that is HTML already; the class itself would ask it for its HTML first."""


def printed(value: object) -> str:
    """A value as HTML. Most are HTML or need no escape, and are joined as they are."""
    if type(value) is Markup or (type(value) is str and not UNSAFE(value)):
        return value
    return escape(value)


class Part(Macro):
    """A macro of a template whose values are escaped always."""

    def called(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
        """What it prints. Nearly all calls name all parts by their place."""
        if kwargs:
            for name in UNUSED:
                kwargs.pop(name, None)
        takes_more = self.caller or self.catch_varargs or self.catch_kwargs
        if kwargs or takes_more or len(args) != len(self.arguments):
            return self(*args, **kwargs)
        return safe(self._func(*args))


class Printing(Context):
    """The names that a template sees; it calls its macros without asking what they are."""

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """What a callable makes of its parts."""
        if type(called) is Part:
            return called.called(args, kwargs)
        return super().call(called, *args, **kwargs)


class Component(Template):
    """A template whose macros are made once; Jinja would compare all names for each page
    that imports them.
    """

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - Jinja names it
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """A template of its code, in which our ways to print stand for Jinja's."""
        made = super().from_code(environment, code, globals, uptodate)
        ours = {"escape": printed, "Markup": safe, "Macro": Part}
        made.root_render_func.__globals__.update(ours)
        return made

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()


class _Saying(NodeTransformer):
    """Puts a text without parts into the template as the site says it."""

    def __init__(self, say: Callable[[str], Markup]) -> None:
        self.say = say

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - Jinja names it
        self.generic_visit(node)
        said = node.node.name in SAYS if isinstance(node.node, nodes.Name) else False
        match node.args:
            case [nodes.Const(value=str(text))] if said and not _has_more(node):
                return nodes.TemplateData(str(self.say(text)), lineno=node.lineno)
        return node


def _has_more(node: nodes.Call) -> bool:
    more: Sequence[object] = (*node.kwargs, node.dyn_args, node.dyn_kwargs)
    return any(one is not None for one in more)


def speed_up(env: Environment, say: Callable[[str], Markup]) -> None:
    """Let an environment make such templates; `say` tells a text in the language of the
    site.
    """

    class Coded(CodeGenerator):
        def visit_Template(  # noqa: N802 - Jinja names it
            self, node: nodes.Template, frame: Any = None
        ) -> None:
            super().visit_Template(_Saying(say).visit(node), frame)

    env.template_class = Component
    env.context_class = Printing
    env.code_generator_class = Coded
