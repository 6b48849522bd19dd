"""Names that newspapers write about and small corpora lack: for swaps in training, and known ones.

Written by hand from general knowledge. People's names come from the country lists (names/).
"""

from __future__ import annotations

MEDIA = """
Reuters|BloombergView|Bloomberg View|Bloomberg|Bloomberg News|the Associated Press|AP|AFP
|Agence France-Presse|UPI|Interfax|TASS|RIA Novosti|Xinhua|Kyodo|Anadolu|Anadolu Agency|IRNA
|Fars|Fars News|Tasnim|Mehr|SANA|Petra|WAM|Press TV|Al Jazeera|Al-Jazeera|Al Arabiya|Al-Arabiya
|Al-Monitor|Al-Hayat|Asharq al-Awsat|Al-Ahram|Al-Manar|Al-Mayadeen|Rudaw|Kurdistan 24|Ynet
|Haaretz|Maariv|The Jerusalem Post|Arutz Sheva|Kan|BBC|BBC News|ITV|Sky News|Channel 4
|The Guardian|the Guardian|The Times|The Sunday Times|The Telegraph|the Daily Telegraph
|The Independent|the Financial Times|FT|The Economist|The Sun|the Daily Mail|MailOnline
|the Daily Mirror|The Spectator|New Statesman|The New York Times|the New York Times|NYT
|The Washington Post|the Washington Post|WaPo|The Wall Street Journal|the Wall Street Journal
|WSJ|the WSJ|USA Today|USA TODAY|the Los Angeles Times|LA Times|the Chicago Tribune
|the Boston Globe|the Miami Herald|Politico|POLITICO|The Hill|Axios|Vox|Slate|Salon|HuffPost
|The Huffington Post|BuzzFeed|BuzzFeed News|The Daily Beast|The Intercept|ProPublica|Newsweek
|Time|TIME|The Atlantic|The New Yorker|Foreign Policy|Foreign Affairs|National Review
|The Weekly Standard|Breitbart|Breitbart News|The Blaze|TheBlaze|Newsmax|Fox News|CNN|MSNBC|NBC
|NBC News|ABC News|CBS|CBS News|NPR|PBS|C-SPAN|VOA|Voice of America|Radio Free Europe
|Radio Farda|Deutsche Welle|Der Spiegel|Spiegel|Bild|Die Welt|Die Zeit|Le Monde|Le Figaro
|Libération|El País|El Mundo|La Repubblica|Corriere della Sera|Kommersant|Novaya Gazeta|RT
|Sputnik|MarketWatch|PowerLine|RealClearPolitics|FiveThirtyEight|BusinessInsider
|Business Insider|CNBC|Forbes|OpenDemocracy|WikiLeaks|YouTube|Twitter|Facebook|Long War Journal
|Middle East Eye|MEMRI|Stratfor|Jane's|Defense News|Military Times|Stars and Stripes|DefenseOne
|WarOnTheRocks|Lawfare|NewsNation|DailyKos|MoveOn|NowThis|TechCrunch|GlobalPost
"""

FORCES = """
the Islamic State|Islamic State|ISIS|ISIL|IS|Daesh|al-Qaeda|al-Qaida|Al Qaeda|al Qaeda|al Qaida|al-Nusra Front
|Jabhat al-Nusra|Ahrar al-Sham|the Free Syrian Army|FSA|the Syrian Democratic Forces|SDF|YPG|YPJ
|PKK|PYD|Peshmerga|the Peshmerga|Hezbollah|Hizballah|Kataib Hezbollah|Asaib Ahl al-Haq
|the Mahdi Army|the Badr Organization|the Badr Brigades|Hashd al-Shaabi
|the Popular Mobilization Units|PMU|PMF|Hamas|Islamic Jihad|Fatah|the Taliban|Taliban|Taleban|Boko Haram
|al-Shabaab|Ansar al-Sharia|Ansar Allah|the Houthis|the Quds Force|Quds Force|IRGC
|the Revolutionary Guards|the Revolutionary Guard|the Basij|Mossad|Shin Bet|the IDF|IDF
|Unit 8200|the Iraqi Army|the Syrian Army|the Afghan National Army|ISI|NATO|the Pentagon
|Pentagon|CENTCOM|the CIA|CIA|FBI|NSA|DIA|DHS|the State Department|State Department
|the Defense Department|the Treasury|the Joint Chiefs of Staff|the U.S. Army|the US Navy
|the U.S. Air Force|the Marine Corps|the Navy SEALs|Delta Force|the 82nd Airborne Division
|Blackwater|Wagner|the Kremlin|FSB|GRU|MI5|MI6|the Ministry of Defence|the Foreign Office
|Downing Street|the Knesset|the White House|White House|Congress|the Senate
|the House of Representatives|Parliament|the Supreme Court|the Iraqi Parliament|the Majlis
|the United Nations|UN|the U.N.|the UN Security Council|the Security Council|IAEA
|the European Union|EU|the Arab League|OPEC|GCC|the African Union|the World Bank|IMF
|the Red Cross|Amnesty International|Human Rights Watch|HRW|Doctors Without Borders|UNICEF|UNHCR
|Likud|the Labor Party|Yesh Atid|Ennahda|the Muslim Brotherhood|the Dawa Party|AKP|CHP|HDP
|the Republican Party|the Democratic Party|GOP|the Tea Party|the Conservative Party|Labour|UKIP
|the SNP|Sinn Féin|Syriza|Podemos|AfD|the CDU|the National Front|United Russia
|the Brookings Institution|Heritage Foundation|RAND|the Council on Foreign Relations|AIPAC
|J Street|the NRA|ACLU|AFL-CIO|Lockheed Martin|Boeing|Raytheon|BP|Exxon|Gazprom|Rosneft|Aramco
|Goldman Sachs|Google|Apple|Amazon|Microsoft|Huawei|Uber|Tesla|Volkswagen
|the Senate Intelligence Committee|the House Foreign Affairs Committee
|the Committee on Armed Services|MEK|PMOI|the National Council of Resistance|Code Pink
"""

