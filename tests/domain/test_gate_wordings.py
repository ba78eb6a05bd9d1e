"""Names of other applications in the words that people put around them, in four languages."""

import pytest

from jobtracker.domain.gate import Finding, GateContext, as_letter, check
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letters import fill

EN, DE, FR, ES = Language.ENGLISH, Language.GERMAN, Language.FRENCH, Language.SPANISH
HERE = GateContext(
    company="Acme Robotics",
    role="Platform Engineer",
    contacts=("Bo Lund",),
    allowed=("Ada Morgan",),
    other_companies=(
        "Northwind Data",
        "Contoso Health",
        "Wingtip Toys GmbH",
        "Bright Horizons",
        "Computer Task Group",
        "Robert Halden KG",
        "Berlin Brands Group",
        "Acme Foods",
        "Crédit Agricole",
        "North Wind Data",
    ),
    other_roles=(
        "Data Engineer",
        "Analyst",
        "Dateningenieurin",
        "Ingénieure de données",
        "Ingeniera de datos",
    ),
    other_contacts=(
        "Katrin Vogel",
        "Wei Chen",
        "Hélène Durand",
        "Lucía García López",
        "Robert Hall",
        "Jan von der Heide",
    ),
    kind=LetterKind.MAIL,
)


def findings(text: str, language: Language) -> tuple[Finding, ...]:
    return check(as_letter(fill(text, {})), HERE._replace(language=language))


def blocking(text: str, language: Language) -> list[str]:
    return [one.rule for one in findings(text, language) if one.blocking]


