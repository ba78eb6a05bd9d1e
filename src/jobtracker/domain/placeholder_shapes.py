"""What placeholders look like, and what looks like one and is none.

Each shape is a stretch of one regular expression that reads a text once, from left to right; the
first that fits at a place takes it. Shields go first: what they cover is no placeholder. Every
repeat has a bound, so that reading is linear in the length of the text.
"""

import re
from collections.abc import Iterable
from enum import StrEnum


class PlaceholderStyle(StrEnum):
    DOUBLE_BRACES = "double_braces"  # {{COMPANY_NAME}}, {{ company }}, {{{company}}}
    BRACES = "braces"  # {company}
    BRACKETS = "brackets"  # [Company], [[Company]]
    ANGLES = "angles"  # <Company>, <<Company>>
    GUILLEMETS = "guillemets"  # «Company», as a mail merge prints it
    MERGE_FIELD = "merge_field"  # { MERGEFIELD Company \* MERGEFORMAT }
    MACRO = "macro"  # \company, \companyname{}, \todo{...}
    ARGUMENT = "argument"  # \recipient{Company}{Address}
    UNDERSCORES = "underscores"  # __NAME__
    DOLLAR = "dollar"  # $COMPANY, ${company}
    PERCENT = "percent"  # %COMPANY%, %(company)s, %s
    MARKS = "marks"  # *|FNAME|*, @@NAME@@, ##NAME##, #NAME#, @Company, -NAME-
    CODE = "code"  # {% if %}, <%= name %>
    PARENTHESES = "parentheses"  # (Your Name), (insert company)
    CROSSES = "crosses"  # XXXX, XX years, 20XX, xxx-xxx-xxxx
    BLANK = "blank"  # Dear ______, Dear ......, ###-####, ???
    LINE = "line"  # "Your Name" on a line of its own
    SAMPLE = "sample"  # Max Mustermann, yourname@example.com, XYZ Company
    PROMPT = "prompt"  # Click or tap here to enter text.
    WORD = "word"  # TBD, TODO, Lorem ipsum, COMPANY_NAME
    STRAY = "stray"  # {{ or }} without its partner


_SHIELDS = {
    "CODE_SPAN": r"`[^`\n]{1,500}`",
    "LINK": r"(?<!!)\[[^\[\]\n]{0,200}\]\([^()\s]{1,500}\)"
    r"|!\[[^\[\]\n]{0,200}\]\([^()\n]{0,500}\)",
    "REFERENCE": r"\[[^\[\]\n]{1,100}\]:[ \t]{1,8}(?:https?:|www\.|mailto:|[/\#<])",
    "FOOTNOTE": r"\[\^[^\[\]\n]{1,40}\]",
    "CHECKBOX": r"[-*+][ \t]{1,8}\[(?:[ x]|X(?!\]\+?[ ]years))\](?=[ \t])",
    "RULE": r"(?<![^\n])(?:_{3,200}|\.{3,200}|\#{1,80}|\?{3,80})[ \t]{0,8}$",
    "HEADING": r"(?<![^\n])\#{1,6}[ \t]",
    "FORMULA": r"\$(?![\s\d{])(?=[^$\n]{0,80}[\\^=+])[^$\n\[\]<>]{1,80}(?<!\s)\$(?![\w$])",
    "ENVIRONMENT": r"[%$](?:[A-Z]{1,20}_)?(?:PATH|HOME|APPDATA|TEMP|TMP|USERPROFILE|WINDIR)\b%?",
}

