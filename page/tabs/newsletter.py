"""The Newsletter tab: a period's stories proposed and chosen, drafted, reviewed sentence by sentence, signed off, taken away as files."""

from __future__ import annotations

import datetime as dt
import sys
import traceback
from collections.abc import Iterator

import gradio as gr
from markupsafe import Markup

from assistant.newsletter import Candidate, reviewing
from assistant.newsletter.reviewing import Place, Review
from assistant.newsletter.templates import NAMES
from ingest.datamodel import Language
from ingest.errors import InputError, MinutewiseError
from page import drafting, newsletter, saving
from page.bilingual import token
from page.drafting import Step, Wish
from page.limits import date
from page.markup import notice
from page.messages import fault
from page.reader import opened
from page.tabs.shared import AT_HAND, IN_LINE, QUIET, Shared, Update, day_filters, reading, script, shown
from page.wording import Words, asked_for
from page.working import Stopped


class NewsletterTab:
    """Widgets by name, and the functions that they call."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared

    def build(self) -> None:
        """What stands where."""
        self.candidates = gr.State(())
        self.wish = gr.State(None)
        self.review = gr.State(None)
        self.editing = gr.State(None)
        with gr.Row(elem_classes="columns"):
            with gr.Column(elem_classes="talk", min_width=280):
                with gr.Row():
                    self.day_from, self.day_to = day_filters("news")
                self.bodies = gr.Dropdown([], multiselect=True, label=token("news.bodies"), elem_id="news-bodies")
                with gr.Row():
                    self.template = gr.Dropdown(
                        [(token(f"news.template.{name}"), name) for name in NAMES],
                        value="residents",
                        label=token("news.template"),
                        elem_id="news-template",
                    )
                    self.language = gr.Dropdown(
                        [("English", "en"), ("Cymraeg", "cy")], value="en", label=token("news.language"), elem_id="news-language"
                    )
                self.election = gr.Checkbox(label=token("news.election"), elem_id="news-election")
                self.propose = gr.Button(token("news.propose"), elem_id="news-propose")
                self.told = gr.HTML(js_on_load=script("stories.js"), apply_default_css=False)
                with gr.Accordion(token("news.choose"), visible=False, elem_classes="filters") as self.stories:
                    self.chosen = gr.CheckboxGroup(
                        [], label=token("news.choose"), show_label=False, elem_id="news-chosen", elem_classes="stories"
                    )
                with gr.Row(elem_classes="buttons"):
                    self.draft = gr.Button(token("news.write"), variant="primary", visible=False, elem_id="news-draft")
                    self.stop = gr.Button(token("stop"), variant="stop", visible=False, elem_id="news-stop")
                self.edition = shown()
                with gr.Column(visible=False, elem_classes="sign-off") as self.finish:
                    self.name = gr.Textbox(label=token("news.name"), max_length=80, elem_id="news-name")
                    with gr.Row(elem_classes="buttons"):
                        self.sign = gr.Button(token("news.sign"), variant="primary", elem_id="news-sign")
                        self.save = gr.Button(token("news.save"), elem_id="news-save")
                    self.signed = gr.HTML(apply_default_css=False)
            with gr.Column(elem_classes="beside-draft", min_width=280):
                with gr.Column(visible=False, elem_classes="editor") as self.editor:
                    self.text = gr.Textbox(label=token("news.text"), lines=4, max_lines=12, max_length=2000, elem_id="news-text")
                    with gr.Row(elem_classes="buttons"):
                        self.keep = gr.Button(token("news.keep"), variant="primary", elem_id="news-keep")
                        self.cancel = gr.Button(token("news.cancel"), elem_id="news-cancel")
                self.reader = reading()

    def connect(self) -> None:
        """What calls what."""
        wished = [self.day_from, self.day_to, self.bodies, self.template, self.language, self.election]
        proposal = [self.told, self.stories, self.chosen, self.draft, self.candidates, self.wish]
        self.propose.click(self.proposed, wished, proposal, **IN_LINE)
        drafted = [self.told, self.stories, self.draft, self.stop, self.edition, self.review, self.finish, self.signed]
        self.draft.click(self.drafted, [self.candidates, self.chosen, self.wish], drafted, **IN_LINE)
        self.stop.click(self.stopped, None, None, **AT_HAND)
        self.edition.select(self.shared.opened, None, self.reader, **AT_HAND)
        reviewed = [self.edition, self.review, self.signed, self.editor, self.text, self.editing, self.reader]
        self.edition.edit(self.judged, [self.review], reviewed, **AT_HAND).then(
            None, **AT_HAND, js="() => setTimeout(() => document.querySelector('.editor textarea')?.focus(), 100)"
        )
        self.keep.click(self.kept, [self.review, self.editing, self.text], reviewed, concurrency_limit=2, **QUIET)
        self.cancel.click(self.cancelled, None, [self.editor, self.editing], **AT_HAND)
        gr.on(
            [self.sign.click, self.name.submit],
            self.signed_off,
            [self.review, self.name],
            [self.edition, self.review, self.signed],
            **AT_HAND,
        )
        self.save.click(self.saved, self.review, self.signed, concurrency_limit=2, **QUIET)

    @property
    def held_inputs(self) -> list[gr.components.Component]:
        """What `held` goes by."""
        return [self.day_from, self.day_to]

    @property
    def held_outputs(self) -> list[gr.components.Component]:
        """What `held` fills."""
        return [self.bodies, self.day_from, self.day_to, self.language]

    def held(self, day_from: str, day_to: str, request: gr.Request) -> tuple[Update, ...]:
        """What can be chosen; the period is the library's last three months until a visitor says another."""
        documents = self.shared.library.lookup.documents()
        days = sorted(one.date for one in documents if one.date)
        names = sorted({one.body for one in documents if one.body})
        last = days[-1] if days else dt.date.today()
        first = max(last - dt.timedelta(days=92), days[0]) if days else last
        return (
            gr.update(choices=names),
            day_from or str(first),
            day_to or str(last),
            "cy" if asked_for(request).language == "cy" and any(one.language == "cy" for one in documents) else "en",
        )

    def proposed(
        self, day_from: str, day_to: str, bodies: list[str] | None, template: str, language: Language, election: bool, request: gr.Request
    ) -> Iterator[tuple[Update, ...]]:
        """The stories of the period, the best of them ticked."""
        say = asked_for(request)
        hidden = (gr.update(visible=False), gr.skip(), gr.update(visible=False), (), None)
        try:
            wish = self._wish(day_from, day_to, bodies, template, language, election, say)
        except InputError as error:
            yield str(notice(error.message, error.hint)), *hidden
            return
        yield _busy(say("news.looking")), *hidden
        try:
            found = drafting.proposed(self.shared.library, wish)
            ticked = drafting.suggested(found, wish)
        except MinutewiseError as error:
            yield str(fault(error.message, error.hint, say)), *hidden
            return
        if not found:
            yield str(notice(say("news.nothing"), say("news.nothing.hint"))), *hidden
            return
        choices = [(newsletter.choice(one, say), one.id) for one in found]
        yield (
            _busy(say("news.found", count=len(found))),
            gr.update(visible=True, open=True),
            gr.update(choices=choices, value=ticked),
            gr.update(visible=True),
            found,
            wish,
        )

    def drafted(
        self, candidates: tuple[Candidate, ...], ids: list[str], wish: Wish | None, request: gr.Request
    ) -> Iterator[tuple[Update, ...]]:
        """The edition, with progress."""
        say = asked_for(request)
        chosen = newsletter.chosen(candidates, ids)
        same = (gr.skip(), gr.skip(), gr.skip(), gr.skip())
        if wish is None or not chosen:
            yield str(notice(say("news.choose.first"))), gr.skip(), gr.skip(), gr.skip(), *same
            return
        shut, open_again = gr.update(open=False), gr.update(open=True)
        waiting, ready = (gr.update(visible=False), gr.update(visible=True)), (gr.update(visible=True), gr.update(visible=False))
        yield _progress(Step(0, len(chosen), chosen[0].title), say), shut, *waiting, *same
        stop = self.shared.stops.new(_desk_of(request))
        try:
            for step in drafting.drafted(self.shared.library, self.shared.engine, chosen, wish, stop):
                if isinstance(step, Review):
                    shown = str(newsletter.review(step, say))
                    yield _busy(say("news.drafted")), gr.skip(), *ready, shown, step, gr.update(visible=True), ""
                else:
                    yield _progress(step, say), gr.skip(), *waiting, *same
        except Stopped:
            yield _busy(say("asking.stopped")), open_again, *ready, *same
        except MinutewiseError as error:
            yield str(fault(error.message, error.hint, say)), open_again, *ready, *same
        except Exception:
            traceback.print_exc(file=sys.stderr)
            yield str(notice(say("fault"), say("fault.hint"))), open_again, *ready, *same

    def stopped(self, request: gr.Request) -> None:
        """Stops the drafting; stories that are finished are kept for the next time."""
        self.shared.stops.stop(_desk_of(request))

    def judged(self, review: Review | None, event: gr.EventData, request: gr.Request) -> tuple[Update, ...]:
        """Edit, accept or leave out: what a button beside a sentence asks for."""
        say = asked_for(request)
        told = event._data
        if review is None:
            return (gr.skip(),) * 7
        place = Place(str(told.get("sentence")), int(told.get("place") or 0))
        act = told.get("do")
        if act == "edit":
            return self._to_edit(review, place, say)
        changes = {"accept": reviewing.accepted, "drop": reviewing.left_out}
        review = reviewing.story_left_out(review, place.article) if act == "story" else changes.get(str(act), _same)(review, place)
        return self._reviewed(review, say)

    def kept(self, review: Review | None, place: Place | None, text: str, request: gr.Request) -> tuple[Update, ...]:
        """The sentence as edited, checked again."""
        if review is None or place is None:
            return (gr.skip(),) * 7
        return self._reviewed(reviewing.edited(self.shared.library, review, Place(*place), text), asked_for(request))

    def cancelled(self) -> tuple[Update, ...]:
        """The sentence stays as it was."""
        return gr.update(visible=False), None

    def signed_off(self, review: Review | None, name: str, request: gr.Request) -> tuple[Update, ...]:
        """A name under the edition, once nothing is unsettled."""
        say = asked_for(request)
        if review is None:
            return gr.skip(), gr.skip(), gr.skip()
        if not (name or "").strip():
            return gr.skip(), gr.skip(), str(notice(say("news.name.first")))
        if count := len(review.unsettled()):
            return gr.skip(), gr.skip(), str(notice(say("news.unsettled", count=count)))
        review = reviewing.signed(review, name)
        return str(newsletter.review(review, say)), review, _busy(say("news.signed", name=" ".join(name.split())))

    def saved(self, review: Review | None, request: gr.Request) -> str:
        """The edition as files; a draft says on every page that it is one."""
        say = asked_for(request)
        if review is None:
            return ""
        try:
            return str(saving.edition(review.edition, say))
        except MinutewiseError as error:
            return str(fault(error.message, error.hint, say))

    def _wish(
        self, day_from: str, day_to: str, bodies: list[str] | None, template: str, language: Language, election: bool, say: Words
    ) -> Wish:
        first, last = date(day_from, say("filter.from.short"), say), date(day_to, say("filter.to.short"), say)
        if first is None or last is None:
            raise InputError(say("news.period"), say("filter.no.date.hint"))
        if first > last:
            raise InputError(say("filter.order", first=say.day(first), last=say.day(last)), say("filter.order.hint"))
        return Wish(first, last, tuple(bodies or ()), template, language, election)

    def _to_edit(self, review: Review, place: Place, say: Words) -> tuple[Update, ...]:
        sentence, article = review.sentence(place), review.article(place.article)
        if sentence is None or article is None:
            return (gr.skip(),) * 7
        cited = next((one for one in article.citations if one.key in sentence.citations), None)
        evidence: Update = gr.skip()
        if cited:
            first, last = cited.passage.source.paragraphs
            wanted = {"passage": cited.passage.id, "first": str(first), "last": str(last), "quote": cited.quote}
            evidence = str(opened(self.shared.library, wanted, say))
        return gr.skip(), gr.skip(), "", gr.update(visible=True), sentence.text, place, evidence

    def _reviewed(self, review: Review, say: Words) -> tuple[Update, ...]:
        return str(newsletter.review(review, say)), review, "", gr.update(visible=False), "", None, gr.skip()


def _desk_of(request: gr.Request) -> str:
    """The visitor's newsletter desk: a question asked meanwhile does not stop it."""
    return f"{request.session_hash}, newsletter"


def _same(review: Review, place: Place) -> Review:
    return review


def _busy(text: str) -> str:
    return str(Markup('<p class="aside" role="status">{}</p>').format(text))


def _progress(step: Step, say: Words) -> str:
    return str(
        Markup('<p role="status"><progress max="{}" value="{}" aria-label="{}"></progress> {}: {}</p>').format(
            step.total, step.done, say("news.progress"), say("files.of", done=step.done, total=step.total), step.title
        )
    )
