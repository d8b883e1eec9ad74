/** Wanting to hurt somebody, or having hurt a partner: said by the one who does it. */
import type { Rule } from '../rule.ts';

export const harmOthers: readonly Rule[] = [
  {
    tier: 'hard', kind: 'crisis.harm-others', whose: 'object', denial: 'usual',
    wording: `
      # done
      s=i ~4 ( hit|hitting|slap|slapped|slapping|punch|punched|punching|beat|beating|beaten|kick|kicked|kicking|choke|choked|choking|strangle|strangled|strangling|smacked|headbutted|stabbed|battered|scratched|backhanded|belted|whacked|assaulted|elbowed ) ~2 o=@themall|someone|friend !up|with|back|at|in|on|feelings|hard|to|account|tears|that|dog|for
      s=i ~4 ( hit|hitting|slap|slapped|slapping|punch|punched|punching|beat|beating|kick|kicked|choke|choked|strangled|smacked ) ~2 o=@themall ( with|in the|on the|to the|hard|at home|up|across|for cheating|for lying|for looking ) !news|questions|texts|message|back|kindness|up|compliments|facts
      s=i ~4 ( shove|shoved|shoving|grab|grabbed|grabbing|drag|dragged|slam|slammed|shook|pinned|pushed|threw|held|pulled|push|restrained ) ~2 o=@themall ~3 ( against|into|down|by|over|across|up|fell|stairs|wall|floor|hair|throat|neck|arm|arms|wrist|hard|ground|bruise|bruises|too hard|shoulders|out )
      s=i ~4 ( shoved|shoving|dragged|slammed ) ~2 o=@themall
      s=i ~4 pushed ~2 o=@themall !to|away|into|too|towards|for|so|out|aside|about|and|further|over
      s=i ~4 ( physically|violent|physical|abusive ) ~2 ( hurt|hurts|abused|with|attacked|to|toward|towards ) ~2 o=@themall|people
      s=i ~4 ( throw|threw|throwing|chucked|hurled|smash|smashed ) ~4 at ~2 o=@themall
      s=i ~3 ( get|got|become|became|am|was|been|turn|turned ) ~2 ( violent|physically abusive|physically aggressive ) !relationship|marriage
      s=i ( get|got|getting ) ~1 physical ~1 ( with him|with her|when|if|during )
      my ( hand|hands|fist|fists ) ~4 o=her|his|@partner ~2 ( throat|neck|face )
      s=i ~3 ( hand|hands ) ~4 o=her|his|@partner|around ~2 ( throat|neck )
      s=i ~3 ( fist|fists ) ~3 ( through|into|wall|door ) ~5 ( her|him|his|next|beside|near )
      s=i ~3 ( raised|raise|laid|lay|put|lifted ) ~2 ( hand|hands|fist|fists|finger ) ~1 ( to|on|against|at|around ) ~2 o=@themall
      s=i ~4 ( threaten|threatened|threatening ) !by ~2 o=@themall ~2 ( with|to kill|to hurt|knife|gun|to hit|to beat|$|again|physically )
      s=i ~4 ( threaten|threatened|threatening ) to ~1 @harm|kill|hurt|hit|beat ~2 o=@themall
      s=i ~1 bit o=@themall
      s=i ~2 ( killed|murdered|shot|stabbed ) o=@themall|someone ( $|and|last|because|today|tonight|when|yesterday|with ~1 ( gun|knife|pistol|rifle|machete|shotgun|weapon ) )
      s=i ~1 @want to hurt o=@themall ~1 ( badly|bad ) !lol
      s=i ~4 ( force|forced|forcing|coerced|pressured ) ~2 o=@themall ~2 ( to|into|have|do )? ~2 ( sex|it|intercourse|sleep with me|bed|$|sleep )
      s=i ~4 made ~2 o=@themall ~1 ( have|do )? ~1 ( sex|intercourse )
      ( said|saying|says|told ) ~2 no ~3 i ~3 ( forced|continued|kept|did not stop|did it|carried|went on|pushed )
      s=i ~3 ( rape|raped|raping|molested ) ~2 o=@themall|someone|girl|woman|child
      ( stop|stopping|quit ) ~1 ( hitting|beating|abusing|slapping|punching|choking ) ~2 o=@themall|girl !up
      i ~1 ( am|was|became|have been|been ) ~1 ( an|the ) ( abuser|batterer )
      i ~1 ( am|was|have been ) ~2 ( abusing|abusive|violent ) ~3
      s=@theyall ~2 ( afraid|scared|terrified|frightened ) of me ~6 ( hit|hurt|violent|violence|temper|angry|rage|snap|yell|physical|did|because|control )
      s=i ~3 ( lost|lose ) ~2 ( control|it|temper ) ~5 ( hit|beat|hurt|slapped|choked|punched|grabbed|pushed|shoved|kicked|strangled|attacked ) ~2 o=@themall|kids|children
      # meant
      s=i ~3 ( want|wants|wanna|going|gonna|will|plan|planning|planned|intend|about|ready|need|decided|tempted|urge|urges|thinking|think|thoughts|fantasize|fantasise|fantasies|imagine|imagining|picturing|dream|dreaming|swear|might|afraid|scared|worried|could|visions|like ) ~4 ( kill|killing|murder|murdering|stab|stabbing|strangle|strangling|poison|poisoning|shoot|shooting|choke|choking|hurt|hurting|harm|harming|beat|beating|attack|attacking|suffocate|slap|slapping|punch|punching|hit|hitting|smash|bash|burn ) ~3 o=@themall|woman|guy|man|people|everyone|them|someone|all|bitch|bastard|both|girl|mum|dad|boss|affair|mistress !@feelings|lol|haha|in|with|by|when|how|for|on|at|up|again|because|more|further|anymore|if|off|like|so|and
      s=i ~3 ( want|wants|wanna|going|gonna|will|plan|planning|planned|intend|about|ready|need|decided|urge|urges|thinking|think|thoughts|fantasize|fantasise|fantasies|imagine|imagining|might|afraid|scared|worried|could ) ~4 ( kill|killing|murder|murdering|stab|stabbing|strangle|strangling|poison|poisoning|shoot|shooting|choke|choking|attack|attacking|suffocate|slap|slapping|punch|punching|hit|hitting|harm|hurt|beat|physically ) ~3 o=@themall|woman|guy|man|people|everyone|them|someone|all|bitch|bastard|both|girl ( if he|if she|when i|when he|when she|in his|in her|in the|with a|with my|for what|for this|for doing|so bad|so badly|and|tonight|slowly|again|because he|because she|physically ) !feelings|game|dream|kindness|forgetting|eating|words
      s=i ~1 ( will|am going to|want to|swear i will|could ) ~2 ( kill|murder|stab|shoot|strangle ) ~1 o=you|@themall|everyone|everybody|people|all !time|it|lol|haha|in|with|for|if|my
      s=i ~1 ( will|am going to|want to ) ~1 ( kill|murder ) o=you all|everyone|them
      s=i ~3 ( want|wish ) ~1 o=@themall ~1 ( dead|gone forever|to die|was dead|would die|were dead|to suffer and die )
      s=i ~2 ( wish|hope ) o=@themall ~2 ( die|dies|was dead|were dead|drops dead|dead )
      s=i ~3 ( make|making ) ~3 o=@themall|guy|woman|lover ~2 ( pay|suffer|bleed|regret ) ~6 ( knife|gun|blood|hurt|kill|physically|bat )
      s=i ~3 ( have|got|bought|buy|getting|grabbed|take|taking|bringing|found ) ~2 ( gun|knife|bat|pistol|rifle|axe|machete|weapon ) ~6 ( going to|his|her|him|house|them|wait|waiting|outside|there|cheating )
      s=i ~3 ( beat|smash|break|cut|slit|bash|burn|run|gut|rip|blow|put ) ~2 o=his|her|their|him|them ~2 ( throat|face|skull|head|legs|over|down|brains|fingers|house down|car up|hospital|grave|balls|teeth|knees ) ~2 !heart
      s=i ~3 ( beat|beating|beats ) ~1 up ~2 ( guy|man|woman|him|her|them|dude|ex|lover )
      s=i ~3 ( beat|beating ) ~2 ( guy|man|woman|him|her|them|dude|ex|lover ) ~1 up
      ( thoughts|urges|urge|fantasies|visions ) ~2 ( hurting|killing|harming|stabbing|strangling|to hurt|to kill|to harm|to stab|murdering|beating ) ~2 o=people|someone|others|@themall|everyone|them|others|her|him|my
      s=i ~3 hurt|hurting|hurts ~2 o=@themall|partner ~1 physically
      s=i ~3 ( make|making|see|watch ) ~1 o=@themall ~1 ( bleed|die|scream in pain|suffer and die )
      ( put|stick|shove|plunge|drive|push ) ~1 a|the|this ~1 knife ~2 ( in|into|through ) ~1 o=@themall !back
      s=i ~4 ( poisoning|poison|poisoned|spike|drug ) ~2 o=his|her|their|@themall
      s=i ~3 ( keep|have|got|carry|bought ) ~1 a|the ~1 ( knife|gun|bat ) ~2 for ~4 ( him|her|woman|man|guy|day|when )
      s=i ~6 ( shoved|slapped|punched|choked|strangled|kicked|hit|beat ) my ~1 o=@partner !up|feelings|with
      ( put|putting|send|want|see ) ~1 o=@themall ~1 in ~2 ( ground|hospital|grave|coffin|wheelchair|morgue ) !visit
      i ~6 ( smash|smashing|crush|crushing|bash|bashing|break|breaking|cave|crack|cracking|punch|punching ) ~2 o=his|her|their ~1 ( skull|face|head|teeth|nose|jaw|bones|neck|fingers ) !heart
      i ~5 ( pull|pulled|pulling|yank|yanked|drag|dragged ) ~1 o=her|his hair
      not trust myself ~4 ( hurt|hit|harm|kill|around ) o=@themall|kids|children|baby
      ( homicidal|murderous ) ~2 ( thoughts|urges|feelings|ideation|rage )
      s=@third ~3 ( want|wants|going|plans|planning|threatens|threatening|threatened ) ~2 ( kill|killing|hurt|shoot|stab|murder ) ~2 o=someone|people|boss|@kin|everyone
    `,
  },
];