PLACES = """
Mosul|Fallujah|Ramadi|Tikrit|Samarra|Baiji|Sinjar|Erbil|Irbil|Kirkuk|Najaf|Karbala|Basra
|Nasiriyah|Anbar|Anbar Province|Nineveh|Diyala|Salahuddin|Sulaymaniyah|Kurdistan|Iraqi Kurdistan
|Tal Afar|Haditha|Hit|Abu Ghraib|Baghdad|Aleppo|Idlib|Homs|Hama|Raqqa|Deir ez-Zor|Palmyra
|Latakia|Tartus|Daraa|Kobani|Afrin|Manbij|Qamishli|Ghouta|Douma|Damascus|Beirut|Tripoli|Sidon
|Tyre|Baalbek|Arsal|Gaza|Gaza City|Rafah|Khan Younis|Ramallah|Nablus|Jenin|Hebron|Bethlehem
|Jericho|Jerusalem|Tel Aviv|Haifa|Ashdod|Ashkelon|Sderot|Eilat|Amman|Zarqa|Irbid|Riyadh|Jeddah
|Mecca|Medina|Dammam|Qatif|Sanaa|Aden|Taiz|Hodeidah|Marib|Saada|Muscat|Doha|Manama|Kuwait City
|Abu Dhabi|Dubai|Sharjah|Tehran|Qom|Mashhad|Isfahan|Tabriz|Shiraz|Ahvaz|Natanz|Fordow|Arak
|Bushehr|Parchin|Kabul|Kandahar|Helmand|Jalalabad|Kunduz|Herat|Mazar-i-Sharif|Ghazni|Islamabad
|Karachi|Lahore|Peshawar|Quetta|Rawalpindi|Swat|North Waziristan|Cairo|Alexandria|Suez|Port Said
|Benghazi|Misrata|Sirte|Derna|Tobruk|Tunis|Algiers|Khartoum|Darfur|Juba|Mogadishu|Ankara
|Istanbul|Izmir|Diyarbakir|Gaziantep|Incirlik|Donetsk|Luhansk|Kharkiv|Mariupol|Kherson|Odessa
|Crimea|Sevastopol|Grozny|Tbilisi|Yerevan|Baku|Stepanakert|Vienna|Fairfax|Columbus|Austin
|Little Rock|Va.|Ark.|Ohio|Calif.|Texas|Washington|Arlington|the United States|the U.S.|US|U.S.
|USA|America|Britain|the UK|UK|U.K.|the Netherlands|Ivory Coast|South Korea|North Korea
|Saudi Arabia|the United Arab Emirates|UAE|Bosnia|Kosovo|Russia|China|Israel|Iran|Iraq|Syria
|Yemen|Lebanon|Turkey|Afghanistan|Pakistan|Palestine|Jordan|Egypt|Libya|Bahrain|Oman
"""


