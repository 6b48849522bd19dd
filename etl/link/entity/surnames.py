"""Last names so common that one person of that name says nothing about another article's."""

from __future__ import annotations

from etl.link.lexicon import word_set

#: The most frequent last names of the English-speaking world, and of some others that are shared by millions.
COMMON = word_set(
    """smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson
    anderson thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis
    robinson walker young allen king wright scott torres nguyen hill flores green adams nelson baker hall
    rivera campbell mitchell carter roberts gomez phillips evans turner diaz parker cruz edwards collins reyes
    stewart morris morales murphy cook rogers gutierrez ortiz morgan cooper peterson bailey reed kelly howard
    ramos kim cox ward richardson watson brooks chavez wood james bennett gray mendoza ruiz hughes price
    alvarez castillo sanders patel myers long ross foster jimenez powell jenkins perry russell sullivan bell
    coleman butler henderson barnes fisher vasquez simmons romero jordan patterson alexander hamilton graham
    reynolds griffin wallace moreno west cole hayes bryant herrera gibson ellis tran medina freeman wells webb
    simpson stevens tucker porter hunter hicks crawford henry boyd mason kennedy warren dixon burns gordon
    shaw holmes rice robertson hunt black daniels palmer mills grant knight ferguson rose stone dunn perkins
    hudson spencer gardner stephens payne pierce berry matthews arnold wagner willis ray watkins olson carroll
    duncan snyder hart cunningham bradley lane andrews ruiz harper fox riley armstrong carpenter weaver greene
    lawrence elliott chavez sims austin peters kelley franklin lawson fields davies walsh obrien byrne ryan
    oconnor khan ahmed ali hussain singh kumar sharma gupta shah chen wang li zhang liu yang huang wu zhou xu
    park choi tanaka suzuki sato ivanov müller muller schmidt schneider fischer weber meyer silva santos
    mohamed mohammed muhammad hassan hussein abdullah ibrahim ahmad mahmoud rahman cohen levy clinton bush may
    marshall"""
)
