"""Small wrong programs: every one is the domain with one thing changed inside a function.

What is changed: comparisons, `and` and `or`, conditions turned round, sums, numbers, truth values,
codes, what is returned, statements left out, `any` for `all`. Not changed: sentences of errors and
documentation, which no rule rests on, and types.
"""

import ast
import copy
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
    code: object
    """The code of the function as it is changed."""

    @property
    def key(self):
        """What it is, also when lines move."""
        return f"{self.file} {self.function}: {self.before} -> {self.after}"


class Change(NamedTuple):
    """What to put where a node stands; `words` if the node itself is too long to tell."""

    new: ast.AST
    words: str = ""


def mutants(path):
    """Yield every mutant of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for function, qualname in _functions(tree):
        for place, node in _places(function):
            for change in _changes(node):
                yield _made(path, tree, (function, qualname), (place, node), change)


def _made(path, tree, function, at, change):
    (node_of, qualname), (place, node) = function, at
    parent, field, index = place
    _put(parent, field, index, ast.copy_location(change.new, node))
    changed = ast.fix_missing_locations(copy.deepcopy(tree))
    _put(parent, field, index, node)
    whole = compile(changed, str(path), "exec", dont_inherit=True)
    code = code_of(whole, qualname, node_of.lineno)
    before, after = ast.unparse(node), change.words or ast.unparse(change.new)
    return Mutant(path.name, node.lineno, qualname, _short(before), _short(after), code)


def _short(text):
    line = " ".join(text.split())
    return line if len(line) <= 90 else f"{line[:60]} ... {line[-25:]}"


def code_of(whole, qualname, line):
    """Return the code of a function in that of its module; a decorator may stand lines above it."""
    waiting = [whole]
    while waiting:
        code = waiting.pop()
        if code.co_qualname == qualname and code.co_firstlineno <= line:
            return code
        waiting += [const for const in code.co_consts if hasattr(const, "co_code")]
    raise LookupError(f"{qualname} is not in its module")


def _functions(tree, inside=""):
    """Yield the functions and methods of a module, not those inside functions, with their names."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node, f"{inside}{node.name}"
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node, f"{inside}{node.name}.")


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
    match node:
        case ast.Compare(ops=[op]):
            for other in COMPARED[type(op)]:
                yield Change(ast.Compare(node.left, [other()], node.comparators))
        case ast.BoolOp(op=op):
            other = ast.Or() if isinstance(op, ast.And) else ast.And()
            yield Change(ast.BoolOp(other, node.values))
        case ast.UnaryOp(op=ast.Not()):
            yield Change(node.operand)
        case ast.BinOp(op=op) if type(op) in COUNTED:
            yield Change(ast.BinOp(node.left, COUNTED[type(op)](), node.right))
        case ast.Constant():
            yield from _constants(node)
        case ast.Call(func=ast.Name(id=name)) if name in CALLED:
            yield Change(ast.Call(ast.Name(CALLED[name], ast.Load()), node.args, node.keywords))
        case ast.comprehension(ifs=[_, *_]):
            bare = ast.comprehension(node.target, node.iter, node.ifs[:-1], node.is_async)
            yield Change(bare, f"without {ast.unparse(node.ifs[-1])}")
        case _:
            yield from _statements(node)


def _constants(node):
    match node.value:
        case bool(value):
            yield Change(ast.Constant(not value))
        case int(value) | float(value):
            yield Change(ast.Constant(value + 1))
        case str(value):
            yield Change(ast.Constant(f"{value}XX"))


def _statements(node):
    match node:
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            turned = copy.copy(node)
            turned.test = ast.UnaryOp(ast.Not(), test)
            yield Change(turned, f"if not ({ast.unparse(test)})")
        case ast.Return(value=value) if value is not None and not _is_none(value):
            yield Change(ast.Return(ast.Constant(None)))
        case ast.Expr() | ast.AugAssign() | ast.Raise():
            yield Change(ast.Pass())
        case ast.Continue():
            yield Change(ast.Break())


def _is_none(node):
    return isinstance(node, ast.Constant) and node.value is None


def all_mutants(folder: Path, only=""):
    """Return every mutant of the files in a folder, or of one of them."""
    return [m for path in sorted(folder.glob(only or "*.py")) for m in mutants(path)]
