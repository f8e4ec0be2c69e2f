"""Small wrong programs: every one is the domain with one thing changed inside a function.

What is changed: comparisons, `and` and `or`, conditions turned round, sums, numbers, truth values,
codes, what is returned, statements, elements and bounds left out, `any` for `all`. Not changed:
sentences of errors and documentation, which no rule rests on, and types.
"""

import ast
import copy
from collections import Counter
from pathlib import Path
from typing import NamedTuple

COMPARED = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt), ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
}  # fmt: skip
COUNTED = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult, ast.Mod: ast.Add, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
CALLED = {"any": "all", "all": "any", "min": "max", "max": "min"}


class Mutant(NamedTuple):
    """One wrong program."""

    file: str
    line: int
    function: str
    before: str
    after: str
    """The line that is changed, each statement being one line."""
    code: object
    """The code of the function as it is changed."""

    @property
    def key(self):
        """What it is, also when lines move."""
        return f"{self.file} {self.function}: {self.before} -> {self.after}"


def mutants(path):
    """Return every mutant of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found, seen = [], Counter()
    for classes, function in _functions(tree):
        before = ast.unparse(function).splitlines()
        for place, node in _places(function):
            for new in _changes(node):
                mutant = _made(path, classes, function, before, place, node, new)
                seen[mutant.key] += 1
                again = f"  # {seen[mutant.key]}" if seen[mutant.key] > 1 else ""
                found.append(mutant._replace(after=mutant.after + again))
    return found


def _made(path, classes, function, before, place, node, new):
    _put(*place, ast.copy_location(new, node))
    after = ast.unparse(function).splitlines()
    code = _compiled(path, classes, function)
    _put(*place, node)
    old, now = next((b, a) for b, a in zip(before, after, strict=False) if b != a)
    line = (node if hasattr(node, "lineno") else place[0]).lineno
    name = ".".join([*classes, function.name])
    return Mutant(path.name, line, name, old.strip(), now.strip(), code)


def _compiled(path, classes, function):
    """Return the code of a function, which stands in these classes."""
    body = function
    for name in reversed(classes):
        body = ast.ClassDef(name, [], [], [body], [])
    module = ast.fix_missing_locations(ast.Module([body], []))
    return code_of(compile(module, str(path), "exec", dont_inherit=True), function.name)


def code_of(whole, name):
    """Return the code of a function in that of its module, where it is the only one."""
    for code in [const for const in whole.co_consts if hasattr(const, "co_code")]:
        return code if code.co_name == name else code_of(code, name)
    raise LookupError(f"{name} is not in its module")


def _functions(tree, classes=()):
    """Yield the functions and methods of a module, not those inside others, with their classes."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield classes, node
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node, (*classes, node.name))


def _places(function):
    """Yield where each node of a function stands, and the node: not its words, types and raises."""
    waiting = [(function, "body", n, node) for n, node in enumerate(function.body)]
    if ast.get_docstring(function) is not None:
        waiting = waiting[1:]
    while waiting:
        parent, field, index, node = waiting.pop(0)
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Assert | ast.JoinedStr):
            continue
        yield (parent, field, index), node
        if isinstance(node, ast.Raise):
            continue
        for name, value in ast.iter_fields(node):
            if name in {"annotation", "returns", "ctx", "type_comment", "pattern"}:
                continue
            many = value if isinstance(value, list) else [value]
            waiting += [
                (node, name, n if isinstance(value, list) else None, one)
                for n, one in enumerate(many)
                if isinstance(one, ast.AST)
            ]


def _put(parent, field, index, node):
    if index is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[index] = node


def _changes(node):
    """Yield what may stand in place of a node."""
    for kind in (_logic, _counting, _elements, _statements):
        yield from kind(node)


def _logic(node):
    match node:
        case ast.Compare(ops=ops):
            for n, op in enumerate(ops):
                for other in COMPARED[type(op)]:
                    changed = [*ops[:n], other(), *ops[n + 1 :]]
                    yield ast.Compare(node.left, changed, node.comparators)
        case ast.BoolOp(op=op):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), node.values)
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.Call(func=ast.Name(id=name)) if name in CALLED:
            yield ast.Call(ast.Name(CALLED[name], ast.Load()), node.args, node.keywords)


def _counting(node):
    match node:
        case ast.BinOp(op=op) if type(op) in COUNTED:
            yield ast.BinOp(node.left, COUNTED[type(op)](), node.right)
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value) | float(value)):
            yield ast.Constant(value + 1)
        case ast.Constant(value=str(value)):
            yield ast.Constant(f"{value}XX")


def _elements(node):
    """Yield a collection without each of its elements, a filter and a slice without its end."""
    match node:
        case ast.comprehension(ifs=[_, *_]):
            yield ast.comprehension(node.target, node.iter, node.ifs[:-1], node.is_async)
        case (
            ast.Tuple(ctx=ast.Load(), elts=[_, _, *_])
            | ast.List(ctx=ast.Load(), elts=[_, _, *_])
            | ast.Set(elts=[_, _, *_])
        ):
            for n in range(len(node.elts)):
                fewer = copy.copy(node)
                fewer.elts = [*node.elts[:n], *node.elts[n + 1 :]]
                yield fewer
        case ast.Slice(lower=lower, upper=upper):
            if lower is not None:
                yield ast.Slice(None, upper, node.step)
            if upper is not None:
                yield ast.Slice(lower, None, node.step)


def _statements(node):
    match node:
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            turned = copy.copy(node)
            turned.test = ast.UnaryOp(ast.Not(), test)
            yield turned
        case ast.Return(value=value) if value is not None and not _is_none(value):
            yield ast.Return(ast.Constant(None))
        case ast.Expr() | ast.AugAssign() | ast.Raise():
            yield ast.Pass()
        case ast.Assign(targets=[ast.Subscript() | ast.Attribute()]):
            yield ast.Pass()
        case ast.Continue():
            yield ast.Break()


def _is_none(node):
    return isinstance(node, ast.Constant) and node.value is None


def all_mutants(folder: Path, only=""):
    """Return every mutant of the files in a folder, or of one of them."""
    return [m for path in sorted(folder.glob(only or "*.py")) for m in mutants(path)]
