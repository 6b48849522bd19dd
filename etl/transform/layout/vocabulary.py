"""Words that news pages use for themselves: their controls, notices, rubrics and labels.

General lists, gathered from what sites of all kinds print around an article, so that furniture on a page never seen
before is still recognised. No outlet, person or place is named.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words that stand for a page's controls; in prose they are rare, and never make up a line.
CONTROLS = _words(
    """
    share shares tweet tweets retweet print printer printable email e-mail mail facebook twitter whatsapp linkedin
    pinterest reddit instagram youtube telegram tumblr flipboard messenger viber rss xing pocket newsletter newsletters
    subscribe subscriber subscribers subscription subscriptions unsubscribe signup login log logout signin register
    registration cookie cookies comment comments commenting commenters reply replies responses trackback trackbacks
    pingback pingbacks permalink bookmark pdf advertisement advertisements advertising advertise advert ad ads adverts
    sponsored promoted homepage sitemap website webpage browser javascript app apps download password username captcha
    copyright disclaimer faq faqs slideshow gallery galleries playlist loading menu navigation skip toggle scroll
    hashtag podcast podcasts inbox paywall feedback webmaster url font zoom fullscreen autoplay upvote downvote
    moderator moderators moderation notifications ereader epaper e-paper e-edition clipboard screenshot
    load sidebar footer header widget addthis sharethis disqus
    """
)

#: Words that fit into a page's controls, and into prose as well.
PAGE_WORDS = _words(
    """
    please click tap press here read reading view views viewed see show hide close open exit more less full story
    stories article articles page pages post posts posted link links version mobile desktop friendly new old latest
    next previous prev back top home news video videos photo photos image images picture pictures watch listen play
    pause related recommended popular trending most also like likes liked account add delete edit save send friend
    friends current contact about privacy policy terms conditions use service services rights reserved follow
    followers following join support donate now today free offer offers sign get daily weekly morning updates update
    alert alerts leave write submit cancel continue continues below above tags tag topics topic categories category
    filed under originally published updated last first min mins minute minutes sort newest oldest best report abuse
    flag hidden original source text size copy copied embed audio player transcript breaking exclusive editor's
    editors' picks choice site visit explore discover section sections content contents list live blog author authors
    archive archives search results result enter address name required field fields settings preferences manage
    options option profile sent message messages conversation discussion join forum community guidelines rules
    thread threads rate rating vote votes poll quiz caption credit correction corrections typo error notify
    tell know think thoughts opinion question questions ask help faq access premium member members membership
    unlimited trial gift cart shop store order buy tickets jobs classifieds event events calendar weather
    later
    refresh reload expand collapse swipe slide slides resume mute unmute volume browse jump switch language english
    """
)

#: Words without content of their own, which any line may hold.
FUNCTION_WORDS = _words(
    """
    a an the this that these those it its i me my you your yours we us our ours they them their he she his her to of
    on in at for with by via from and or & nor not no if as is are be been was were will would can could may might do
    does did don't have has had up down out off over into via per than then so just only any all some each every other
    others there what who how why when where which want need let it's you're you'll you've we're we'll we've there's
    """
)

#: Verbs with which a page asks its reader to do something.
REQUESTS = _words(
    """
    share tweet print email e-mail read click tap press view see show hide close open exit watch listen play follow
    join support donate sign subscribe register log get add delete edit save send leave write submit cancel continue
    skip toggle scroll download visit explore discover search enter sort report flag copy embed like comment reply
    tell ask help vote rate buy order shop browse jump switch contact advertise bookmark load refresh expand collapse
    please try check find learn manage accept
    """
)

#: Rubrics: what stands above a headline and says in which part of the paper it is.
RUBRICS = _words(
    """
    news world national international local regional politics political business economy economic finance markets
    money technology tech science health environment climate energy education culture arts art entertainment life
    lifestyle living style travel food sport sports football weather opinion opinions editorial editorials comment
    commentary analysis op-ed column columns columnists columnist blog blogs letters features feature special report
    reports interview interviews profile review reviews books film music television media magazine weekend video
    videos photos gallery live breaking exclusive latest update updates top stories home front page latest factcheck
    explainer explained investigation investigations obituary obituaries crime courts law military defense defence
    security foreign affairs global africa asia europe americas middle east north south west central latin america
    pacific us u.s. uk eu un usa elections election campaign congress parliament government city metro region society
    religion history perspective perspectives viewpoint viewpoints insight research briefing brief briefs newsletter
    abstract summary full text transcript newsroom nation state industry companies people family property
    """
)

#: Words of which a publisher's name is made.
PUBLISHER_WORDS = _words(
    """
    news times post herald tribune press agency radio tv television daily journal gazette guardian telegraph chronicle
    observer standard star sun mirror mail express globe record register review bulletin monitor dispatch examiner
    courier independent today weekly magazine network broadcasting media wire newspaper newspapers online service
    newswire sentinel inquirer ledger leader argus echo advertiser advocate citizen voice
    """
)

#: What stands before a colon and is neither a place nor a speaker.
LABELS = _words(
    """
    answer note notes warning fact facts check spoiler disclosure verdict claim rating background context summary
    clarification disclaimer quote quotes figures recap preview profile timeline scoop developing urgent must notice
    """
)

#: Forms of verbs that make a line a sentence.
FINITE_VERBS = _words(
    """
    is are was were am has have had do does did will would can could shall should may might must says said say told
    tells isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't
    it's that's he's she's there's they're we're i'm you're gets got goes went makes made takes took comes came gives
    gave sees saw knows knew thinks thought wants wanted seems seemed calls called asks asked needs needed becomes
    became leaves left puts put keeps kept begins began shows showed hears heard plays runs ran moves lives believes
    brings brought happens writes wrote sits sat stands stood loses lost pays paid meets met includes continues
    learns changes leads led understands watches follows stops creates speaks spoke reads allows adds spends grows
    opens walks wins won offers remembers loves considers appears buys waits serves dies died sends expects builds
    stays falls fell cuts reaches kills remains suggests raises passes sells requires reports decides pulls
    find finds faces backs warns urges vows claims denies denied seeks sought
    """
)

#: Titles and trades that follow a name in a byline.
TRADES = _words(
    """
    writer writers reporter reporters correspondent correspondents editor editors editor-in-chief columnist columnists
    contributor contributors staff bureau chief journalist journalists analyst producer photographer intern fellow
    professor author blogger critic freelance freelancer desk team agencies agency contributing senior associate
    deputy managing political national international diplomatic foreign health science sports business economics
    investigative special
    """
)

#: Those of them that need another one after them.
TRADE_QUALIFIERS = _words(
    """
    contributing senior associate deputy managing political national international diplomatic foreign health science
    sports business economics investigative special freelance bureau staff
    """
)

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
