"""What the first visitor would have to wait for, done in the background once the page is up."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from assistant.checking import Checker
from assistant.citing import keyed
from assistant.datamodel import Question
from assistant.engines.quote import QuoteEngine
from assistant.finding.retrieve import Retriever
from page.sharing import at_rest
from page.tabs.shared import Shared

PATIENCE = 20  # seconds
ANSWERED = 2  # questions answered to nobody: the model is warm then, and the words are in memory


@contextmanager
def warming(shared: Shared) -> Iterator[threading.Thread]:
    """While it is held: looks for questions to begin with and answers some. No chat model is asked, and no log is written.

    It ends before what it uses does: a thread that is within compiled code when Python ends takes the process down with it.
    """
    stop = threading.Event()
    thread = threading.Thread(target=_warm, args=(shared, stop), daemon=True)
    thread.start()
    try:
        yield thread
    finally:
        stop.set()
        thread.join(PATIENCE)


def _warm(shared: Shared, stop: threading.Event) -> None:
    library = shared.library
    try:
        for one in shared.examples("en")[:ANSWERED]:
            if stop.is_set():
                return
            with at_rest(library):
                evidence = keyed(Retriever(library).search(one.text).passages)
            checker = Checker(library, evidence)
            for proposal in QuoteEngine(library.embedder.embed).answer(Question(text=one.text), evidence):
                if stop.is_set():
                    return
                checker.checked(proposal)
    except Exception:  # the first visitor will be told; a page that is slow at first is better than none
        traceback.print_exc(file=sys.stderr)
