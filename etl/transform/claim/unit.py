"""Units, currencies and the words that soften a number."""

from __future__ import annotations

from typing import Final

from etl.transform.lexicon import word_list, word_set

#: ISO 4217 codes of signs, as written before or after a number.
SIGNS: Final = dict(
    zip("$£€¥₹₽₪₩₺₦₵₱৳₴₫", word_list("USD GBP EUR JPY INR RUB ILS KRW TRY NGN GHS PHP BDT UAH VND"), strict=True),
)
#: Letters before an amount: the currency's noun, and its code where only one country writes so.
LETTERS: Final[dict[str, tuple[str, str | None]]] = {
    "rs": ("rupee", None),
    "re": ("rupee", None),
    "sh": ("shilling", None),
    "shs": ("shilling", None),
    "ksh": ("shilling", "KES"),
    "kshs": ("shilling", "KES"),
    "ush": ("shilling", "UGX"),
    "ushs": ("shilling", "UGX"),
    "tsh": ("shilling", "TZS"),
    "tk": ("taka", "BDT"),
    "n": ("naira", "NGN"),
    "r": ("rand", "ZAR"),
    "rm": ("ringgit", "MYR"),
    "rp": ("rupiah", "IDR"),
    "k": ("kwacha", None),
}
#: Of these, the ones that are money only where the amount is large: "N95", "R2", "K9" are none.
ONE_LETTER: Final = frozenset(("n", "r", "k"))
#: Letters before a dollar sign.
DOLLARS: Final = {"us": "USD", "c": "CAD", "ca": "CAD", "a": "AUD", "au": "AUD", "nz": "NZD", "hk": "HKD", "s": "SGD"}
CODES: Final = word_set(
    """usd eur gbp jpy cny rmb inr rub chf cad aud nzd sek nok dkk brl mxn zar try krw ils aed sar iqd irr hkd sgd
    pkr bdt lkr npr ngn ghs kes ugx tzs egp thb myr idr php vnd pln huf czk uah qar kwd bhd omr jod lbp isk ars clp
    cop pen"""
)
CURRENCY_NOUNS: Final = {
    "dollar": "USD",
    "buck": "USD",
    "euro": "EUR",
    "sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "ruble": "RUB",
    "rouble": "RUB",
    "franc": "CHF",
    "shekel": "ILS",
    "lira": "TRY",
    "riyal": "SAR",
    "rial": "IRR",
    "dirham": "AED",
    "dinar": "IQD",
    "peso": "MXN",
    "rand": "ZAR",
    "won": "KRW",
    "real": "BRL",
    "krona": "SEK",
    "krone": "NOK",
    "naira": "NGN",
    "cedi": "GHS",
    "taka": "BDT",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "baht": "THB",
    "hryvnia": "UAH",
    "zloty": "PLN",
    "forint": "HUF",
    "koruna": "CZK",
}
#: Money of several countries, whose name alone tells no code.
SHARED_CURRENCIES: Final = word_set("rupee shilling crown kwacha")
#: Words before a currency noun that make it another country's.
CURRENCY_COUNTRIES: Final = {
    ("canadian", "USD"): "CAD",
    ("australian", "USD"): "AUD",
    ("zealand", "USD"): "NZD",
    ("kong", "USD"): "HKD",
    ("singapore", "USD"): "SGD",
    ("american", "USD"): "USD",
    ("danish", "crown"): "DKK",
    ("danish", "NOK"): "DKK",
    ("norwegian", "crown"): "NOK",
    ("norwegian", "NOK"): "NOK",
    ("swedish", "crown"): "SEK",
    ("swedish", "SEK"): "SEK",
    ("icelandic", "SEK"): "ISK",
    ("czech", "crown"): "CZK",
    ("indian", "rupee"): "INR",
    ("pakistani", "rupee"): "PKR",
    ("kenyan", "shilling"): "KES",
    ("ugandan", "shilling"): "UGX",
    ("tanzanian", "shilling"): "TZS",
    ("swiss", "CHF"): "CHF",
    ("kuwaiti", "IQD"): "KWD",
    ("jordanian", "IQD"): "JOD",
    ("iraqi", "IQD"): "IQD",
    ("argentine", "MXN"): "ARS",
    ("chilean", "MXN"): "CLP",
    ("colombian", "MXN"): "COP",
    ("philippine", "MXN"): "PHP",
    ("mexican", "MXN"): "MXN",
}
#: Such words that stand right before the noun.
NATIONAL: Final = frozenset(word for word, _ in CURRENCY_COUNTRIES) - {"zealand", "kong"} | {"us"}

DURATIONS: Final = word_set(
    "second minute hour day week fortnight month quarter year decade century night weekend generation"
)
SHORT_DURATIONS: Final = {"hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute", "sec": "second", "yr": "year"}

_PLAIN_UNITS = word_list(
    """mile kilometre metre centimetre millimetre foot inch yard acre hectare ton tonne kilogram gram ounce litre gallon
    barrel bushel degree megawatt gigawatt kilowatt watt megabyte gigabyte terabyte byte kilobyte knot horsepower
    calorie joule volt light-year"""
)
#: Physical units in the singular, with their short forms.
UNITS: Final = {
    **{unit: unit for unit in _PLAIN_UNITS},
    "kilometer": "kilometre",
    "meter": "metre",
    "centimeter": "centimetre",
    "millimeter": "millimetre",
    "liter": "litre",
    "feet": "foot",
    "kilo": "kilogram",
    "km": "kilometre",
    "kms": "kilometre",
    "cm": "centimetre",
    "mm": "millimetre",
    "kg": "kilogram",
    "kgs": "kilogram",
    "lb": "pound",
    "lbs": "pound",
    "oz": "ounce",
    "ft": "foot",
    "mph": "mile per hour",
    "kph": "kilometre per hour",
    "kmh": "kilometre per hour",
    "mw": "megawatt",
    "gw": "gigawatt",
    "kw": "kilowatt",
    "mb": "megabyte",
    "gb": "gigabyte",
    "tb": "terabyte",
    "°": "degree",
    "ml": "millilitre",
}
SQUARED: Final = word_set("square cubic nautical metric")

#: Words before a number that leave it inexact, longest first within each opening word.
MODIFIERS: Final = (
    "somewhere between",
    "a little over",
    "a little more than",
    "a little under",
    "slightly more than",
    "slightly less than",
    "well over",
    "well above",
    "well below",
    "just over",
    "just under",
    "just below",
    "just above",
    "far more than",
    "no more than",
    "no fewer than",
    "no less than",
    "not more than",
    "more than",
    "greater than",
    "higher than",
    "less than",
    "fewer than",
    "lower than",
    "as many as",
    "as much as",
    "as few as",
    "as little as",
    "at least",
    "at most",
    "up to",
    "close to",
    "upwards of",
    "upward of",
    "in excess of",
    "a minimum of",
    "a maximum of",
    "a total of",
    "an estimated",
    "an average of",
    "some",
    "about",
    "around",
    "approximately",
    "approx",
    "roughly",
    "nearly",
    "almost",
    "over",
    "under",
    "above",
    "below",
    "estimated",
    "circa",
    "perhaps",
    "maybe",
    "possibly",
    "only",
    "another",
    "~",
    "≈",
    "<",
    ">",
)
#: Of these, the ones that say nothing against the number itself.
EXACT_MODIFIERS: Final = frozenset(("only", "another", "a total of"))
#: Words behind a number that leave it inexact.
TRAILING_MODIFIERS: Final = ("or so", "or more", "or fewer", "or less", "plus", "odd", "or thereabouts")
