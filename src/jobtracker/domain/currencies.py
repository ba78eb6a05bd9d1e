"""Currencies: how many minor digits each has, and the signs and words people write for it."""

from typing import NamedTuple

# ISO 4217, list one. Two digits where a code is in no other group.
_NO_MINOR = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THREE_MINOR = "BHD IQD JOD KWD LYD OMR TND"
_TWO_MINOR = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD
CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD
HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD
MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON
RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD
TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW ZWG
"""

MINOR_DIGITS: dict[str, int] = {
    **dict.fromkeys(_TWO_MINOR.split(), 2),
    **dict.fromkeys(_NO_MINOR.split(), 0),
    **dict.fromkeys(_THREE_MINOR.split(), 3),
}
"""ISO 4217 code -> digits behind the decimal point."""

USUAL_MINOR_DIGITS = 2
"""What an amount without a known currency is kept with."""


class Sign(NamedTuple):
    """What a written sign says: a code, or None for money of a currency it leaves open.

    `assumed` marks the reading that is only the most likely one, as USD is for a bare `$`;
    `weak` a word that has another meaning too ("lift 50 pounds", "won 3 awards").
    """

    code: str | None
    assumed: bool = False
    weak: bool = False


SYMBOLS: dict[str, Sign] = {
    "$": Sign("USD", assumed=True),
    "¥": Sign("JPY", assumed=True),
    "€": Sign("EUR"),
    "£": Sign("GBP"),
    "₹": Sign("INR"),
    "₩": Sign("KRW"),
    "₽": Sign("RUB"),
    "₪": Sign("ILS"),
    "฿": Sign("THB"),
    "₫": Sign("VND"),
    "₱": Sign("PHP"),
    "₺": Sign("TRY"),
    "₴": Sign("UAH"),
    "₦": Sign("NGN"),
    "₵": Sign("GHS"),
    "₸": Sign("KZT"),
    "₾": Sign("GEL"),
    "US$": Sign("USD"),
    "U$S": Sign("USD"),
    "CA$": Sign("CAD"),
    "CAN$": Sign("CAD"),
    "C$": Sign("CAD"),
    "AU$": Sign("AUD"),
    "A$": Sign("AUD"),
    "NZ$": Sign("NZD"),
    "HK$": Sign("HKD"),
    "SG$": Sign("SGD"),
    "S$": Sign("SGD"),
    "NT$": Sign("TWD"),
    "MX$": Sign("MXN"),
    "AR$": Sign("ARS"),
    "R$": Sign("BRL"),
    "$US": Sign("USD"),
    "$CA": Sign("CAD"),
    "$CAN": Sign("CAD"),
    "$ US": Sign("USD"),
    "$ CA": Sign("CAD"),
    "$ CAN": Sign("CAD"),
    "CN¥": Sign("CNY"),
    "JP¥": Sign("JPY"),
}
"""Signs that hold a symbol; the tokenizer takes the longest that fits."""

_NAMES = {
    "EUR": "euro euros eur евро ευρώ",
    "GBP": "sterling quid",
    "INR": "rs rupee rupees रुपये रुपए",
    "CHF": "sfr franken",
    "JPY": "円",
    "CNY": "yuan rmb renminbi 元 人民币",
    "KRW": "원",
    "TWD": "ntd 台币 新台幣",
    "PLN": "zł zl złotych złote złoty zlotych",
    "CZK": "kč korun",
    "HUF": "forint",
    "BGN": "лв лева",
    "UAH": "грн гривень",
    "RUB": "руб рублей",
    "BRL": "reais",
    "NGN": "naira",
    "KES": "ksh kshs",
    "GHS": "cedis",
    "AED": "dhs dh dirhams درهم",
    "SAR": "riyals ريال",
    "MYR": "ringgit",
    "IDR": "rupiah",
    "THB": "baht บาท",
    "VND": "vnđ đồng",
    "ILS": "nis shekels",
    "BDT": "taka",
}
_EXACT_NAMES = {
    "R": "ZAR",
    "RM": "MYR",
    "Rp": "IDR",
    "RP": "IDR",
    "Fr": "CHF",
    "SR": "SAR",
    "KD": "KWD",
    "BD": "BHD",
    "Ft": "HUF",
    "TL": "TRY",
}
_WEAK_NAMES = {
    "pound": "GBP",
    "pounds": "GBP",
    "won": "KRW",
    "yen": "JPY",
    "lei": "RON",
    "rand": "ZAR",
    "lira": "TRY",
    "dong": "VND",
}
# One name for the money of several countries: money it is, whose is not said.
_SHARED = {
    "kr kronor kroner krónur": "SEK NOK DKK ISK",
    "peso pesos": "MXN ARS CLP COP CUP DOP PHP UYU",
    "franc francs": "CHF BIF CDF DJF GNF KMF RWF XAF XOF XPF",
    "dinar dinars": "BHD DZD IQD JOD KWD LYD RSD TND",
    "dirham": "AED MAD",
    "riyal": "SAR OMR QAR YER",
    "shilling shillings": "KES SOS TZS UGX",
}
_DOLLARS = "dollar dollars bucks dólares dollari"
_DOLLAR_CODES = """USD CAD AUD NZD HKD SGD TWD MXN ARS CLP COP BBD BMD BND BSD BZD DOP FJD GYD JMD
KYD LRD NAD SBD SRD TTD UYU XCD"""

WORDS: dict[str, Sign] = {
    **{word: Sign(code) for code, row in _NAMES.items() for word in row.split()},
    **{word: Sign(code, weak=True) for word, code in _WEAK_NAMES.items()},
    **{word: Sign(None) for row in _SHARED for word in row.split()},
    **dict.fromkeys(_DOLLARS.split(), Sign("USD", assumed=True)),
}
"""Names and abbreviations in lower case."""

EXACT_WORDS: dict[str, Sign] = {
    word: Sign(code, weak=word in {"R", "SR", "KD", "BD", "TL"})
    for word, code in _EXACT_NAMES.items()
}
"""Those that are money only in just these letters: "Ft" is forint, "FT" full time."""

_OPEN = {
    **{word: frozenset(codes.split()) for row, codes in _SHARED.items() for word in row.split()},
    **dict.fromkeys(("$", *_DOLLARS.split()), frozenset(_DOLLAR_CODES.split())),
    "¥": frozenset({"JPY", "CNY"}),
}
"""The currencies that a sign of several may be."""

_EVERYDAY_WORDS = frozenset({"ALL", "TOP"})
_LOWER_CASE = """usd eur gbp cad aud nzd chf inr jpy cny sek nok dkk pln czk huf ron sgd hkd zar brl
mxn aed ils thb php idr myr vnd krw ngn kes"""
_LOWER_CODES = frozenset(_LOWER_CASE.split())


def sign_of(word: str) -> Sign | None:
    """The sign that a symbol, a code or a word is, or None for a word that is no currency.

    Codes count in capitals; the most used ones in any case. "ALL" and "TOP" are codes too,
    but words far more often.
    """
    if word in SYMBOLS:
        return SYMBOLS[word]
    if word in EXACT_WORDS:
        return EXACT_WORDS[word]
    if word in MINOR_DIGITS:
        return None if word in _EVERYDAY_WORDS else Sign(word)
    lower = word.lower()
    if lower in _LOWER_CODES:
        return Sign(lower.upper())
    return WORDS.get(lower)


def can_mean(word: str, code: str) -> bool:
    """Whether a written sign can mean this currency: "$" is CAD too, and never EUR."""
    several = _OPEN.get(word.lower())
    if several is not None:
        return code in several
    sign = sign_of(word)
    return sign is not None and sign.code == code
