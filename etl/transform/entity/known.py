"""Names that every reader of news knows: countries with their short forms, and bodies known by several names."""

from __future__ import annotations

from typing import Final

#: Short forms and other names of states and unions, folded as ``words_of`` folds them, and their usual name.
COUNTRY_ALIASES: Final[dict[str, str]] = {
    "us": "United States",
    "u.s": "United States",
    "usa": "United States",
    "u.s.a": "United States",
    "united states": "United States",
    "united states of america": "United States",
    "america": "United States",
    "uk": "United Kingdom",
    "u.k": "United Kingdom",
    "united kingdom": "United Kingdom",
    "great britain": "United Kingdom",
    "britain": "United Kingdom",
    "uae": "United Arab Emirates",
    "u.a.e": "United Arab Emirates",
    "emirates": "United Arab Emirates",
    "united arab emirates": "United Arab Emirates",
    "islamic republic of iran": "Iran",
    "russian federation": "Russia",
    "people s republic of china": "China",
    "prc": "China",
    "republic of korea": "South Korea",
    "dprk": "North Korea",
    "drc": "Democratic Republic of Congo",
    "burma": "Myanmar",
    "holland": "Netherlands",
    "czechia": "Czech Republic",
    "czech republic": "Czech Republic",
    "ivory coast": "Ivory Coast",
    "côte d ivoire": "Ivory Coast",
    "türkiye": "Turkey",
}

_COUNTRIES = """Afghanistan;Albania;Algeria;Andorra;Angola;Argentina;Armenia;Australia;Austria;Azerbaijan;Bahamas;
Bahrain;Bangladesh;Barbados;Belarus;Belgium;Belize;Benin;Bhutan;Bolivia;Bosnia;Bosnia and Herzegovina;
Botswana;Brazil;Brunei;Bulgaria;Burkina Faso;Burundi;Cambodia;Cameroon;Canada;Cape Verde;Central
African Republic;Chile;China;Colombia;Comoros;Congo;Costa Rica;Croatia;Cuba;Cyprus;Denmark;Djibouti;
Dominican Republic;East Timor;Ecuador;Egypt;El Salvador;Equatorial Guinea;Eritrea;Estonia;Eswatini;
Ethiopia;Fiji;Finland;France;Gabon;Gambia;Germany;Ghana;Greece;Greenland;Grenada;Guatemala;Guinea;
Guyana;Haiti;Honduras;Hungary;Iceland;India;Indonesia;Iran;Iraq;Ireland;Israel;Italy;Jamaica;Japan;
Kazakhstan;Kenya;Kosovo;Kuwait;Kyrgyzstan;Laos;Latvia;Lebanon;Lesotho;Liberia;Libya;Liechtenstein;
Lithuania;Luxembourg;Macedonia;Madagascar;Malawi;Malaysia;Maldives;Mali;Malta;Mauritania;Mauritius;
Mexico;Moldova;Monaco;Mongolia;Montenegro;Morocco;Mozambique;Myanmar;Namibia;Nauru;Nepal;Netherlands;
New Zealand;Nicaragua;Niger;Nigeria;North Korea;North Macedonia;Norway;Oman;Pakistan;Palau;Palestine;
Panama;Papua New Guinea;Paraguay;Peru;Philippines;Poland;Portugal;Qatar;Romania;Russia;Rwanda;Saudi
Arabia;Senegal;Serbia;Seychelles;Sierra Leone;Singapore;Slovakia;Slovenia;Solomon Islands;Somalia;
South Africa;South Korea;South Sudan;Soviet Union;Spain;Sri Lanka;Sudan;Suriname;Sweden;Switzerland;
Syria;Taiwan;Tajikistan;Tanzania;Thailand;Togo;Tonga;Trinidad and Tobago;Tunisia;Turkey;Turkmenistan;
Tuvalu;Uganda;Ukraine;Uruguay;Uzbekistan;Vanuatu;Vatican City;Venezuela;Vietnam;Yemen;Zambia;
Zimbabwe;England;Scotland;Wales;Northern Ireland;Hong Kong;Gaza;Crimea;Kurdistan"""

#: Every country, folded.
COUNTRIES: Final = frozenset(name.strip().lower() for name in _COUNTRIES.split(";")) | frozenset(COUNTRY_ALIASES)


#: Bodies known by several names: folded name -> usual name. A name absent here is only not known to be another's.
BODY_ALIASES: Final[dict[str, str]] = {
    "islamic state": "Islamic State",
    "islamic state group": "Islamic State",
    "islamic state of iraq and syria": "Islamic State",
    "islamic state of iraq and the levant": "Islamic State",
    "isis": "Islamic State",
    "isil": "Islamic State",
    "daesh": "Islamic State",
    "al qaeda": "al-Qaeda",
    "al qaida": "al-Qaeda",
    "hamas": "Hamas",
    "hezbollah": "Hezbollah",
    "hizbollah": "Hezbollah",
    "hizbullah": "Hezbollah",
    "taliban": "Taliban",
    "boko haram": "Boko Haram",
    "al shabaab": "al-Shabaab",
    "eta": "ETA",
    "farc": "FARC",
    "ira": "IRA",
    "pkk": "PKK",
    "nato": "NATO",
    "eu": "European Union",
    "e.u": "European Union",
    "european union": "European Union",
    "un": "United Nations",
    "u.n": "United Nations",
    "united nations": "United Nations",
    "imf": "International Monetary Fund",
    "international monetary fund": "International Monetary Fund",
    "world bank": "World Bank",
    "wto": "World Trade Organization",
    "opec": "OPEC",
    "iaea": "IAEA",
    "unicef": "UNICEF",
    "unesco": "UNESCO",
    "fbi": "FBI",
    "federal bureau of investigation": "FBI",
    "cia": "CIA",
    "central intelligence agency": "CIA",
    "nsa": "NSA",
    "fda": "FDA",
    "epa": "EPA",
    "irs": "IRS",
    "nasa": "NASA",
    "doj": "Justice Department",
    "justice department": "Justice Department",
    "department of justice": "Justice Department",
    "state department": "State Department",
    "department of state": "State Department",
    "defense department": "Pentagon",
    "department of defense": "Pentagon",
    "pentagon": "Pentagon",
    "treasury department": "Treasury Department",
    "dhs": "Department of Homeland Security",
    "department of homeland security": "Department of Homeland Security",
    "gop": "Republican Party",
    "republican party": "Republican Party",
    "dnc": "Democratic National Committee",
    "democratic national committee": "Democratic National Committee",
    "rnc": "Republican National Committee",
    "republican national committee": "Republican National Committee",
    "democratic party": "Democratic Party",
    "kremlin": "Kremlin",
    "white house": "White House",
    "federal reserve": "Federal Reserve",
    "fed": "Federal Reserve",
    "supreme court": "Supreme Court",
    "congress": "Congress",
    "senate": "Senate",
    "who": "World Health Organization",
    "world health organization": "World Health Organization",
    "red cross": "Red Cross",
    "amnesty international": "Amnesty International",
    "human rights watch": "Human Rights Watch",
}

#: Known bodies that a model often calls places or misses; the folded name alone settles the label.
BODY_NAMES: Final = frozenset(BODY_ALIASES) - {"congress", "senate", "supreme court", "fed", "ira", "eta", "who", "un"}