_SITE = r"(?:https?://)?(?:www\.)?(?:linkedin\.com/in|github\.com|gitlab\.com)"
_YOUR = r"your[._-]?(?:full[._-]?)?(?:name|e?mail|profile|username|user|handle)"
_NUMBER = (
    r"(?:years?|yrs|months?|percent|people|employees|customers|Jahren?|Jahre|ans|años|[mb]illion"
    r"|millions|thousand|Millionen|Prozent|millones)"
)
_ASKED = (
    r"(?:(?:FULL|FIRST|LAST|COMPANY|JOB|PHONE|EMAIL|STREET)[ ])?(?:NAME|SKILL|COMPANY|ADDRESS|EMAIL"
    r"|PHONE|NUMBER|TITLE|CITY|DEGREE|FIELD|INDUSTRY|ROLE|POSITION|UNIVERSITY|SIGNATURE|ACHIEVEMENT"
    r"|REASON|EMPLOYER)"
)
_IN_CAPITALS = (
    rf"(?:YOUR[ ]{_ASKED}(?:[ ]HERE)?|(?:INSERT|ENTER|ADD|TYPE|FILL[ ]IN)(?:[ ](?:YOUR|THE|A|AN))?"
    rf"[ ]{_ASKED}(?:[ ]HERE)?|(?:[A-Z]{{2,20}}[ ]){{0,2}}{_ASKED}[ ]HERE"
    r"|(?:COMPANY|EMPLOYER|JOB|POSITION|ROLE|HIRING[ ]MANAGER|RECIPIENT)[ ](?:NAME|TITLE|ADDRESS)"
    r"|(?:IHR|DEIN|MEIN)[ ](?:NAME|VORNAME|NACHNAME)"
    r"|(?:FIRMENNAME|FIRMA|NAME|STELLE)[ ](?:HIER[ ])?(?:EINFÜGEN|EINSETZEN|EINTRAGEN)"
    r"|FIRMENNAME|NAME[ ]DE[RS][ ](?:UNTERNEHMENS|FIRMA)"
    r"|(?:VOTRE|MON)[ ](?:NOM|PRÉNOM)|NOM[ ]DE[ ]L['’]ENTREPRISE|NOM[ ]DE[ ]LA[ ]SOCIÉTÉ"
    r"|(?:SU|TU|MI)[ ]NOMBRE|NOMBRE[ ]DE[ ]LA[ ]EMPRESA"
    r"|(?:INSÉRER|INSERTAR)(?:[ ][A-ZÉÑ']{2,20}){1,4}"
    r")(?![\w])"
)
_UNNAMED = (
    r"(?:(?<=\bat[ ])|(?<=\bjoin[ ])|(?<=\bwith[ ])|(?<=\bbei[ ])|(?<=\bfür[ ])|(?<=\bzu[ ])"
    r"|(?<=\bchez[ ])|(?<=\bpour[ ])|(?<=rejoindre[ ])|(?<=\ben[ ])|(?<=\bpara[ ])|(?<=\bcon[ ]))"
    r"(?:Company[ ]Name|Name[ ](?:des[ ]Unternehmens|der[ ]Firma)"
    r"|[Nn]om[ ]de[ ](?:l['’]entreprise|la[ ]société)|[Nn]ombre[ ]de[ ]la[ ]empresa)\b"
)

