"""The words of each language that a letter is made of and told apart by."""

from collections.abc import Mapping
from typing import NamedTuple

from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.text import words_of


class LetterWords(NamedTuple):
    """`greetings` and `closings` begin a line that greets or closes, in lower case. `formulas`
    are closings that are whole sentences; `formula_ends` are words such a sentence holds.
    `thanks` close only where they are a line of their own. `subjects` and `enclosures` begin a
    line of that part when they are followed by a colon, `announced` without one.
    """

    months: tuple[str, ...]
    greetings: tuple[str, ...]
    closings: tuple[str, ...]
    thanks: tuple[str, ...]
    formulas: tuple[str, ...]
    formula_ends: tuple[str, ...]
    subjects: tuple[str, ...]
    announced: tuple[str, ...]
    enclosures: tuple[str, ...]
    function_words: frozenset[str]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


_ENGLISH = LetterWords(
    months=_lines(
        "January, February, March, April, May, June, July, August, September, October, November,"
        " December"
    ),
    greetings=_lines(
        "dear, hello, hi, hey, greetings, good morning, good afternoon, good day, good evening,"
        " to whom it may concern"
    ),
    closings=_lines(
        "sincerely, yours sincerely, sincerely yours, yours faithfully, yours truly,"
        " very truly yours, kind regards, best regards, warm regards, warmest regards, regards,"
        " with kind regards, with best regards, with warm regards, kindest regards, best wishes,"
        " with best wishes, all the best, respectfully, respectfully yours, cordially,"
        " with appreciation, with gratitude, with thanks, many thanks and best regards, faithfully"
    ),
    thanks=_lines("best, thanks, thank you, many thanks, cheers, yours, gratefully, warmly"),
    formulas=(),
    formula_ends=(),
    subjects=_lines("re, subject, ref, regarding"),
    announced=_lines("application for, application as, job application"),
    enclosures=_lines("enclosures, enclosure, enclosed, encl, enc, attachments, attached"),
    function_words=words_of(
        "the and of to in is i you that it for with as was my your have at this are be not from"
        " would which on an by we or will has been they their what when where who about can could"
        " me there if but our any all more than how had were do did"
    ),
)
_GERMAN = LetterWords(
    months=_lines(
        "Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November,"
        " Dezember"
    ),
    greetings=_lines(
        "sehr geehrte, sehr geehrter, sehr geehrtes, guten tag, guten morgen, hallo, liebe, lieber,"
        " werte, werter, grüß gott, moin"
    ),
    closings=_lines(
        "mit freundlichen grüßen, mit freundlichem gruß, freundliche grüße, mit besten grüßen,"
        " beste grüße, viele grüße, herzliche grüße, mit herzlichen grüßen, schöne grüße,"
        " liebe grüße, mit vielen grüßen, hochachtungsvoll"
    ),
    thanks=_lines("gruß, vielen dank, danke, besten dank"),
    formulas=(),
    formula_ends=(),
    subjects=_lines("betreff, betr, betrifft"),
    announced=_lines("bewerbung als, bewerbung um, bewerbung für, ihre stellenanzeige"),
    enclosures=_lines("anlagen, anlage, anhang, anhänge, beilagen, beilage"),
    function_words=words_of(
        "der die das und ist ich sie nicht mit zu in den von für auf ein eine einer einem einen im"
        " dem des bei als auch an wie aus ihre ihr ihnen ihrer ihrem ihren mir mich habe bin hat"
        " wird würde werden sind zur zum nach über dass wenn sich wir uns noch kann aber oder durch"
        " meine meiner meinem meinen vor seit unter am war sehr haben gern daran dafür"
    ),
)
_FRENCH = LetterWords(
    months=_lines(
        "janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre,"
        " décembre"
    ),
    greetings=_lines(
        "madame, monsieur, mesdames, messieurs, mademoiselle, bonjour, bonsoir, cher, chère,"
        " chers, chères, à l’attention, à l'attention"
    ),
    closings=_lines(
        "cordialement, bien cordialement, très cordialement, sincères salutations,"
        " salutations distinguées, meilleures salutations, respectueusement,"
        " avec mes salutations, bien à vous, sincèrement"
    ),
    thanks=_lines("merci, merci d’avance, merci d'avance"),
    formulas=_lines(
        "je vous prie, je vous prie d’, je vous prie d', nous vous prions, veuillez agréer,"
        " veuillez recevoir, veuillez croire, recevez, agréez, dans l’attente, dans l'attente,"
        " en vous remerciant, en vous souhaitant"
    ),
    formula_ends=_lines("salutations, sentiments, considération, respects, assurance"),
    subjects=_lines("objet, réf, référence"),
    announced=_lines("candidature au poste, candidature à, candidature pour"),
    enclosures=_lines("pièces jointes, pièce jointe, p.j, pj, annexes"),
    function_words=words_of(
        "le la les de des du et en un une est que qui je vous pour dans sur au aux ce cette avec"
        " par pas ne mon ma mes votre vos nous plus sont être avoir ai ont il elle se sa son ses"
        " leur y mais ou où comme chez depuis ainsi très dont cet suis serais lors entre"
    ),
)
_SPANISH = LetterWords(
    months=_lines(
        "enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre,"
        " diciembre"
    ),
    greetings=_lines(
        "estimado, estimada, estimados, estimadas, apreciado, apreciada, apreciados, hola,"
        " buenos días, buenas tardes, buenas, a quien corresponda, a quien pueda interesar,"
        " a la atención, muy señor, muy señora, muy señores, querido, querida, distinguido,"
        " distinguida"
    ),
    closings=_lines(
        "atentamente, un cordial saludo, cordialmente, saludos cordiales, un saludo, un saludo"
        " cordial, saludos, un atento saludo, atentos saludos, reciba un cordial saludo,"
        " reciban un cordial saludo, le saluda atentamente, les saluda atentamente, muy"
        " atentamente, con un cordial saludo, respetuosamente"
    ),
    thanks=_lines("gracias, muchas gracias, un abrazo"),
    formulas=_lines("reciba, reciban, quedo a la espera, a la espera, agradeciendo"),
    formula_ends=_lines("saludo, saludos, atentamente, cordialmente"),
    subjects=_lines("asunto, ref, referencia"),
    announced=_lines("candidatura al puesto, candidatura para, solicitud de empleo"),
    enclosures=_lines("anexos, anexo, adjuntos, adjunto, documentación adjunta"),
    function_words=words_of(
        "el la los las de del y en un una es que por para con no su sus mi mis al lo como más pero"
        " este esta estos estas ha he son se le les me ser sobre entre cuando muy sin también hasta"
        " desde ya o todo donde quien cual ese esa usted ustedes fue está estoy tengo"
    ),
)
WORDS: Mapping[Language, LetterWords] = {
    Language.ENGLISH: _ENGLISH,
    Language.GERMAN: _GERMAN,
    Language.FRENCH: _FRENCH,
    Language.SPANISH: _SPANISH,
}
