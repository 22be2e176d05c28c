"""store: what is known, kept day after day in a folder: a database, and the originals beside it.

To write:

- `make_store(directory, agreements)` and `open_store(directory)` give a `Store`;
- `add(store, sources)` reads sources and lets their reports join; all of it is recorded, or nothing.
- `adopt(store, agreement, Word(who, why))` takes in a changed text or one more agreement; what was said before stays;
- `watch(store, file, Word(who, why))` takes in who could see what, where and when; `unwatch` takes a statement back;
- `judge correct merge split undo` append what people decide, each with a `Word(who, why)`; `acts(held)` lists it and
  `queue(held)` what waits for a person;
- `backup(store, file)`, `restore(file, directory)` and `verify(store)`, which names what is wrong.

To read, first say what is meant by "known":

- `record(store, Known(as_of=K, known_by="published"))` is the whole `Record` as `run --as-of K` gives it over the
  same reports, for anything that `publish` can show. `Known(held=n)` asks it of the store as it stood after change
  `n` of its log (or at an instant): an old report is made again byte for byte whatever came in later. Points on which
  accounts part are `ledger.rows(record(store))`, as everywhere.
- `held(store, n)` is what stood after change `n` (now, without one). Its methods give everything, in a run's order:
  `reports() claims() incidents() findings() rejected() judgements()`; `undated_reports()` before they dated each other.

And then ask, with conditions that an index answers (`Where(period=, place=, type=, party=, kind=, term=, labels=,
disputed=)`, all of which must hold):

    kept = held(open_store(path))
    march = Where(period=("2020-03-06", "2020-03-07"), place="SY-ID", type="kin")
    ask.incidents(kept, march)                    # by the time they happened
    ask.incident_page(kept, march, after=cursor)  # the same, a page at a time
    ask.findings(kept, Where(term=("idlib-2020", "art1"), labels=("possible",)))
    ask.reports(kept, published=("2020-03-06", "2020-03-07"))
    search(kept, 'اطلاق "the ceasefire"')          # whole texts, with the words around
    ask.claims(kept, ids), ask.incident(kept, id), ask.incidents_of(kept, claim_id), ask.count(kept, march)

`known_from` and `known_to` of every row are numbers of entries in `store.entries()`, each of which tells its instant,
its maker, the program's version and the hashes of the language packs; `store.at("2020-03-06T19:30Z")` is the entry
that stood then. Claims here are as the reports made them; `resolve.corrected(claims, kept.judgements()).claims` lays
people's corrections over them, as `record` does. Standing incidents and findings are over everything that is held;
those of an earlier K are worked out by `record`.
"""

from trucewatch.store import ask
from trucewatch.store.add import Added, Adding, add
from trucewatch.store.adopt import Adopted, adopt
from trucewatch.store.ask import Page, Where
from trucewatch.store.backup import backup, restore
from trucewatch.store.fault import Fault
from trucewatch.store.held import Held, held
from trucewatch.store.judge import Act, Judged, Word, acts, correct, judge, merge, split, undo
from trucewatch.store.knowledge import Given
from trucewatch.store.log import Entry
from trucewatch.store.queue import Queue, queue
from trucewatch.store.record import Known, record
from trucewatch.store.search import Found, search
from trucewatch.store.store import Store, make_store, open_store
from trucewatch.store.verify import verify
from trucewatch.store.versions import other_versions
from trucewatch.store.watching import Watched, unwatch, watch, watches

__all__ = [
    "Act",
    "Added",
    "Adding",
    "Adopted",
    "Entry",
    "Fault",
    "Found",
    "Given",
    "Held",
    "Judged",
    "Known",
    "Page",
    "Queue",
    "Store",
    "Watched",
    "Where",
    "Word",
    "acts",
    "add",
    "adopt",
    "ask",
    "backup",
    "correct",
    "held",
    "judge",
    "make_store",
    "merge",
    "open_store",
    "other_versions",
    "queue",
    "record",
    "restore",
    "search",
    "split",
    "undo",
    "unwatch",
    "verify",
    "watch",
    "watches",
]
