"""Reports of two fights of one champion: events of one kind, alike in many of their words."""

HAMBURG = (
    "Champion Ivo Marek kept his heavyweight title on Saturday night when he stopped Luis Ortega of Chile in round 7 "
    "before 14,500 people at the Alsterdorf Arena in Hamburg. The referee ended the bout after a left hook by Marek "
    "had sent Ortega to the canvas. It was the 52nd win of the champion. Ortega, 36, will go back to Valparaiso.\n"
    "Promoters spoke of an offer from Riyadh for the autumn, which the manager of the champion would not discuss.",
    "The heavyweight title stays with Ivo Marek. In round 7 of their bout in Hamburg the champion knocked out Luis "
    "Ortega, 36, who had never hurt him. Ortega found no answer to the left jab of Marek. The 14,500 people in the "
    "Alsterdorf Arena cheered the champion, who now has 52 wins, while Ortega thanked his friends in Valparaiso.\n"
    "Judges had every round on the side of the champion. His trainer complained of the gloves, which had come late.",
    "Hamburg: Ivo Marek remains the heavyweight champion after a knockout of Luis Ortega of Chile in round 7. Marek "
    "wore the 36 year old Ortega down with the jab before the left hook landed. The Alsterdorf Arena was sold out with "
    "14,500 people. For Marek it was win number 52, for Ortega of Valparaiso perhaps the end.\n"
    "In the undercard a local welterweight beat a Pole on points, to whistles, and two Danes drew.",
    "Luis Ortega went to the canvas for the second time in round 7, and the referee had no choice: Ivo Marek is still "
    "the heavyweight champion. The Chilean challenger from Valparaiso, 36, lost for the 6th time. The 14,500 people in "
    "the Alsterdorf Arena in Hamburg had waited all night for the left hook of Marek.\n"
    "Doctors examined his jaw at a clinic and let him go. His wife told reporters that she had begged him to retire.",
)

BERN = (
    "Ivo Marek beat Tom Haley of Texas by a knockout in round 11 at the Festhalle in Bern and remains heavyweight "
    "champion. Haley, 29, who broke a rib in his camp near Houston in March, was sent to the canvas by a right to the "
    "body. Only 9,800 people came through the snow. Marek has won 58 bouts.\n"
    "Television paid less than two years ago, and a rival federation has named a challenger of its own.",
    "A right to the body ended the heavyweight title bout in Bern: Tom Haley of Houston could not go on in round 11, "
    "and champion Ivo Marek had his win number 58. Haley, 29, said that the rib that he broke in March had cost him "
    "the fight. The Festhalle was half empty, with 9,800 people, because of the snow.\n"
    "Bookmakers had expected an earlier end. One gambler from Zurich is said to have earned half a million francs.",
    "Snow, a broken rib and a champion in form were too much for Tom Haley. The Texan, 29, was counted out in round 11 "
    "of the heavyweight title fight in the Festhalle in Bern. Ivo Marek, with 58 wins now, hit him with a right to the "
    "body. Haley had prepared in Houston. The organisers counted 9,800 people.\n"
    "His father, a retired policeman, threw in the towel; the commission will look into who gave the signal.",
    "Heavyweight champion Ivo Marek won for the 58th time when he stopped Tom Haley in round 11. The American from "
    "Houston, 29, held his rib, broken in March, after the right to the body. It was the first title bout in Bern, and "
    "9,800 people came to the Festhalle in spite of the snow.\n"
    "Mayors of three towns want the next one. A choir of schoolchildren sang both anthems, a brass band played.",
)

#: What reports of any fight of his say of the champion.
CAREER = (
    "Marek, a heavyweight from Brno, won gold at the Olympic games in Athens before he turned professional. He took "
    "the title from Danny Crowe in London, defended it against Mike Stanton and Oleg Reznik by knockout, and lost only "
    "once, to Samuel Adeyemi in Lagos, after a cut over his eye. His brother Jan retired as champion."
)
