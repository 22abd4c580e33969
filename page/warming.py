"""What the first visitor would have to wait for, done in the background once the page is up."""

from __future__ import annotations

import sys
import threading
import traceback

from assistant.answer import Answerer
from assistant.datamodel import Question, Sentence
from assistant.engines.quote import QuoteEngine
from page.sharing import at_rest
from page.tabs.shared import Shared


def warm(shared: Shared) -> threading.Thread:
    """Looks for questions to begin with and begins to answer one, in a thread of its own: that reads the index into memory."""
    thread = threading.Thread(target=_warm, args=(shared,), daemon=True)
    thread.start()
    return thread


def _warm(shared: Shared) -> None:
    library = shared.library
    try:
        for one in shared.examples("en")[:1]:
            stream = Answerer(library, QuoteEngine(library.embedder.embed)).stream(Question(text=one.text))
            with at_rest(library):
                next(stream)
            while not isinstance(next(stream), Sentence):  # no further: nobody asked this, so it must not be logged
                pass
    except StopIteration:
        pass
    except Exception:  # the first visitor will be told; a page that is slow at first is better than none
        traceback.print_exc(file=sys.stderr)
