"""Small word lists that settle what the corpora leave open: NORP, GPE against LOC, FAC, EVENT.

The corpora mark places as one class and peoples as places or "misc"; these lists split them the
same way everywhere, so that the model sees one scheme.
"""

from __future__ import annotations

from etl.language.word_lists import words_of

# Words that name a nationality, a people, a religious or a political group.
_PEOPLES = words_of(
    """
Afghan Albanian Algerian American Andorran Angolan Argentine Argentinian Armenian Australian
Austrian Azerbaijani Azeri Bahamian Bahraini Bangladeshi Barbadian Belarusian Belarussian
Belgian Belizean Beninese Bermudian Bhutanese Bolivian Bosnian Brazilian British Briton Bruneian
Bulgarian Burkinabe Burmese Burundian Cambodian Cameroonian Canadian Catalan Chadian Chilean
Chinese Colombian Comoran Congolese Croat Croatian Cuban Cypriot Czech Danish Dane Djiboutian
Dominican Dutch Ecuadorian Ecuadorean Egyptian Emirati English Equatoguinean Eritrean Estonian
Ethiopian Fijian Filipino Finnish Finn French Frenchman Gabonese Gambian Georgian German
Ghanaian Greek Greenlandic Grenadian Guatemalan Guinean Guyanese Haitian Honduran Hungarian
Icelandic Indian Indonesian Iranian Iraqi Irish Irishman Israeli Italian Ivorian Jamaican
Japanese Jordanian Kazakh Kazakhstani Kenyan Kosovar Kosovan Kuwaiti Kyrgyz Lao Laotian Latvian
Lebanese Liberian Libyan Lithuanian Luxembourgish Macedonian Malagasy Malawian Malaysian
Maldivian Malian Maltese Mauritanian Mauritian Mexican Moldovan Moldavian Monegasque Mongolian
Montenegrin Moroccan Mozambican Namibian Nepalese Nepali Nicaraguan Nigerien Nigerian Norwegian
Omani Pakistani Palestinian Panamanian Papuan Paraguayan Peruvian Polish Pole Portuguese Qatari
Romanian Russian Rwandan Salvadoran Samoan Saudi Scot Scottish Scotsman Senegalese Serb Serbian
Seychellois Singaporean Slovak Slovakian Slovene Slovenian Somali Soviet Spanish Spaniard
Sudanese Surinamese Swazi Swede Swedish Swiss Syrian Taiwanese Tajik Tanzanian Thai Tibetan
Timorese Togolese Tongan Trinidadian Tunisian Turk Turkish Turkmen Ugandan Ukrainian Uruguayan
Uzbek Venezuelan Vietnamese Welsh Welshman Yemeni Yugoslav Yugoslavian Zambian Zimbabwean
African Asian European Arab Arabian Balkan Baltic Byzantine Ottoman Caribbean Caucasian Eurasian
Hispanic Latino Latina Nordic Scandinavian Slavic Persian Roman Prussian Bavarian Texan
Californian Hawaiian Sicilian Venetian Parisian Londoner Western-Saharan Sahrawi Chechen
Dagestani Ingush Ossetian Abkhaz Abkhazian Crimean Tatar Uighur Uyghur Kurd Kurdish Pashtun
Hazara Baluch Baloch Baluchi Sindhi Punjabi Bengali Tamil Sinhalese Rohingya Karen Kachin Hmong
Berber Amazigh Tuareg Hausa Yoruba Igbo Fulani Hutu Tutsi Zulu Xhosa Afrikaner Maasai Oromo
Amhara Tigrayan Maya Mayan Aztec Inca Cherokee Navajo Sioux Apache Inuit Maori Aboriginal
Aborigine Basque Breton Flemish Walloon Roma Romani Gypsy Anglo-Saxon Celtic Norman Viking
Germanic Muslim Moslem Islamic Islamist Sunni Shia Shiite Shi'ite Shi'a Shi'i Salafi Salafist
Wahhabi Wahhabist Alawite Alawi Druze Yazidi Yezidi Ismaili Sufi Houthi Zaydi Ahmadi Ibadi
Christian Catholic Protestant Evangelical Orthodox Anglican Methodist Baptist Lutheran
Presbyterian Episcopalian Mormon Quaker Calvinist Puritan Jesuit Maronite Copt Coptic Assyrian
Chaldean Jew Jewish Judaic Hindu Sikh Buddhist Jain Zoroastrian Parsi Bahai Baha'i Zionist
Republican Democrat Democratic Conservative Labourite Tory Liberal Whig Communist Socialist
Marxist Maoist Leninist Trotskyist Stalinist Nazi Fascist Baathist Ba'athist Peronist Gaullist
Bolshevik Menshevik Jacobin Confederate Unionist Loyalist Islamophobe Likudnik Sandinista
Chavista Zapatista Federalist Libertarian Thatcherite Kemalist Khomeinist Jihadi Jihadist Talib
"""
)

# These are more often something else, or a name's part; they count as NORP only in the plural.
_ONLY_PLURAL = frozenset(
    words_of(
        """
Democratic Conservative Liberal Orthodox Evangelical Karen Roman Roma Norman Jain Aboriginal
Pole Dane Scot Turk Finn Lao Georgian Dominican Loyalist Unionist Labourite Federalist
Libertarian Jihadi Jihadist Talib Islamic Islamist English Maya Inca Confederate
"""
    )
)
_ADJECTIVES_KEPT = frozenset(["Roma", "Maya", "Orthodox", "English", "Islamist", "Jihadist", "Georgian", "Turk"])


