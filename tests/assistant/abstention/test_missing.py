"""What is asked for and not there, by rule; and what is there is let through."""

from __future__ import annotations

import pytest

from assistant.abstention.missing import missing
from assistant.finding.reranking import Scored
from tests.assistant.abstention.likely import found, reason


def test_who_is_asked_after_may_be_told_of_by_title_where_the_reader_is_sure() -> None:
    question, told = "What did Councillor Probert say of the hall?", found("The Chair said that the hall was damp.")
    assert missing(question, told) is not None
    assert missing(question, told, sure=True) is None


def test_a_name_may_be_there_in_a_form_that_no_rule_knows_where_the_reader_is_sure() -> None:
    question, told = "Who will go to the hall?", found("Hall rota, first week: Probert.")
    assert missing(question, told) is not None
    assert missing(question, told, sure=True) is None
    assert missing("Who voted against the hall?", found("The hall was voted on."), sure=True) is not None


@pytest.mark.parametrize(
    ("question", "likeliest", "far_behind"),
    [
        ("Which firm went out of business?", "The firm had ceased to trade.", "The roof was mended by Probert & Sons Ltd."),
        ("Who voted against the battery?", "Carried by 9 votes to 1.", "Against: Councillor Probert (1)"),
        ("How many came to the fair?", "The fair was thought a success.", "The hall has 41 stalls."),
    ],
)
def test_what_is_far_less_likely_to_be_meant_tells_no_name_and_no_figure(question: str, likeliest: str, far_behind: str) -> None:
    def units(share: float) -> list[Scored]:
        first, second = found(likeliest, far_behind)
        return [first._replace(share=1 - share), second._replace(share=share, passage=1)]

    assert missing(question, units(0.05)) is not None
    assert missing(question, units(0.45)) is None


@pytest.mark.parametrize("sure", [True, False])
@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("We should invite Jim Vole to talk of the hall.", True),
        ("The Clerk has e-mailed Jim Vole about the hall.", True),
        ("The Clerk had written to Jim Vole, who replied that the hall was his.", False),
        ("Jim Vole thanked the Clerk for the hall.", False),
    ],
)
def test_who_is_only_written_to_has_said_nothing(text: str, silent: bool, sure: bool) -> None:
    assert (missing("What did Jim Vole say about the hall?", found(text), sure=sure) is not None) == silent


def test_who_was_written_to_may_have_answered_in_the_next_sentence() -> None:
    written, replied = found("The Clerk has e-mailed Jim Vole about the hall.", "He replied that the hall was his.")
    told = [written, replied._replace(unit=replied.unit.model_copy(update={"hanging": True}))]
    assert missing("What did Jim Vole say about the hall?", told) is None
    assert missing("What did Jim Vole say about the hall?", told, sure=True) is None