_SIGN_SHAPES = {
    PlaceholderStyle.MERGE_FIELD: r"\{[ ]{0,4}(?:MERGEFIELD|IF)\b"
    r"(?:[^{}\n]|\{[^{}\n]{0,100}\}){0,200}\}",
    PlaceholderStyle.DOUBLE_BRACES: r"\{\{\{[^{}\n]{0,200}\}\}\} | \{\{[^{}\n]{0,200}\}\}",
    PlaceholderStyle.CODE: r"\{[%\#][^{}\n]{0,200}[%\#]\} | <%[^<>\n]{0,200}%>",
    PlaceholderStyle.STRAY: r"\{\{[{%\#]* | \}\}+ | \{[%\#] | [%\#]\}",
    PlaceholderStyle.ARGUMENT: r"(?<![\w\\:/])\\[A-Za-z]{2,40}\*?(?:\[[\w ,=.-]{0,80}\])?"
    r"(?:\{[^{}\[\]<>«»\n$%\#_\\]{0,120}\}){1,6}"
    r"|\\(?:re)?newcommand\*?\{\\[A-Za-z]{1,40}\}(?:\[\d\])?(?:\{[^{}\[\]<>\n\\]{0,120}\})?",
    PlaceholderStyle.MACRO: r"(?<![\w\\:/])\\[A-Za-z]{2,40}(?![\w\\{*])",
    PlaceholderStyle.DOLLAR: r"\$\{[^{}\n]{0,100}\} | (?<![\w$])\$[XYZ](?![\w$^+=])"
    r"|(?<![\w$])\$(?![Xx]{2})[A-Za-z_]\w{1,60}\$?",
    PlaceholderStyle.PERCENT: r"%\([^()\n]{1,60}\)[sd] | (?<![\w%])%%?[A-Za-z_]\w{1,60}%%?"
    r"|(?<![\w%])(?<!\d[ ])%[sd](?!\w)",
    PlaceholderStyle.BRACES: r"(?<![\w\\}])\{[ !]{0,4}[^\W_][\w .'’/()&-]{0,100}\}"
    r"|(?<![\w\\})>=])(?<![)>=][ ])\{[ ]{0,4}\}",
    PlaceholderStyle.BRACKETS: r"\[\[(?:[^\[\]\n]|\n(?![ \t]{0,8}\n)){1,200}\]\]"
    r"|(?<![\w!+\\])\[(?:[^\[\]\n]|\n(?![ \t]{0,8}\n)){0,200}\](?!\w)",
    PlaceholderStyle.ANGLES: r"<<[^\W\d_][\w '’/&.,-]{0,80}>>"
    r"|(?<!\w)(?<!\#include[ ])<[^\W\d_][\w '’/&.,-]{0,80}>",
    PlaceholderStyle.GUILLEMETS: r"«[ \u00a0\u202f]?[^\W\d_][\w '’/-]{0,80}?[ \u00a0\u202f]?»",
    PlaceholderStyle.MARKS: r"\*\|[\w :]{1,60}\|\* | @@\w{1,60}@@ | \#\#[A-Za-z]\w{1,60}\#\#"
    r"|(?<![\w\#])\#[A-Z][A-Z_ ]{1,40}\#(?![\w\#]) | (?<![\w@./])@[A-Z][A-Za-z_]{1,40}\b"
    r"|(?<![\w-])-[A-Z_]{2,40}-(?![\w-]) | \$\$[A-Z_]{2,40}\$\$ | >>[A-Z_ ]{2,40}<<"
    r"|(?<!\w)\^[A-Z_]{2,40}\^(?!\w) | (?<!\w)~~?[A-Z_]{2,40}~~?(?!\w)",
    PlaceholderStyle.UNDERSCORES: r"(?<!\w)__[A-Za-z](?:\w(?!__)){0,60}\w?__(?!\w)",
    PlaceholderStyle.BLANK: r"(?<!\w)_{3,200}+(?!\w) | (?<!\w)_(?:[ ]_){3,60}+(?!\w)"
    r"|(?<![\w.…)])(?:\.{4,200}+|…{2,60}+|…\.{1,99}+|\.(?:[ ]\.){3,60}+)(?![ ]?\d|\w)"
    r"|(?:(?<=Dear[ ])|(?<=Frau[ ])|(?<=Herr[ ])|(?<=Madame[ ]))(?:\.{3}|…)(?=[,:])"
    r"|(?<![\w\#&])(?:\(\#{2,4}\)[ -]?)?\#{2,20}(?:[-./ ]\#{2,20}){0,5}(?![\w\#])"
    r"|(?<=[ (])\?{3,20}(?!\w)",
    PlaceholderStyle.PARENTHESES: r"\((?:[Ii]nsert|[Ee]nter|[Aa]dd)\ [^()\n]{1,80}\)"
    r"|\([A-ZÉ][\w'’./ -]{2,60}\)"
    r"|\((?:your|nom|titre|votre|ihre?|dein|name|titel|nombre|título|su|tu|company|employer"
    r"|hiring|job|position|role)[ ][\w'’./ -]{2,60}\)",
}
_WORD_SHAPES = {
    PlaceholderStyle.SAMPLE: rf"\b{_SITE}/{_YOUR}\b | \b(?:{_YOUR}|name|first(?:name)?\.last"
    r"(?:name)?|vorname\.nachname|prenom\.nom|nombre\.apellido)@[\w.-]{1,60}\w"
    r"|\b(?:Max|Erika|Maria)[ ]Mustermann\b | \bMusterfirma(?:[ ](?:GmbH|AG))?\b"
    r"|\bMuster(?:stra(?:ß|ss)e|weg|allee)(?:[ ]\d{1,3})?\b"
    r"|\b(?:\d{5}[ ])?Muster(?:stadt|hausen)\b | \b(?:John|Jane)[ ]Doe\b"
    r"|\b(?:XYZ|ABC)[ ](?:[Cc]ompany|[Cc]orp(?:oration)?|[Ii]nc|[Ll]td|LLC|GmbH|AG|S\.?A)\b"
    r"|\b[Cc]ompany[ ](?:XYZ|ABC|X)\b | \b(?:Firma|Herrn?|Frau)[ ](?:XYZ?|ABC|Muster)\b"
    r"|\b(?:DD|MM|TT|JJ|dd|mm|tt|jj)[./-](?:MM|DD|mm|dd)[./-](?:YYYY|YY|JJJJ|AAAA|yyyy|jjjj|aaaa)\b"
    r"|\bYYYY-MM-DD\b"
    r"|\b555\)?[ .-]555[ .-]\d{4}\b | \b123[ .-]456[ .-]7890\b",
    "ADDRESS": r"\b(?:https?://|www\.)[^\s<>\[\]{}«»]{1,500}",
    PlaceholderStyle.PROMPT: r"\bClick[ ](?:or[ ]tap[ ])?here[ ]to[ ](?:enter|type|add)"
    r"[ ][\w ]{1,40}\.? | \bChoose[ ]an[ ]item\."
    r"|\bKlicken[ ](?:oder[ ]tippen[ ])?Sie(?:[ ]hier)?,?[ ]um[ ][\w ]{1,40}[ ]einzugeben\."
    r"|\bCliquez[ ](?:ou[ ]appuyez[ ])?ici[ ]pour[ ][\w ]{1,40}\."
    r"|\bHaga[ ]clic[ ](?:o[ ]pulse[ ])?aquí[ ]para[ ][\w ]{1,40}\.",
    PlaceholderStyle.CROSSES: r"(?<![A-Za-z0-9])(?!(?<=\d[-./])[Xx]{3,4}(?![-/.,A-Za-z0-9]))"
    r"(?:[Xx]{3,20}(?:[-/.,\ ][Xx]{2,20}){0,6}"
    r"|XX(?:[-/.]X{2,8}){1,3}|(?<=Dear[ ])X(?=[,:])|(?:19|20)(?:XX|xx)"
    rf"|(?:XX?|xx)(?=[+%]|[ ]%|[ ](?:\+[ ])?{_NUMBER}\b)"
    rf"|(?<!Gen[ ])(?<!Generation[ ])[YZ](?=[ ]?%|[ ](?:\+[ ])?{_NUMBER}\b)"
    rf"|x(?=\+[ ]{_NUMBER}\b))[Kk]?(?![A-Za-z0-9])",
    PlaceholderStyle.WORD: r"\b(?:TODO(?![ ](?:app|list|appl))|TBD|TBC|TBA|tbd|tba|FIXME|TKTK)\b"
    r"(?![-‑–][^\W\d_])"
    rf"|\b{_IN_CAPITALS} | {_UNNAMED}"
    r"|\b[Ll]orem[ ]ipsum\b | (?<![\w$%@\#-])[A-Z]{2,20}(?:_[A-Z]{1,20}){1,4}(?!\w)"
    r"|(?:(?<=\bat[ ])|(?<=\bDear[ ])|(?<=\bjoin[ ]))[A-Z]{4,20}(?:[ ][A-Z]{4,20}){0,2}\b"
    r"|\b(?:[Ii]nsert|INSERT|[Ee]nter)[ ](?:\w{1,20}[ ]){1,4}(?:here|HERE)\b",
    PlaceholderStyle.LINE: r"\b(?:Your|Company|Employer(?:['’]s)?|Recipient(?:['’]s)?"
    r"|Hiring[ ]Manager['’]?s?|Street)(?:[ ](?:Full|First|Last|Email|Phone|Street|Company|Job"
    r"|Name|Number|Address|Title|City|State|Location|LinkedIn|Here|here|Signature)){1,3}"
    r"(?=[ \t*]{0,8}(?:$|[|·•,]))"
    r"|\b(?:YOUR|COMPANY|RECIPIENT)(?:[ ](?:FULL|FIRST|LAST|COMPANY|NAME|ADDRESS|EMAIL|PHONE"
    r"|NUMBER|TITLE|CITY)){1,3}(?=[ \t*]{0,8}(?:$|[|·•,]))"
    r"|\b(?:Ihre?|Deine?|Votre|Su|Tu)[ ](?:Vor-[ ]und[ ]Nach)?(?:[Nn]ame|Vorname|Adresse"
    r"|Anschrift|Telefonnummer|E-Mail(?:-Adresse)?|[Nn]om|[Pp]rénom|[Aa]dresse|[Nn]ombre"
    r"|[Dd]irección|[Tt]eléfono)(?=[ \t*]{0,8}(?:$|[|·•,]))"
    r"|\b(?:Vor-[ ]und[ ]Nachname|Vorname[ ]Nachname|First(?:[ ]?[Nn]ame)?[ ]Last(?:[ ]?[Nn]ame)?"
    r"|Prénom(?:[ ]et)?[ ][Nn]om"
    r"|Nombre(?:[ ]y)?[ ][Aa]pellidos?|Firmenname|Nom[ ]de[ ]l['’]entreprise"
    r"|Nombre[ ]de[ ]la[ ]empresa|Name[ ]des[ ]Unternehmens)(?=[ \t*]{0,8}(?:$|[|·•,]))",
}
# Where one may begin; whatever else stands in a letter is passed over at once. Each of these
# begins with one set of characters or with plain words, which is what the engine is quick at.
_BEGINS = (
    re.compile(
        r"""
        [\[{}<«`_\#$%\\*@^~…?!.\-+>(]
        (?: (?<=[\[{}<«`_\#$%\\*@^~…?!]) | (?<=\.)(?=\.|[ ]\.) | (?<=-)(?=[A-Z\ \t])
          | (?<=\+)(?=[ ]) | (?<=>)(?=>) | (?<=\()(?=[A-ZÉ\#]|insert|enter|add
            |(?:your|nom|titre|votre|ihre?|dein|name|titel|nombre|título|su|tu|company|employer
            |hiring|job|position|role)[ ]) )
        """,
        re.VERBOSE,
    ),
    re.compile(
        r"\b(?:tbd|tba|insert|enter|lorem|your|nom de l|name|first|vorname|prenom|nombre|company"
        r"|linkedin|github|gitlab|www|http|dd|mm|tt|jj|xx|x\+)"
    ),
    re.compile(
        r"""
        [A-Z0-9](?<!\w\w)
        (?: (?<=[A-Z])[A-Z] | (?<=X) | (?<=[YZ])(?=[ ]?[%+\w])
          | (?<=C)(?:ompany|li|hoose) | (?<=D)eine?[ ]
          | (?<=E)(?:rika|mploy|nter) | (?<=F)ir | (?<=H)(?:err|aga|iring) | (?<=I)(?:nsert|hre?[ ])
          | (?<=J)(?:oh|an) | (?<=K)lick | (?<=L)orem | (?<=M)(?:ax|ari|ust) | (?<=N)(?:ame|om)
          | (?<=P)r[eé]nom | (?<=R)ecip | (?<=S)(?:treet|u[ ]) | (?<=T)u[ ] | (?<=V)o | (?<=Y)our
          | (?<=5)55 | (?<=1)(?:23|9[Xx]) | (?<=2)0[Xx] | (?<=\d)\d{4}[ ]M )
        """,
        re.VERBOSE,
    ),
)


def begins(text: str) -> list[int]:
    """All places where a placeholder, or what is none, may begin."""
    return sorted(match.start() for pattern in _BEGINS for match in pattern.finditer(text))


def _compiled(shapes: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    named = "|".join(f"(?P<{name}>{shape})" for name, shape in shapes)
    return re.compile(named, re.MULTILINE | re.VERBOSE)


# A shield's name is in capitals, a shape's is its style.
SIGNS = _compiled((*_SHIELDS.items(), *_SIGN_SHAPES.items()))
WORDS = _compiled(_WORD_SHAPES.items())
