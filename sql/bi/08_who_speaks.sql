-- Who gets to speak?
-- Chart: bars, speaker by words.
select
    speaker,
    speaker_kind,
    quotes,
    words,
    share
from report.speaker_share
order by share desc, speaker
limit 30