@pytest.mark.parametrize(
    ("question", "there", "not_there"),
    [
        ("How many stalls has the hall?", "The hall has 41 stalls.", "The hall has many stalls."),
        ("How many stalls has the hall?", "There are some fifteen stalls.", "No rent was paid for stalls."),
        ("How many residents minded the stalls?", "One resident minded.", "One of the stalls was full; residents minded."),
        ("How many of the 12 stalls were let?", "All 12 stalls were let.", "Stalls were let."),
        (
            "What did Mrs Probert say of the hall?",
            "Mrs Probert said that at present the hall was damp.",
            "Present: Mrs Probert, of the hall.",
        ),
        ("Who spoke against the hall?", "Councillor Probert spoke against.", "A Member spoke against."),
        ("Who will ask about the hall?", "Pam Vole will ask the owner.", "Market Hall will ask the owner."),
        ("Who seconded the closing of the hall?", "Proposed by RB and seconded by MCa.", "It was seconded and carried."),
        ("Who will go to the hall?", "IK agreed to go to the hall.", "The AGM is in the hall."),
        ("Who will replace Ann Vole?", "Jim Reed will replace Ann Vole.", "Ann Vole confirmed that she would go."),
        ("Who came second in the fair?", "Ashby won, beating Greenlaw (2nd).", "The fair was won by one point."),
        ("Which businesses were flooded?", "Probert & Sons was flooded.", "Councillor Ann Vole said that five were flooded."),
        ("Which pest controller did the hall ask?", "The hall asked Vole Control Services.", "The hall has asked a pest controller."),
        ("Which firm mended Vole Hall?", "Vole Hall was mended by Probert Ltd.", "Vole Hall was mended by a firm."),
        ("Who proposed the closing of the hall?", "It was moved by Councillor Probert.", "Councillor Probert was sorry."),
        ("Who moved the closing of the hall?", "Proposed by: Councillor Probert;", "Councillor Probert was sorry."),
        ("Who moved the closing of the hall?", "L. Ash, T. Reed: That the hall be closed. Carried.", "The hall was closed. Carried."),
        ("Who abstained on the hall?", "Councillor Probert abstained.", "Carried by 7 votes, 2 Members abstaining."),
        ("Which councillor voted against it?", "Against: Councillor Probert (1)", "Carried, 7 to 1, as Councillor Probert proposed."),
        ("Pwy bleidleisiodd yn erbyn?", "Pleidleisiodd y Cynghorydd Probert yn erbyn.", "Derbyniwyd cynnig y Cynghorydd Probert."),
        (
            "Who abstained on the hall?",
            "Councillor Probert, proposed by the Clerk, abstained.",
            "Moved by Councillor Probert, 2 abstentions.",
        ),
        (
            "How did Ann Probert vote on the hall?",
            "For (2): Councillors Ash and Probert",
            "Apologies were received from Councillor Probert.",
        ),
        ("How did Ann Probert vote on the hall?", "The motion was carried unanimously.", "Councillor Probert asked for a hall."),
        ("How did the members vote on the hall?", "It was carried by 8 votes to 3.", "The hall was damp."),
        ("Who put forward the closing of the hall?", "That it be closed was put forward by Mr Ash.", "Mr Ash was sorry."),
        ("Who owns the hall?", "Tesco owns the hall.", "It owns the hall."),
        ("Who won the contract for the hall?", "The contract was awarded to Biffa.", "The contract was awarded to the lowest bidder."),
        ("Which contractor cleans the hall?", "The hall is run by Biffa.", "The hall is run by volunteers."),
        ("Who is to write to the firm?", "Write to the firm – JB", "Write to the firm."),
        (
            "Why did Councillor Probert leave the hall?",
            "Councillor Probert left the chamber, being a keeper of the hall.",
            "Councillor Treharne left the hall.",
        ),
        ("Who owns the hall?", "The hall belongs to Tesco.", "The hall belongs to somebody else."),
        ("Who won the tender for the hall?", "The tender of idverde be accepted.", "The tender of £4,100 be accepted."),
        ("Who complained of the hall?", "Residents of Mill Road had complained.", "A resident of Mill Road complained."),
        ("Who found the thief?", "The thief was found by the police.", "The thief was found; the police were told."),
        ("Who painted the hall?", "Volunteers painted the hall.", "The hall was painted; volunteers were fed."),
        ("Who runs the hall?", "The hall is run by HMPPS.", "RESOLVED that the hall be run."),
        ("Who seconded the closing?", "Moved by Mr Ash, seconded by Mr Reed.", "It was moved by Mr Ash."),
        ("Who seconded the closing?", "Proposed: JA Seconded: TR", "It was proposed and seconded that it be closed."),
        ("Who moved the closing?", "On the motion of Mr Ash it was closed.", "The proposed closing was moved to May."),
        ("Which contractor cleans the hall?", "Mill Road Cleaning Ltd cleans it.", "The hall in Mill Road is cleaned."),
        ("Which bank lent for the hall?", "A loan was raised with Triodos.", "A loan was raised with difficulty."),
        ("Which bank holds the money?", "It is held with Unity Trust.", "It is held in a deposit account."),
        ("Pa ysgol sydd i gau?", "Bydd Ysgol y Garn yn cau.", "Bydd un o'r ysgolion yn cau."),
        ("Pa gwmni sy'n rhedeg y neuadd?", "Mae Hamdden Cyf yn ei rhedeg.", "Mae cwmni yn ei rhedeg."),
        ("Which school uses the hall?", "Ysgol y Garn uses it on Mondays.", "Ysgol arall uses it on Mondays."),
        ("Which school uses the hall?", "Ysgol Nant Isaf uses it on Mondays.", "A school uses it on Mondays."),
        ("Which firm repaired the hall?", "Pritchard & Sons repaired it.", "A local firm repaired it."),
        ("How much was owed on 31 March 2024?", "On 31 March 2024 the sum of £41 was owed.", "On 31 May 2024 the sum of £41 was owed."),
        ("What did Councillor Probert say of the hall?", "Councillor Probert disliked the hall.", "Councillor Probert sent apologies."),
        ("What did Councillor Probert say of the hall?", "Councillor Probert disliked the hall.", "Councillor Treharne disliked the hall."),
    ],
)
def test_an_answer_holds_what_is_asked_for(question: str, there: str, not_there: str) -> None:
    assert reason(question, there) is None
    assert reason(question, not_there) is not None