def _plural(word: str) -> str:
    if word.endswith(("ese", "ish", "ch", "ss", "ois")):
        return word
    if word.endswith("man"):
        return word[:-3] + "men"
    return word + "s"


NORP_WORDS: frozenset[str] = frozenset(
    [w for w in _PEOPLES if w not in _ONLY_PLURAL or w in _ADJECTIVES_KEPT] + [_plural(w) for w in _PEOPLES]
)

NATURAL_PLACES: frozenset[str] = frozenset(
    words_of(
        """
ocean sea gulf bay strait straits channel river rivers lake lakes creek canal mountain mountains
mount hill hills valley desert peninsula island islands isle isles archipelago coast cape plain
plains plateau forest jungle basin delta falls continent glacier canyon ridge peak range
hemisphere equator pole arctic antarctic reef beach sahara himalayas alps andes balkans caucasus
levant mediterranean atlantic pacific caribbean euphrates tigris nile danube rhine thames sinai
golan crescent steppe swamp wetlands volcano crater moon mars venus jupiter saturn earth sun
"""
    )
)
CONTINENTS: frozenset[str] = frozenset(
    words_of(
        """
africa asia europe america americas oceania antarctica eurasia scandinavia
"""
    )
)
LOC_NAMES: frozenset[str] = frozenset(
    [
        "middle east", "far east", "near east", "north africa", "west africa", "east africa",
        "southern africa", "central africa", "central asia", "southeast asia", "south asia",
        "east asia", "north america", "south america", "latin america", "central america",
        "eastern europe", "western europe", "central europe", "northern europe", "the west",
        "west", "the gulf", "horn of africa", "the levant", "persian gulf", "arabian peninsula",
        "silicon valley", "midwest", "the south", "the east", "maghreb", "sahel", "siberia",
        "kashmir valley", "mesopotamia", "sub-saharan africa", "middle  east",
    ]
)  # fmt: skip
FACILITY_HEADS: frozenset[str] = frozenset(
    words_of(
        """
airport airfield airbase base barracks bridge tunnel stadium arena palace castle fort fortress
tower building house hall cathedral church mosque temple synagogue shrine monastery abbey
station terminal port harbor harbour dam highway road street avenue boulevard square plaza park
garden gardens zoo museum library theatre theater prison jail camp hospital hotel mall plant
reactor refinery pipeline checkpoint crossing cemetery memorial monument gate wall interstate
freeway motorway pier dock shipyard embassy consulate villa mansion ranch lane alley observatory
lighthouse courthouse headquarters compound drive route line
"""
    )
)
EVENT_HEADS: frozenset[str] = frozenset(
    words_of(
        """
war wars battle siege revolution uprising revolt rebellion intifada coup invasion massacre
genocide holocaust crisis election elections referendum olympics games cup championship
championships tournament festival summit conference congress marathon prix series bowl hurricane
typhoon cyclone earthquake tsunami storm flood disaster attack attacks bombing bombings
operation offensive campaign expo fair protest protests spring famine plague pandemic epidemic
depression convention primary primaries caucus caucuses derby open wwi wwii armistice exhibition
"""
    )
)
TITLES: frozenset[str] = frozenset(
    words_of(
        """
mr mrs ms miss dr doctor prof professor president vice-president senator sen rep representative
congressman congresswoman governor gov mayor minister premier chancellor secretary ambassador
general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm commander
chief sheikh shaikh sheik king queen prince princess emperor empress sultan emir imam ayatollah
mullah pope cardinal archbishop bishop reverend rev father sir lord lady dame judge justice
coach chairman chairwoman director sheriff marshal baron count duke duchess saint uncle aunt
brother sister grand prime foreign defense deputy vice former then us u.s. uk
"""
    )
)


_LAST_WORDS = NORP_WORDS | {"Korean", "Koreans", "Zealander", "Zealanders"}


def is_norp(words: tuple[str, ...]) -> bool:
    """Whether a one- or two-word span names a people or group ("Iraqi", "South Koreans")."""
    if not words or words[-1] not in _LAST_WORDS:
        return False
    return (
        len(words) == 1
        or (len(words) == 2 and words[0] in {"South", "North", "New", "Saudi", "Sri", "Ivory", "Sierra"})
        or (len(words) == 3 and words[1] == "-" and words[0] in NORP_WORDS | {"Sino", "Anglo"})
    )


def place_label(words: tuple[str, ...]) -> str:
    """GPE, LOC or FAC for a span that a corpus calls a place, by its words."""
    lower = tuple(w.lower() for w in words)
    name = " ".join(lower)
    bare = name.removeprefix("the ")
    if name in LOC_NAMES or bare in LOC_NAMES or bare in CONTINENTS:
        return "LOC"
    if lower and (lower[-1] in NATURAL_PLACES or lower[0] in {"mount", "mt.", "mt", "lake", "river"}):
        return "LOC"
    if len(lower) > 1 and lower[-1] in FACILITY_HEADS and name != "white house":
        return "FAC"
    if name in {"white house", "the white house"}:
        return "ORG"
    if len(lower) > 3 and lower[1] in {"of", "-"} and lower[0] in {"strait", "gulf", "bay", "cape"}:
        return "LOC"
    return "GPE"


def is_event(words: tuple[str, ...]) -> bool:
    """Whether a "misc" span names an event, by its head word or a leading year."""
    lower = [w.lower() for w in words]
    if any(w in EVENT_HEADS for w in lower[-1:]) and len(lower) > 1:
        return True
    if "war" in lower and len(lower) > 2:
        return True
    return (
        len(lower) > 2
        and any(w in ("battle", "siege", "treaty", "summer", "winter", "war") for w in lower[:3])
        and "treaty" not in lower
    )