def named(text: str, language: Language) -> list[str]:
    """Whatever is said about names, hints too."""
    return [one.rule for one in findings(text, language) if one.rule.startswith("other-")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("As your next Data Engineer I would look after the pipelines.", EN),
        ("As your new data engineer, I will start with the tests.", EN),
        ("My years in the field show that I fit the Data Engineer role.", EN),
        ("I have worked with pipelines and want to work as a Data Engineer at your company.", EN),
        ("After ten years I was delighted to see the Analyst vacancy.", EN),
        ("I would be a strong Analyst for your team.", EN),
        ("I am convinced that I am the right Data Engineer for you.", EN),
        ("I have been looking for work, and you are looking for a Data Engineer.", EN),
        ("I hope to become your Data Engineer.", EN),
        ("I am ready to step into the Data Engineer role.", EN),
        ("Gern unterstütze ich Sie als Dateningenieurin.", DE),
        ("I was told of your search for an Analyst.", EN),
        ("I am excited about the prospect of working as an Analyst with you.", EN),
        ("I am the Data Engineer you are looking for.", EN),
        ("Als Ihre neue Dateningenieurin möchte ich Ihnen Arbeit abnehmen.", DE),
        ("Als Ihre nächste Dateningenieurin würde ich mich freuen.", DE),
        ("Ich habe viel gearbeitet und möchte als Dateningenieurin bei Ihnen anfangen.", DE),
        ("Sie suchen eine Dateningenieurin, die gern rechnet.", DE),
        ("Die Aufgaben der Dateningenieurin in Ihrem Hause reizen mich.", DE),
        ("En tant que Ingénieure de données, je pourrais vous aider.", FR),
        ("En tant qu’Analyst, j’apporterais ma rigueur.", FR),
        ("Votre prochaine Ingénieure de données vous écrit.", FR),
        ("Je souhaite mettre mes années au service du rôle de Ingénieure de données.", FR),
        ("Vous recherchez une Ingénieure de données pour votre équipe.", FR),
        ("Como su próxima Ingeniera de datos, cuidaría de todo.", ES),
        ("Quiero trabajar como Ingeniera de datos en su empresa.", ES),
        ("Ustedes buscan una Ingeniera de datos con ganas.", ES),
        ("Encajo en el rol de Ingeniera de datos.", ES),
    ],
)
def test_another_role_as_the_one_applied_for_blocks(text: str, language: Language) -> None:
    assert blocking(text, language) == ["other-role"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I worked with the data engineers.", EN),
        ("I led analysts and wrote for them.", EN),
        ("I reported to the Data Engineer of the group.", EN),
        ("I worked as a Data Engineer at Litware for five years.", EN),
        ("As a Data Engineer I led five people.", EN),
        ("I was promoted to the Analyst role after a year.", EN),
        ("Our analyst liked it.", EN),
        ("Als Dateningenieurin habe ich drei Systeme gebaut.", DE),
        ("Zuletzt war ich als Dateningenieurin bei Litware.", DE),
        ("En tant que Ingénieure de données, j’ai dirigé cinq personnes.", FR),
        ("J’étais Ingénieure de données chez Litware.", FR),
        ("Como Ingeniera de datos aprendí a decir que no.", ES),
        ("Trabajé como Ingeniera de datos en Litware.", ES),
    ],
)
def test_a_role_that_somebody_had_does_not_block(text: str, language: Language) -> None:
    assert blocking(text, language) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I spoke with Mr Chen at the fair.", EN),
        ("As Ms. Vogel told me, you grow.", EN),
        ("Dr. Chen’s talk convinced me.", EN),
        ("Thanks to Prof. Dr. Hall for the advice.", EN),
        ("Frau Vogel hat mir von Ihnen erzählt.", DE),
        ("Vielen Dank an Herrn Dr. Chen und sein Team.", DE),
        ("Auf Frau Vogels Rat schreibe ich Ihnen.", DE),
        ("Herr von der Heide sprach davon.", DE),
        ("Mme Durand m’a parlé de vous.", FR),
        ("J’ai rencontré M. Chen au salon.", FR),
        ("Madame Durand et moi en avons parlé.", FR),
        ("Hablé con la señora García en la feria.", ES),
        ("El Sr. Chen me habló de ustedes.", ES),
        ("Según la Sra. García López, crecen.", ES),
        ("El doctor Chen lo sabe.", ES),
    ],
)
def test_the_family_name_of_another_contact_after_a_title_blocks(
    text: str, language: Language
) -> None:
    assert blocking(text, language) == ["other-contact"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I grew up in Hall.", EN),
        ("I know García’s old town and the Chen river.", EN),
        ("Mr Lund told me about it.", EN),
        ("Ms Morgan is what they call me.", EN),
        ("I was driving; Driving Hall was my first client.", EN),
        ("Ein Vogel sang, eine Frau lachte.", DE),
        ("Frau Lund hat mir geschrieben.", DE),
        ("M. Lund et la rue Durand.", FR),
        ("La señora de la calle García.", ES),
    ],
)
def test_a_family_name_without_a_title_or_of_an_own_contact_is_fine(
    text: str, language: Language
) -> None:
    assert named(text, language) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("At Northwind I would build the pipelines.", EN),
        ("What I admire about Northwind is its calm.", EN),
        ("I have read Northwind’s report twice.", EN),
        ("Northwind has grown.", EN),
        ("I want to join Contoso because it heals.", EN),
        ("Bei Northwind möchte ich anfangen.", DE),
        ("Northwinds Produkte kenne ich gut.", DE),
        ("Chez Northwind, on prend le temps.", FR),
        ("J’admire l’équipe de Northwind depuis longtemps.", FR),
        ("Me gustaría trabajar en Northwind.", ES),
        ("El equipo de Northwind me convenció.", ES),
        ("Ich möchte für Northwind arbeiten.", DE),
        ("Je veux travailler pour Northwind.", FR),
        ("Quiero formar parte de Northwind.", ES),
    ],
)
def test_the_first_word_of_another_company_blocks_where_it_is_one(
    text: str, language: Language
) -> None:
    assert blocking(text, language) == ["other-company"]


def test_the_first_word_of_another_company_is_pointed_out_anywhere() -> None:
    assert named("We compared it to Northwind and others.", EN) == ["other-company"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The northwind blew and the bright sun shone.", EN),
        ("I hold a Bachelor in Computer Science.", EN),
        ("Bright and early, I start the computer.", EN),
        ("I live in Berlin, and Berlin’s lakes are fine.", EN),
        ("My teacher was Robert, and I learned from Robert.", EN),
        ("At Acme I would go on.", EN),
        ("Ich wohne in Berlin und mag Computer.", DE),
        ("J’habite à Berlin avec Robert.", FR),
        ("Vivo en Berlin con Robert.", ES),
    ],
)
def test_a_word_of_every_day_or_of_ones_own_names_no_other_company(
    text: str, language: Language
) -> None:
    assert named(text, language) == []


def test_a_longer_name_with_the_same_first_word_does_not_block() -> None:
    assert blocking("At Northwind Traders I led a team.", EN) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("J’ai remboursé le crédit agricole de mes parents.", FR),
        ("I measured north wind data on the coast.", EN),
        ("Das war ein crédit agricole wie jeder andere.", DE),
        ("un crédit agricole de mi familia", ES),
    ],
)
def test_common_words_in_lower_case_do_not_block(text: str, language: Language) -> None:
    assert blocking(text, language) == []
