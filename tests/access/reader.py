"""A screen reader without a voice: hears a program over AT-SPI, and acts only by what that offers.

Runs under the system's own Python, which has the bindings.
"""

import subprocess
import time
from contextlib import suppress

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Role, State = Atspi.Role, Atspi.StateType
GROUPS = {Role.PANEL, Role.GROUPING, Role.ALERT, Role.DIALOG}
CHOSEN = {Role.RADIO_BUTTON, Role.CHECK_BOX}
NO_ROLE = {Role.FILLER, Role.UNKNOWN, Role.INVALID, Role.PANEL}
"""What must not take the focus: nobody would know what it is."""
WORDS = {Role.HEADING: "heading", Role.RADIO_BUTTON: "radio button", Role.CHECK_BOX: "check box",
         Role.PUSH_BUTTON: "button", Role.ENTRY: "edit", Role.TEXT: "edit", Role.ALERT: "alert",
         Role.COMBO_BOX: "combo box", Role.PROGRESS_BAR: "progress"}  # fmt: skip
PATIENCE = 20
HEARD = ("object:announcement", "object:state-changed:focused", "window:activate")


class Reader:
    """Follows one program, and writes down what would be said."""

    def __init__(self, command, **pipes):
        """Start the program and wait for its first page."""
        self.lines, self.announced = [], []
        self._group = []
        self._ear = Atspi.EventListener.new(self._hear)
        for kind in HEARD:
            self._ear.register(kind)
        self.program = subprocess.Popen(command, **pipes)
        self.app = self.until(self._find_app, "the program is on the bus")
        # Every look is a new question to the program: nothing is taken from what was heard before.
        self.app.set_cache_mask(Atspi.Cache.NONE)
        self._main, self._page = None, self.until(lambda: self.find("Page"), "the page")
        self._main = self.top()

    def _find_app(self):
        desk = Atspi.get_desktop(0)
        apps = [desk.get_child_at_index(i) for i in range(desk.get_child_count())]
        return next((a for a in apps if a and a.get_process_id() == self.program.pid), None)

    # What is there -------------------------------------------------------------------------------

    def all_below(self, top, *, group=None):
        """Yield all that shows, in the order of the tree, each with the group that it stands in."""
        for number in range(top.get_child_count()):
            child = top.get_child_at_index(number)
            if child is None or not has(child, State.SHOWING):
                continue
            inside = child if child.get_role() in GROUPS and child.get_name() else group
            yield child, group
            yield from self.all_below(child, group=inside)

    def windows(self):
        """Return the windows that show."""
        count = self.app.get_child_count()
        found = (self.app.get_child_at_index(i) for i in range(count))
        return [w for w in found if w and has(w, State.SHOWING)]

    def top(self):
        """Return the window that lies above the others."""
        return (self.windows() or [self.app])[-1]

    def find(self, name, *roles):
        """Return what is called so, or begins so, in the topmost window; None if nothing is."""
        for one, _ in self.all_below(self.top()):
            if one.get_name().startswith(name) and (not roles or one.get_role() in roles):
                return one
        return None

    def page(self):
        """Return the part of the window that changes from page to page."""
        if self.top() != self._main:
            return self.top()
        return self._page

    def heading(self):
        """Return the words of the first heading; none while the page is changing."""
        with suppress(GLib.GError):
            for one, _ in self.all_below(self.page()):
                if one.get_role() in {Role.HEADING, Role.ALERT}:
                    return one.get_name()
        return ""

    # What is done --------------------------------------------------------------------------------

    def press(self, one):
        """Do what a screen reader offers to do there."""
        actions = [one.get_action_name(i) for i in range(one.get_n_actions())]
        wanted = next(a for a in ("Press", "Toggle") if a in actions)
        self.lines.append(f"> {one.get_name()}")
        one.do_action(actions.index(wanted))
        self.listen()

    def write(self, one, text):
        """Put a text into a field, as dictation or a braille keyboard does."""
        self.lines.append(f'> writes "{text}"')
        one.set_text_contents(text)
        self.listen()

    def focus(self, one):
        """Give something the focus."""
        one.grab_focus()
        self.listen()

    # What is heard -------------------------------------------------------------------------------

    def _hear(self, event):
        # What was there when it was told may be gone when it is asked about.
        with suppress(GLib.GError):
            self._take_down(event)

    def _take_down(self, event):
        if event.type.startswith("object:announcement"):
            self.announced.append(event.any_data)
            self.lines.append(f"! {event.any_data}")
        elif event.type.startswith("window"):
            self.lines.append(f"[{event.source.get_name()}, {event.source.get_role_name()}]")
        elif event.detail1:
            self.lines.append(f"* {self.spoken(event.source)}")

    def spoken(self, one):
        """Return what is said of something: the groups entered, name, role, states, description."""
        around = _groups(one)
        new = [g for g in around if g not in self._group]
        self._group = around
        return "; ".join([*new, said_of(one)])

    def listen(self):
        """Take in all that has happened so far."""
        context, quiet = GLib.MainContext.default(), 0
        self.app.get_child_count()  # answered after all that the program did before
        while quiet < 3:
            quiet = 0 if context.iteration(False) else quiet + 1

    def until(self, true, what):
        """Wait until something is so, and return it."""
        context, end = GLib.MainContext.default(), time.monotonic() + PATIENCE
        GLib.timeout_add(50, lambda: time.monotonic() < end)
        while not (found := true()):
            if time.monotonic() > end:
                raise AssertionError(f"Never came: {what}\n" + "\n".join(self.lines[-40:]))
            context.iteration(True)
        return found

    def read_page(self):
        """Write down all that stands on the page, once, in its order."""
        for one, group in self.all_below(self.page()):
            role, name = one.get_role(), one.get_name()
            heard = role == Role.LABEL and group is not None and name == group.get_name()
            if name and role != Role.FILLER and not heard:
                self.lines.append(f"  {said_of(one)}" if role in GROUPS else f"    {said_of(one)}")


def has(one, state):
    """Tell whether something is in a state."""
    return one.get_state_set().contains(state)


def said_of(one):
    """Return name, role, state, place among its like, and description."""
    role = one.get_role()
    parts = [one.get_name(), WORDS.get(role, "")]
    if role in CHOSEN:
        parts.append("chosen" if has(one, State.CHECKED) else "not chosen")
    if role == Role.RADIO_BUTTON:
        parts.append(_place(one))
    if role in {Role.ENTRY, Role.TEXT}:
        parts.append(Atspi.Text.get_text(one, 0, -1) or "empty")
    if has(one, State.EXPANDABLE):
        parts.append("open" if has(one, State.EXPANDED) else "closed")
    if has(one, State.INVALID_ENTRY):
        parts.append("not right")
    parts.append(one.get_description())
    return ", ".join(p.replace("\n", " ") for p in parts if p)


def _place(one):
    parent = one.get_parent()
    alike = [parent.get_child_at_index(i) for i in range(parent.get_child_count())]
    alike = [a for a in alike if a.get_role() == one.get_role() and has(a, State.SHOWING)]
    return f"{alike.index(one) + 1} of {len(alike)}" if one in alike else ""


def _groups(one):
    found, parent = [], one.get_parent()
    while parent is not None and parent.get_role() != Role.APPLICATION:
        if parent.get_role() in GROUPS and parent.get_name():
            found.insert(0, ", ".join(filter(None, (parent.get_name(), parent.get_description()))))
        parent = parent.get_parent()
    return found