@pytest.mark.parametrize(
    ("question", "there", "not_there"),
    [
        ("How much is paid for water?", "Nothing is paid for water.", "Water is paid for."),
        ("How much is the hire of the hall?", "The hall is free of charge to scouts.", "The scouts hire the hall."),
        ("How many came?", "Dozens came.", "They came on 3 May 2024."),
        ("How many complaints were made?", "Complaints: 4", "Complaints were made in 2023/24."),
        ("How many complaints were made?", "They made 7 at 8.30 p.m.", "At 8.30 p.m. complaints were made under item 7."),
        ("How many bookings were there?", "By then there were 2024 bookings.", "In 2023 there were bookings."),
        ("Faint o dai fydd yno?", "Bydd deuddeg o dai yno.", "Bydd tai yno."),
        ("Faint o blant sydd yno?", "Mae yno ugain o blant.", "Mae plant yno."),
        ("What did the roof cost?", "The roof cost £3,000.", "The roof was mended."),
        ("What would the hall have cost to heat?", "To heat it would have cost £90.", "It was not heated."),
        ("What was the lowest tender?", "Tenders: £3,000, £4,000.", "The lowest tender was accepted."),
        ("What is the Clerk paid?", "The Clerk is paid £9,000.", "The Clerk's pay was approved."),
        ("What was the turnout?", "The turnout was 41.2%.", "The turnout was good."),
        ("What percentage of stalls is let?", "Two thirds of the stalls are let.", "41 stalls are let."),
        ("What percentage of stalls is let?", "Of the 50 stalls 41 are let, or 82 per cent.", "Stalls let: 41"),
        ("What proportion of tenants paid?", "Nine in ten paid.", "Most of the 90 paid."),
        ("What proportion of tenants paid?", "All of them paid.", "90 paid."),
        ("Pa ganran a ailgylchwyd?", "Ailgylchwyd 62 y cant.", "Ailgylchwyd 62 tunnell."),
        ("How many people came to the fair?", "Some 40 came to the fair.", "The fair made £222.32, and was 2nd in the county in 2016."),
        ("How many pounds did it make?", "It made £222.", "It made a loss."),
        ("What was the cost of the survey?", "The survey was £900.", "The cost of the survey was high."),
        ("What is the clerk’s salary?", "The salary is 9,000.", "The salary was agreed."),
        ("What is the rent of the hall?", "The rent is £40.", "The rent is due on April 1st 2013, as was said on the 25th under No. 10."),
        ("How much is the quote for the hall?", "The quote is 1,200.", "R2021-046: that the quote for the review of 5 halls be accepted."),
        ("How many homes are ready to let?", "19 homes have been made ready.", "19. Homes have been made ready."),
        ("What would it cost to mend the hall?", "The cost is put at €100k.", "The cost is put in the M20 report."),
        ("How many deadly fires were there?", "He noted one fatal fire in the hall.", "It was the one fire that all remembered."),
        ("How many quotes were there for the hall?", "6.2 Three quotes were there.", "6.2 Quotes have been received for the hall."),
        ("What did they pay for the lights?", "The lights were £40.", "The lights were dear."),
    ],
)
def test_a_count_a_sum_and_a_share_are_told_by_figures_of_their_kind(question: str, there: str, not_there: str) -> None:
    assert reason(question, there) is None
    assert reason(question, not_there) is not None


@pytest.mark.parametrize(
    "question",
    ["Which food bank uses the hall?", "Which river bank is the hall on?", "Which business rates does the hall pay?"],
)
def test_not_every_bank_and_business_has_a_name(question: str) -> None:
    assert reason(question, "The hall stands by the church.") is None


def test_a_name_of_the_question_has_to_stand_where_the_answer_would() -> None:
    told = found("The shelter has eight beds for those in need.")
    assert reason("How many beds will Janus provide?", "The shelter has eight beds.") == "what they say about this does not tell of ‘Janus’"
    assert missing("How many beds will Janus provide?", told, sure=True) is None
    assert missing("How many beds has the Old Market shelter?", told) is None, "the heading tells of it"


@pytest.mark.parametrize("question", ["Who manages the 102nd Avenue works?", "When can Westmarketers use the hall?"])
def test_avenues_are_shortened_and_people_called_by_their_place(question: str) -> None:
    assert reason(question, "Westmarket hall opens on 4 June and Ann Probert manages the 102nd Ave works.") is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What did Councillor O'Vole say of the hall?", "Councillor O’Vole said that the hall was damp."),
        ("How did Ann O'Vole vote on the hall?", "For (2): Councillors Ash and O’Vole"),
        ("For how much was the hall sold to the O'Voles?", "The hall was sold to Ann and Jim O’Vole for £41."),
        ("For how much was the hall sold to the Proberts?", "The hall was sold to Ann and Jim Probert for £41."),
    ],
)
def test_a_name_is_the_same_with_another_apostrophe_and_in_the_plural(question: str, told: str) -> None:
    assert reason(question, told) is None


def test_nothing_found_is_for_others_to_judge() -> None:
    assert missing("Who spoke?", []) is None
