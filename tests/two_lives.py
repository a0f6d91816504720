"""Random days on several machines of one person, and a model of the words that must not get lost."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import timedelta

from journals import NOW, moment
from machines import Machine

from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.lead import Lead, LeadKind
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.sync import Which
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.journal import Journal
from bounceback_tui.storage.errors import StorageError

COMPANIES = ("Acme", "Zed", "Umbrella")


class Lives:
    """What is done on each machine; each text holds a word that stands nowhere else."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.words: set[str] = set()
        """Every word that was saved, but for what was deleted for good."""
        self._number = 0

    def day(self, machine: Machine, acts: int) -> None:
        """A few random things on a machine, by a clock that is often wrong."""
        machine.clock.when = NOW + timedelta(
            minutes=self.chance.choice((0, self.chance.randint(-9000, 9000)))
        )
        for _ in range(acts):
            machine.clock.forward(seconds=self.chance.choice((0, 0.001, 90)))
            act = self.chance.choice(
                (
                    *(self._note, self._note, self._change, self._change, self._change, self._log),
                    *(self._company, self._delete, self._restore, self._back, self._lead, self._tick),
                    *(self._mood, self._decide, self._for_good, self._other_result, self._note_on_step),
                )
            )
            try:
                act(machine)
            except (CannotDo, StorageError):  # nothing was changed
                continue

    def missing(self, machine: Machine, *others: Machine) -> set[str]:
        """Words that are nowhere on a machine: not in what stands, and in no earlier or other version."""
        held = json.dumps(machine.whole(), ensure_ascii=False)
        heads = machine.workspace.database.rows("SELECT content FROM sync_head WHERE content IS NOT NULL")
        waiting = machine.workspace.database.rows("SELECT waiting FROM sync_row WHERE waiting IS NOT NULL")
        steps = machine.workspace.database.rows("SELECT before FROM undo_change")
        everything = held + repr(heads) + repr(waiting) + repr(steps)
        for one in (machine, *others):  # drafts stay where they are
            everything += repr(one.workspace.database.rows("SELECT content FROM draft"))
        return {word for word in self.words if word not in everything}

    def _word(self) -> str:
        self._number += 1
        return f"w{self._number}x"

    def _saved(self, word: str) -> None:
        self.words.add(word)

    def _entries(self, machine: Machine, condition: str = "deleted_at IS NULL") -> str:
        rows = machine.workspace.database.rows(f"SELECT id FROM entry WHERE {condition} ORDER BY id")
        if not rows:
            raise CannotDo("none")
        return str(self.chance.choice(rows)[0])

    def _journal(self, machine: Machine) -> Journal:
        return machine.workspace.journal

    def _note(self, machine: Machine) -> None:
        word = self._word()
        when = self.chance.choice((None, moment("2026-11-20T12:00+01:00")))
        self._journal(machine).note(f"note {word}", tags=("walk",), when=when)
        self._saved(word)

    def _log(self, machine: Machine) -> None:
        word = self._word()
        self._journal(machine).log(
            Outcome(
                company=self.chance.choice(COMPANIES),
                text=f"news {word}",
                result=self.chance.choice((Result.REJECTED, Result.MOVED_ON, Result.GHOSTED)),
                stage=Kind.INTERVIEW,
                before=Reading(3, 4),
                after=Reading(5),
            )
        )
        self._saved(word)

    def _change(self, machine: Machine) -> None:
        key, word = self._entries(machine), self._word()
        machine.change(key, f"{machine.says(key)} {word}" if self.chance.random() < 0.5 else f"new {word}")
        self._saved(word)

    def _company(self, machine: Machine) -> None:
        found = self.chance.choice(machine.workspace.applications.every() or [None])
        if found:
            word = self._word()
            machine.workspace.applications.describe(replace(found, notes=f"notes {word}"))
            # notes of an application have no earlier versions: what somebody writes over is gone
            self.words -= {one for one in self.words if one in found.notes}
            self._saved(word)

    def _other_result(self, machine: Machine) -> None:
        """What was good news was a no after all, and the other way round; each opens or hides an episode."""
        told = machine.workspace.versions.told(self._entries(machine, "event_id IS NOT NULL"))
        if isinstance(told, Outcome):
            result = self.chance.choice((Result.REJECTED, Result.MOVED_ON, Result.GHOSTED))
            machine.workspace.versions.revise(replace(told, result=result))

    def _note_on_step(self, machine: Machine) -> None:
        found = self.chance.choice(machine.workspace.recovery.episodes() or [None])
        if found:
            step = self.chance.choice(machine.workspace.recovery.guide.steps[:2]).id
            there = machine.workspace.recovery.ticks(found.id).get(step)
            if there is None or not there.note:  # what somebody writes over has no earlier version
                word = self._word()
                machine.workspace.recovery.set_note(found.id, step, f"step {word}")
                self._saved(word)

    def _delete(self, machine: Machine) -> None:
        self._journal(machine).delete(self._entries(machine))

    def _restore(self, machine: Machine) -> None:
        self._journal(machine).restore(self._entries(machine, "deleted_at IS NOT NULL"))

    def _for_good(self, machine: Machine) -> None:
        if self.chance.random() < 0.5:
            return
        key = self._entries(machine, "deleted_at IS NOT NULL")
        rows = machine.workspace.database.rows(
            "SELECT text FROM entry WHERE id = ?1 UNION ALL SELECT text FROM revision WHERE entry_id = ?1",
            (key,),
        )
        heads = machine.workspace.database.rows(
            "SELECT content FROM sync_head WHERE content LIKE '%' || ? || '%'", (key,)
        )
        self._journal(machine).destroy(key)
        gone = repr(rows) + repr(heads)
        self.words = {word for word in self.words if word not in gone}

    def _back(self, machine: Machine) -> None:
        undo = machine.workspace.undo
        self.chance.choice((undo.take_back, undo.do_again))()

    def _lead(self, machine: Machine) -> None:
        word = self._word()
        machine.workspace.tools.leads.put(Lead("", LeadKind.FRIEND, f"Ann {word}", ""))
        self._saved(word)

    def _tick(self, machine: Machine) -> None:
        found = self.chance.choice(machine.workspace.recovery.episodes() or [None])
        if found:
            step = self.chance.choice(machine.workspace.recovery.guide.steps).id
            machine.workspace.recovery.set_state(found.id, step, self.chance.choice(list(StepState)))

    def _mood(self, machine: Machine) -> None:
        self._journal(machine).check_in(Reading(self.chance.randint(1, 9)))

    def _decide(self, machine: Machine) -> None:
        differences = machine.workspace.differences.every()
        if differences:
            one = self.chance.choice(differences)
            machine.workspace.differences.settle(one, self.chance.choice(list(Which)))
