"""Given names and the gender that they usually tell. Names borne by both are in both lists."""

from __future__ import annotations

from etl.transform.lexicon import word_set

MALE_NAMES = word_set(
    """aaron abd abdul abu abdullah abraham adam adolf adrian ahmad ahmed aidan akbar akira alan albert alberto
    alejandro aleksandr alex alexander alexei alfonso alfred ali allan allen alvin amir amit amos anders andre
    andreas andrei andrew andy angelo anthony anton antonio antony anwar ari arjun arnold arthur ashraf asif
    augustus austin aziz barack barry bart bashar bashir ben benjamin bernard bernardo bernie bert bill billy
    bob bobby boris brad bradley brandon brendan brent brett brian bruce bruno bryan caleb calvin carl carlo
    carlos casey cesar chad charles charlie chester chris christian christoph christopher chuck claude clarence
    clark claudio clayton clifford clinton clyde colin conor corey craig curtis cyril cyrus daisuke dale dan
    daniel danny darrell darren dave david dean dennis derek devin dick diego dimitri dirk dmitri dmitry dominic
    dominique don donald douglas doug drew duncan dustin dwight earl ed eddie edgar edmund eduardo edward edwin
    eli elias elijah elliot emanuel emil emilio emmanuel enrique eric erich erik ernest ernesto ethan eugene
    evan fabio farhad federico felipe felix ferdinand fernando fidel francis francisco franco francois frank
    franklin fred frederick fritz gabriel gareth garrett gary gavin gennady geoffrey george georges gerald
    gerard gerhard gilbert giovanni giuseppe glen glenn gordon graham grant greg gregory guillermo gustavo guy
    hadi hafez haider hamid hans harold harry harvey hasan hassan hector heinz helmut henri henry herbert herman
    hiroshi hossein howard hugh hugo hussein ian ibrahim ignacio igor ilya imran isaac ismail ivan jack jackson
    jacob jacques jaime jake jamal james jamie jan jared jason javier jay jean jeb jeff jeffrey jeremy jerome
    jerry jesse jesus jim jimmy joachim joaquin joe joel johan johann john johnny jon jonathan jordan jorge jose
    josef joseph josh joshua juan julian julio jun justin kamal karim karl keith ken kenneth kenji kent kevin
    khaled khalid kim kirk klaus kurt kyle lance larry lars laurence laurent lawrence lee leo leon leonard
    leonardo leslie lewis liam lionel lloyd logan lorenzo louis luca lucas luigi luis luke mahdi mahmoud malcolm
    manuel marc marcel marcelo marco marcus mario mark markus marshall martin marvin mason massimo mathew matt
    matteo matthew maurice max maxim mehdi mehmet michael michel miguel mikael mike mikhail milan miles mitch
    mitchell mitt mohamed mohammad mohammed mohsen moises morris moses mohsin muhammad muqtada mustafa nabil
    naftali nathan nathaniel neil nelson newt nicholas nick nicolas nigel nikolai norman nouri oleg oliver
    olivier omar omri orlando oscar osama otto owen pablo paolo patrick paul pavel pedro perry pete peter phil
    philip philippe phillip pierre qassem qasim rafael rahul rajiv ralph ramon rand randall randy raul ray
    raymond rashid recep reggie reginald rene reuben rex reza ricardo richard rick ricky rob robert roberto
    robin rod rodney rodrigo roger roland roman ron ronald ross roy ruben rudy rupert russell ryan sadiq saeed
    saddam salim salman salvador sam samir samuel sanjay satoshi scott sean sebastian sergei sergey sergio seth
    shane shaun shawn sheldon shinzo sidney silvio simon stan stanley stefan stephen steve steven stewart stuart
    sven syed takashi tariq ted terence terrence terry theodore thierry thomas tim timothy tobias todd tom tommy
    tony travis trent trevor tyler umar vernon victor viktor vince vincent vitaly vladimir wade wallace walter
    warren wayne wei werner wesley wilbur wilfred wilhelm will willem william willie winston wolfgang xavier
    yasser yitzhak yossi yusuf zach zachary zhang""",
)