COMPANIES = """
McDonald's|Wendy's|Burger King|Taco Bell|Subway|Starbucks|Domino's|Domino's Pizza|Pizza Hut|Chipotle|KFC
|Macy's|Kohl's|Levi's|Sotheby's|Christie's|Moody's|Lloyd's|Lloyds|Sainsbury's|Marks & Spencer|Tesco|Asda|Aldi
|Trader Joe's|Whole Foods|Walmart|Wal-Mart|Target|Costco|Best Buy|Home Depot|Lowe's|Dick's Sporting Goods
|Ikea|Zara|H&M|Nike|Adidas|Gap|Bloomingdale's|Tiffany & Co.|Johnson & Johnson|Procter & Gamble|Unilever|Nestlé
|Pepsi|PepsiCo|Coca-Cola|Anheuser-Busch|Heineken|Kraft Heinz|Kellogg's|Ben & Jerry's|Cracker Barrel
|Ford|Ford Motor Co.|General Motors|GM|Chrysler|Toyota|Honda|Nissan|Hyundai|Kia|BMW|Daimler|Fiat|Renault|Saab
|Airbus|Bombardier|Delta|Delta Air Lines|United Airlines|American Airlines|JetBlue|Southwest Airlines|Ryanair
|EasyJet|British Airways|Lufthansa|Emirates|Qatar Airways|Malaysia Airlines|AirAsia|Amtrak|FedEx|UPS|DHL|Maersk
|Hilton|Hyatt|Marriott|Airbnb|Lyft|Netflix|Disney|Pixar|Sony|Nintendo|Samsung|LG|Nokia|Intel|IBM|Oracle|Cisco
|Hewlett-Packard|Dell|Yahoo|Mozilla|the Mozilla Foundation|Wikipedia|Instagram|Snapchat|TikTok|Spotify|eBay|PayPal
|Verizon|AT&T|Comcast|Vodafone|Orange|T-Mobile|Siemens|Philips|Bayer|Monsanto|Pfizer|Merck|Novartis|Roche
|AstraZeneca|Moderna|GlaxoSmithKline|Eli Lilly|Chevron|Shell|Royal Dutch Shell|Total|ConocoPhillips|Halliburton
|Enron|PG&E|Con Edison|Duke Energy|Citigroup|Citibank|JPMorgan Chase|Wells Fargo|Bank of America|Morgan Stanley
|Merrill Lynch|Lehman Brothers|Bear Stearns|Barclays|HSBC|Deutsche Bank|UBS|Credit Suisse|BNP Paribas|Santander
|AIG|Berkshire Hathaway|BlackRock|Deloitte|KPMG|Ernst & Young|PwC|McKinsey|Accenture|Standard & Poor's|Fitch
|Fannie Mae|Freddie Mac|the Federal Reserve|the Bank of England|the European Central Bank|the New York Stock Exchange
|Nasdaq|the SEC|the IRS|the EPA|the FDA|the FAA|the CDC|NASA|NOAA|FEMA|USDA|the U.S. Department of Agriculture
|the Department of Justice|the Department of Homeland Security|the General Services Administration|GSA|OMB|GAO
|the Office of Personnel Management|the National Weather Service|the Census Bureau|the Coast Guard|the Secret Service
|the City of Chicago|the New York Police Department|NYPD|LAPD|Scotland Yard|the Metropolitan Police|the Garda|the RCMP
|the High Court|the Court of Appeals|the Superior Court|the International Criminal Court|the House of Commons
|Harvard|Harvard University|Yale|Princeton University|Stanford|Stanford University|MIT|Georgia Tech|UCLA|Oxford
|Oxford University|Cambridge University|the University of Michigan|the University of Texas at Austin|Columbia University
|the Mayo Clinic|Johns Hopkins University|Kaiser Permanente|St. Jude Children's Research Hospital|the Smithsonian
|Greenpeace|Oxfam|Save the Children|the Salvation Army|the Sierra Club|Planned Parenthood|the Gates Foundation
|the Catholic Church|the Church of England|the Vatican|FIFA|UEFA|the IOC|the NFL|NBA|MLB|the NCAA|Manchester United
|Real Madrid|Barcelona|Chelsea|the New York Yankees|the Chicago Bulls|the Dallas Cowboys|the Boston Red Sox|Arsenal
|the Teamsters|the United Auto Workers|UAW|the AFL-CIO|the Chamber of Commerce|the American Medical Association
"""

#: Small firms are called after people: "Ray's Pizza", "Burch Brothers Roofing".
TRADES = """
Pizza|Grill|Diner|Bakery|Cafe|Bar & Grill|Auto Repair|Auto Sales|Motors|Hardware|Pharmacy|Plumbing|Roofing|Karate
|Furniture|Jewelers|Books|Dental|Salon|Cleaners|Florist|Nursery|Brewing|Construction|Farms|Market
"""


def listed(block: str) -> list[tuple[str, ...]]:
    """The names as token tuples; a name broken over a line is joined again."""
    names = " ".join(block.split()).split("|")
    return [_tokens(n) for n in (" ".join(x.split()) for x in names) if n]


def _tokens(name: str) -> tuple[str, ...]:
    tokens: list[str] = []
    for word in name.split(" "):
        stem = word.removesuffix("'s")
        for i, part in enumerate(stem.split("-")):
            tokens += ["-"] * (i > 0) + [part]
        tokens += ["'s"] * (stem != word)
    return tuple(t for t in tokens if t)
