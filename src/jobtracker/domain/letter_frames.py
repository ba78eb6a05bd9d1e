"""What stands around a letter's text: sender, recipient, place and date, subject, enclosures.

Each line that needs a value is a section, so that a frame never asks for a missing one.
"""

from collections.abc import Mapping

from jobtracker.domain.known_fields import FieldName
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_parts import FRAME, Part


def _optional(name: FieldName) -> str:
    """A line that is there only where its field has a value."""
    return f"{{{{# {name} }}}}\n{{{{ {name} }}}}\n{{{{/ {name} }}}}\n"


_REACH = ("your_address", "your_email", "your_phone", "your_links")
_SENDER = (
    "{{# your_name }}\n{{ your_name }}\n"
    f"{''.join(map(_optional, _REACH))}"
    "{{/ your_name }}\n"
)
_RECIPIENT = "".join(map(_optional, ("company", "addressee", "company_address")))
_DATES = {
    Language.ENGLISH: "{{ date }}",
    Language.GERMAN: "{{# location }}{{ location }}, {{/ location }}{{ date }}",
    Language.FRENCH: "{{# location }}{{ location }}, le {{/ location }}{{ date }}",
    Language.SPANISH: "{{# location }}{{ location }}, {{/ location }}{{ date }}",
}
_REFERENCES = {
    Language.ENGLISH: "{{# reference }} (reference {{ reference }}){{/ reference }}",
    Language.GERMAN: "{{# reference }}, Kennziffer {{ reference }}{{/ reference }}",
    Language.FRENCH: "{{# reference }} (réf. {{ reference }}){{/ reference }}",
    Language.SPANISH: "{{# reference }} (ref. {{ reference }}){{/ reference }}",
}
_SUBJECTS = {
    Language.ENGLISH: {
        LetterKind.COVER_LETTER: "Application for {{ role }}",
        LetterKind.FOLLOW_UP: "My application for {{ role }}",
        LetterKind.THANK_YOU: "Thank you for the conversation about the {{ role }} position",
        LetterKind.ACCEPTANCE: "Acceptance of your offer: {{ role }}",
        LetterKind.DECLINE: "Your offer: {{ role }}",
        LetterKind.WITHDRAWAL: "Withdrawal of my application for {{ role }}",
        LetterKind.COUNTER_OFFER: "Your offer: {{ role }}",
        LetterKind.MAIL: "My application for {{ role }}",
    },
    Language.GERMAN: {
        LetterKind.COVER_LETTER: "Bewerbung als {{ role }}",
        LetterKind.FOLLOW_UP: "Meine Bewerbung als {{ role }}",
        LetterKind.THANK_YOU: "Unser Gespräch zur Stelle {{ role }}",
        LetterKind.ACCEPTANCE: "Zusage für die Stelle {{ role }}",
        LetterKind.DECLINE: "Ihr Angebot für die Stelle {{ role }}",
        LetterKind.WITHDRAWAL: "Rücknahme meiner Bewerbung als {{ role }}",
        LetterKind.COUNTER_OFFER: "Ihr Angebot für die Stelle {{ role }}",
        LetterKind.MAIL: "Meine Bewerbung als {{ role }}",
    },
    Language.FRENCH: {
        LetterKind.COVER_LETTER: "Objet\u00a0: candidature au poste {{ de_role }}",
        LetterKind.FOLLOW_UP: "Objet\u00a0: ma candidature au poste {{ de_role }}",
        LetterKind.THANK_YOU: "Objet\u00a0: notre entretien pour le poste {{ de_role }}",
        LetterKind.ACCEPTANCE: "Objet\u00a0: acceptation de votre offre, poste {{ de_role }}",
        LetterKind.DECLINE: "Objet\u00a0: votre offre, poste {{ de_role }}",
        LetterKind.WITHDRAWAL: "Objet\u00a0: retrait de ma candidature au poste {{ de_role }}",
        LetterKind.COUNTER_OFFER: "Objet\u00a0: votre offre, poste {{ de_role }}",
        LetterKind.MAIL: "Objet\u00a0: ma candidature au poste {{ de_role }}",
    },
    Language.SPANISH: {
        LetterKind.COVER_LETTER: "Asunto: candidatura al puesto de {{ role }}",
        LetterKind.FOLLOW_UP: "Asunto: mi candidatura al puesto de {{ role }}",
        LetterKind.THANK_YOU: "Asunto: nuestra entrevista para el puesto de {{ role }}",
        LetterKind.ACCEPTANCE: "Asunto: aceptación de su oferta, puesto de {{ role }}",
        LetterKind.DECLINE: "Asunto: su oferta, puesto de {{ role }}",
        LetterKind.WITHDRAWAL: "Asunto: retirada de mi candidatura al puesto de {{ role }}",
        LetterKind.COUNTER_OFFER: "Asunto: su oferta, puesto de {{ role }}",
        LetterKind.MAIL: "Asunto: mi candidatura al puesto de {{ role }}",
    },
}
_ENCLOSURES = {
    Language.ENGLISH: "Enclosures: ",
    Language.GERMAN: "Anlagen: ",
    Language.FRENCH: "Pièces jointes\u00a0: ",
    Language.SPANISH: "Anexos: ",
}


def frame(language: Language, kind: LetterKind) -> Mapping[Part, str]:
    """The text of each part of the frame as the language proposes it. A plain mail has a subject
    alone: its program writes the rest.
    """
    subject = _SUBJECTS[language][kind] + _REFERENCES[language]
    texts = {Part.SUBJECT: f"{{{{# role }}}}{subject}{{{{/ role }}}}"}
    if kind is LetterKind.MAIL:
        return dict.fromkeys(FRAME, "") | texts
    return {
        Part.SENDER: _SENDER,
        Part.RECIPIENT: _RECIPIENT,
        Part.DATE: f"{{{{# date }}}}{_DATES[language]}{{{{/ date }}}}",
        **texts,
        Part.ENCLOSURES: (
            f"{{{{# enclosures }}}}{_ENCLOSURES[language]}{{{{ enclosures }}}}{{{{/ enclosures }}}}"
        ),
    }