FEMALE_NAMES = word_set(
    """abigail ada adele adriana agnes aisha alexandra alexis alice alicia alison allison alyssa amanda amber amelia
    amina amy ana andrea angela angelina anita ann anna anne annette annie antonia april ariana ashley astrid
    audrey ayesha barbara beatrice beatriz becky belinda benazir bernadette bertha beth betsy betty beverly
    bianca bonnie brenda bridget brigitte britney brittany brooke camila camille carla carly carmen carol carole
    caroline carolyn carrie catherine cathy cecilia celeste charlene charlotte chelsea cheryl chloe christina
    christine cindy claire clara clare claudia colleen condoleezza connie constance corinne courtney crystal
    cynthia daisy dana daniela danielle daphne dawn debbie deborah debra delia denise diana diane dianne dolores
    donna dora doris dorothy edith eileen elaine eleanor elena elise elizabeth ella ellen elsa emily emma erica
    erika erin esther ethel eva eve evelyn farah fatima fatma felicia fiona flora florence frances francesca
    gabriela gabrielle gail georgia gertrude gina giulia gladys gloria grace greta gretchen gwen hannah harriet
    hazel heather heidi helen helena hilary hillary hope huma ida ilana ilhan inga ingrid irene irina iris
    isabel isabella ivanka jacqueline jane janet janice jasmine jean jeanette jeanne jenna jennifer jenny
    jessica jill jo joan joanna joanne jodi josephine joy joyce juanita judith judy julia juliana julie june
    kamala karen kate katharine katherine kathleen kathryn kathy katie katrina kay kayla kellie kelly kellyanne
    kerry kim kimberly kirsten kirstjen kristen kristin kristina lara laura lauren laurie lea leah leila lena
    leslie leticia liliana lillian lily linda lisa liz lois lori lorraine louise lucia lucille lucy luisa lydia
    lynn mabel madeleine madeline madison maggie malala mandy marcia margaret maria marian marianne marie
    marilyn marina marine marion marissa marjorie marlene marsha martha mary maryam maureen maxine may megan
    melanie melania melinda melissa mercedes meredith mia michelle mildred mimi miranda miriam molly mona monica
    nadia nancy naomi natalia natalie natasha nicola nicole nikki nina noor nora norma olga olivia pamela
    patricia paula pauline peggy penelope penny phoebe phyllis priscilla rachel ramona rebecca regina renee
    rhonda rita roberta robin rosa rosalind rosario rose rosemary roxanne ruth sabrina sally salma samantha
    sandra sara sarah sasha shannon sharon sheila shelley sheryl shirley silvia simone sofia sonia sophia sophie
    stacey stacy stella stephanie sue susan susana susanne suzanne sylvia tamara tammy tanya tara tatiana teresa
    tessa thelma theresa tiffany tina toni tracy tulsi ursula valentina valerie vanessa vera veronica vicki
    vicky victoria viola violet virginia vivian wanda wendy whitney yasmin yolanda yulia yvette yvonne zainab
    zoe""",
)


def gender_of(given_name: str) -> str | None:
    """``"m"``, ``"f"``, or ``None`` where the name tells neither."""
    word = given_name.lower()
    is_male, is_female = word in MALE_NAMES, word in FEMALE_NAMES
    if is_male == is_female:
        return None
    return "m" if is_male else "f"


#: Given names that are as often a place, a month or a word, and prove nothing alone.
_UNSURE = word_set(
    """april august austin brooke carolina chance charlotte chelsea clay crystal dakota dale dallas dawn diego drew
    florence francisco georgia glen gloria grace grant hope iris israel jackson jordan jose juan joy june
    justice kent kurt lance lincoln lucas luis madison marina mark marshall mason max may mercedes miles nelson
    norman orlando paris penny preston rand ray regina rich rob rod roman rose ross santiago sofia sydney
    tiffany trinity victoria violet virginia wade warren wayne will"""
)


def is_sure_given_name(word: str) -> bool:
    """Whether ``word`` is a given name and hardly anything else."""
    return is_given_name(word) and word.lower() not in _UNSURE


def is_given_name(word: str) -> bool:
    return word.lower() in MALE_NAMES or word.lower() in FEMALE_NAMES
