"""Postings as plain text: a story for each kind of evidence that the reader goes by."""

from datetime import date

from jobtracker.exchange.postings.plain import read_plain

TODAY = date(2026, 11, 22)


def test_labelled_lines_say_what_they_hold() -> None:
    # Arrange
    text = (
        "Job title: Grid Analyst\nEmployer: Windermoor Power\nLocation: Leeds, UK\n"
        "Salary: £41,000 a year\nClosing date: 14 December 2026\nReq ID: WP-771\n"
    )

    # Act
    posting = read_plain(text, TODAY)

    # Assert
    assert posting.role == "Grid Analyst"
    assert posting.company == "Windermoor Power"
    assert (posting.location, posting.country) == ("Leeds, UK", "GB")
    assert posting.pay == "£41,000 a year"
    assert posting.deadline == date(2026, 12, 14)
    assert posting.reference == "WP-771"


def test_a_label_may_stand_over_its_value() -> None:
    # Act
    posting = read_plain("Lagerist (m/w/d)\nStandort\nFulda\nKennziffer\n2026/14\n", TODAY)

    # Assert
    assert posting.role == "Lagerist"
    assert posting.location == "Fulda"
    assert posting.reference == "2026/14"


def test_the_head_names_role_company_and_place_without_labels() -> None:
    # Act
    posting = read_plain("Data Engineer\nTallgrass Labs · Omaha, NE (Hybrid)\nFull-time\n", TODAY)

    # Assert
    assert (posting.role, posting.company) == ("Data Engineer", "Tallgrass Labs")
    assert (posting.location, posting.country) == ("Omaha, NE", "US")
    assert (posting.work_mode, posting.employment_type) == ("hybrid", "full_time")


def test_one_line_may_name_role_and_company() -> None:
    # Act
    posting = read_plain("Objet : Soudeur (H/F) chez Forges d'Anzin", TODAY)

    # Assert
    assert (posting.role, posting.company) == ("Soudeur", "Forges d'Anzin")


def test_a_sentence_says_who_looks_for_whom_and_where() -> None:
    # Arrange
    text = (
        "Die Gärtnerei Ulmenhof in Husum sucht zum 1. März 2027 eine/n Gärtner (m/w/d) in Teilzeit."
    )

    # Act
    posting = read_plain(text, TODAY)

    # Assert
    assert (posting.role, posting.company) == ("Gärtner", "Gärtnerei Ulmenhof")
    assert (posting.location, posting.employment_type) == ("Husum", "part_time")
    assert posting.deadline is None


def test_the_employer_counts_and_not_the_agency() -> None:
    # Arrange
    text = (
        "My client, Bellmead Instruments, is looking for a Finance Manager to join them.\n\n"
        "Kind regards\n\nRuth Oakley\nSenior Consultant\nOakley Search Recruitment Ltd\n"
    )

    # Act
    posting = read_plain(text, TODAY)

    # Assert
    assert (posting.role, posting.company) == ("Finance Manager", "Bellmead Instruments")
    assert (posting.contact.name, posting.contact.title) == ("Ruth Oakley", "Senior Consultant")


def test_an_agency_is_not_the_employer_it_keeps_to_itself() -> None:
    # Act
    posting = read_plain(
        "Java Developer\nClient: a global insurer\n\nBest\nTom Ash\nBeacon Recruitment Ltd\n", TODAY
    )

    # Assert
    assert posting.role == "Java Developer"
    assert posting.company == ""


def test_machines_that_are_remote_say_nothing_of_the_work() -> None:
    # Arrange
    text = "Systems Engineer\n\nYou look after 400 remote servers and a hybrid cloud.\n"

    # Act
    posting = read_plain(text, TODAY)

    # Assert
    assert posting.work_mode == ""


def test_days_at_home_make_the_work_hybrid_in_each_language() -> None:
    # Arrange
    sentences = (
        "We are in the office, but two days a week from home are fine: 2 days remote.",
        "Zwei Tage in der Woche können Sie im Homeoffice arbeiten.",
        "Deux jours de télétravail par semaine sont possibles.",
    )

    # Act
    modes = {read_plain(sentence, TODAY).work_mode for sentence in sentences}

    # Assert
    assert modes == {"hybrid"}


def test_only_the_pay_of_the_job_is_pay() -> None:
    # Arrange
    text = (
        "Growth Manager\n\nWe raised $40 million. OTE is $180,000; the base salary is $110,000 to "
        "$130,000 a year. We match 401(k) up to $5,000 and pay a $10,000 signing bonus.\n"
    )

    # Act
    posting = read_plain(text, TODAY)

    # Assert
    assert posting.pay == "$110,000 to $130,000 a year"


def test_a_pay_of_one_end_keeps_the_word_that_says_so() -> None:
    assert read_plain("Gehalt: ab 48.000 Euro im Jahr", TODAY).pay == "ab 48.000 Euro im Jahr"


def test_jobs_that_a_page_lists_below_are_not_read() -> None:
    # Arrange
    text = (
        "Pflegekraft (m/w/d)\nHaus Linde\nKiel\nUnbefristet\nJetzt bewerben\nMehr erfahren\n"
        "Ähnliche Jobs\nKoch (m/w/d) - 38.000 € im Jahr - Bewerbungsfrist: 01.12.2026\n"
    )

    # Act
    posting = read_plain(text, TODAY)

    # Assert
    assert posting.role == "Pflegekraft"
    assert (posting.pay, posting.deadline) == ("", None)


def test_the_link_is_the_postings_own() -> None:
    # Arrange
    text = (
        "Privacy: https://acme.example/privacy\nhttps://www.linkedin.com/company/acme\n"
        "Apply at https://acme.example/careers/77.\n"
    )

    # Act
    posting = read_plain(text, TODAY)

    # Assert
    assert posting.url == "https://acme.example/careers/77"


def test_a_contact_is_named_with_what_stands_beside() -> None:
    # Arrange
    text = "Fragen beantwortet Frau Nadine Kress, Personalleiterin, Tel. 0661 5550 231."

    # Act
    contact = read_plain(text, TODAY).contact

    # Assert
    assert contact == ("Frau Nadine Kress", "Personalleiterin", "", "0661 5550 231")


def test_addresses_for_other_matters_are_no_contact() -> None:
    # Arrange
    text = "If you need an accommodation write to accommodations@acme.example or call 316-555-0100."

    # Act
    posting = read_plain(text, TODAY)

    # Assert
    assert not posting.contact.is_known


def test_what_is_not_said_stays_empty() -> None:
    # Act
    posting = read_plain("We had a lovely time at the lake.\nSee you on Sunday!\n", TODAY)

    # Assert
    assert not posting.found
    assert posting.text == "We had a lovely time at the lake.\nSee you on Sunday!\n"
