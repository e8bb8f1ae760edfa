"""What compiled templates do thousands of times on a page, done without finding out anew
what is the same for all of them.

Jinja serves templates of any kind: what is escaped becomes an object that is safe to join,
a macro can be called in many ways, an attribute may be a key, a template is looked for each
time that it is named, and a text each time that it is printed. Ours are joined at once, have
their macros called by place, and say their texts in the one language of a site. The pages
are the same to the letter.
"""

import re
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from functools import cached_property, partial
from types import CodeType, FunctionType, MappingProxyType, MethodType
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

UNSAFE = re.compile("[&<>'\"]").search
SAYS = frozenset({"_", "gettext"})
"""The names by which templates say a text."""
UNUSED = ("_loop_vars", "_block_vars")
"""What Jinja hands to each call for functions that ask for it; macros do not."""
PLAIN = frozenset({FunctionType, MethodType, partial})
"""What can be called at once, unless it says that it wants more (`jinja_pass_arg`)."""

EMPTY: Mapping[str, Any] = MappingProxyType({})

safe: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Text that is HTML already; the class itself would ask it for its HTML first."""


def printed(value: object) -> str:
    """A value as HTML. Most are HTML or need no escape, and are joined as they are."""
    if type(value) is Markup or (type(value) is str and not UNSAFE(value)):
        return value
    return escape(value)


class Part(Macro):
    """A macro of a template whose values are escaped always."""

    @cached_property
    def takes(self) -> int:
        """How many parts it has that are named by their place; -1 where it may take more."""
        takes_more = self.caller or self.catch_varargs or self.catch_kwargs
        return -1 if takes_more else len(self.arguments)

    def called(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
        """What it prints. Nearly all calls name all parts by their place."""
        if kwargs:
            for name in UNUSED:
                kwargs.pop(name, None)
        if kwargs or len(args) != self.takes:
            return self(*args, **kwargs)
        return safe(self._func(*args))


class Printing(Context):
    """The names that a template sees; it calls its macros without asking what they are, and
    lends its names to a template that it includes without copying them.
    """

    around: Mapping[str, Any] = EMPTY
    # What a template that includes this one has made itself.

    def within(self, template: Template, known: Mapping[str, Any]) -> Context:
        """The names that a template sees which is included here, where so much is `known`."""
        made = Printing(self.environment, self.parent, template.name, template.blocks)
        made.around = {**self.around, **self.vars, **_there(known)}
        return made

    def resolve_or_missing(self, key: str) -> Any:
        """What a name stands for; the nearest counts."""
        if key in self.vars:
            return self.vars[key]
        if key in self.around:
            return self.around[key]
        return self.parent.get(key, missing)

    def get_all(self) -> dict[str, Any]:
        """All names."""
        if not self.vars and not self.around:
            return self.parent
        return {**self.parent, **self.around, **self.vars}

    def __contains__(self, name: str) -> bool:
        return self.resolve_or_missing(name) is not missing

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """What a callable makes of its parts."""
        if type(called) is Part:
            return called.called(args, kwargs)
        if type(called) in PLAIN and not hasattr(called, "jinja_pass_arg"):
            for name in UNUSED:
                kwargs.pop(name, None)
            return called(*args, **kwargs)
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
        ours = {
            "escape": printed,
            "Markup": safe,
            "HTML": Markup,
            "Macro": Part,
            "Part": Part,
        }
        made.root_render_func.__globals__.update(ours)
        return made

    @cached_property
    def _everywhere(self) -> Mapping[str, Any]:
        """The names of the environment, as they are when a page is first made."""
        return dict(self.globals)

    def new_context(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002 - Jinja names it
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,  # noqa: A002 - Jinja names it
    ) -> Context:
        """The names for one time that it is printed. `shared` are all names that there are."""
        around = {} if shared else self._everywhere
        names = {**around, **(vars or {}), **_there(locals or {})}
        return Printing(self.environment, names, self.name, self.blocks)

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()


def _there(known: Mapping[str, Any]) -> dict[str, Any]:
    """The names that stand for something already, where Jinja lists all of a template."""
    return {name: value for name, value in known.items() if value is not missing}


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


def _found_once(find: Callable[..., Template]) -> Callable[..., Template]:
    """The same, without looking for a template a second time: a theme does not change while
    a site is built.
    """
    known: dict[str, Template] = {}

    def get_template(
        name: Any,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja names it
    ) -> Template:
        if type(name) is not str or globals is not None:
            return find(name, parent, globals)
        return known.get(name) or known.setdefault(name, find(name, parent))

    return get_template


class _Coding(CodeGenerator):
    """Writes templates as Python that does what most of their expressions need, and asks
    Jinja for the rest.
    """

    def visit_Getattr(  # noqa: N802 - Jinja names it
        self, node: nodes.Getattr, frame: Frame
    ) -> None:
        """An attribute of an object is nearly always one, and seldom a key."""
        self.write("(held if (held := getattr(holder := ")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}, missing)) is not missing")
        self.write(f" else environment.getattr(holder, {node.attr!r}))")

    def visit_Call(  # noqa: N802 - Jinja names it
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Whatever is called by place is nearly always a macro. Its parts are written twice,
        so they hold no calls themselves.
        """
        parts = nodes.Tuple(node.args, "load")
        if forward_caller or _has_more(node) or parts.find(nodes.Call):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("(Markup(called._func(")
        for place, part in enumerate(node.args):
            self.write(", " if place else "")
            self.visit(part, frame)
        self.write(")) if (called := ")
        self.visit(node.node, frame)
        self.write(f").__class__ is Part and called.takes == {len(node.args)} else ")
        there = zip(UNUSED, (frame.loop_frame, frame.block_frame), strict=True)
        self.write("context.call(called")
        self.signature(node, frame, {name: name for name, is_there in there if is_there})
        self.write("))")

    def visit_Include(  # noqa: N802 - Jinja names it
        self, node: nodes.Include, frame: Frame
    ) -> None:
        """A template by its name."""
        named = isinstance(node.template, nodes.Const) and type(node.template.value) is str
        if not named or node.ignore_missing or not node.with_context:
            super().visit_Include(node, frame)
            return
        self.writeline("template = environment.get_template(", node)
        self.visit(node.template, frame)
        self.write(f", {self.name!r})")
        known = self.dump_local_context(frame)
        self.writeline(f"names = context.within(template, {known})")
        self.writeline("for event in template.root_render_func(names):")
        self.indent()
        self.simple_write("event", frame)
        self.outdent()

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("(said if (said := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(").__class__ is HTML else escape(said))")


def speed_up(env: Environment, say: Callable[[str], Markup]) -> None:
    """Let an environment make such templates; `say` tells a text in the language of the
    site.
    """

    class Coded(_Coding):
        def visit_Template(  # noqa: N802 - Jinja names it
            self, node: nodes.Template, frame: Any = None
        ) -> None:
            super().visit_Template(_Saying(say).visit(node), frame)

    env.template_class = Component
    env.context_class = Printing
    env.code_generator_class = Coded
    env.get_template = _found_once(env.get_template)  # type: ignore[method-assign]
