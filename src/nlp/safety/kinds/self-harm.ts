/** Ending one's life, wishing to be dead, hurting oneself: said outright, in passing, or around it. */
import type { Rule } from '../rule.ts';

export const selfHarm: readonly Rule[] = [
  {
    tier: 'hard', kind: 'crisis.self-harm', whose: 'subject', denial: 'usual',
    wording: `
      # outright
      s=@anyone ~5 @killself ~1 @self
      @killself @self
      s=@anyone ~5 ( commit|committing|committed|attempt|attempted|attempting|consider|considering|contemplating ) suicide
      s=@anyone ~6 ( about|of|considering|contemplating|planning|into|to|attempted|like|feeling|feel|feels|thinking|commit|been|is|am|was|are|got|getting|being|feelings ) ~2 suicide|suicidal
      s=@partner|@friend|@child|@kin|i suicidal
      s=@anyone|@child ~3 took|taken|take|taking|attempted|swallowed ~2 overdose
      s=@anyone ~4 overdose|overdosed|overdosing|od !on
      s=@anyone ~4 overdosed on ~1 @pills|heroin|purpose|monday|tuesday|wednesday|thursday|friday|saturday|sunday
      ^ suicidal
      ( normal|okay|ok|wrong|weird|bad ) ~2 to ~1 ( be|feel|become ) ~1 suicidal
      suicidal|suicide|selfharm thoughts|thought|ideation|feelings|urges|again|today|tonight|rn
      s=@anyone ~5 @end ~1 my|his|her|their|own ~1 life|lives|existence
      @end my life
      s=@anyone ~5 ( take|taking|took|takes ) my|his|her|their|own ~1 life|lives
      s=@anyone ~4 @end it all|tonight|forever|permanently
      ( end|ending ) it all
      s=@anyone ~4 ( end|ending ) ( things|everything|myself|himself|herself|my ~1 suffering|my ~1 pain ) ~1 tonight|forever|permanently|once|now|myself
      # wishing to be dead
      s=@anyone ~4 @want ~1 to ~2 die !@laugh|of|for|with|on|laughing|in|a|alone
      s=@anyone ~4 @want ~3 to ~1 be dead|gone|buried
      s=@anyone ~3 @want to ~1 just die
      s=@anyone ~2 want|wants die $
      s=i ~2 ( wish|wishing|rather|hope|hoping|hoped|pray|praying|prayed|prefer|begging|beg ) ~4 ( die|dead|died ) !@laugh|of|for|with|on|laughing|than|in
      s=@they ~2 ( wish|wishes|hope|hopes|pray|prays ) ~1 @they|i ~2 ( die|dead|died )
      s=@anyone ~2 ( rather|prefer|better ) ~1 be|being|off ~1 dead
      better|easier|happier|fine|best|relieved|good ~4 if i ( was|were|am|would|died|die|just ) ~2 dead|gone|died|disappeared|die|here
      better off dead
      s=i ~1 @want ~1 my ~1 life ~1 to ( end|stop|be over )
      @want my life ~1 over $
      i ~2 ( hope|hoping|wish|wishing|pray|praying|want|would ) ~1 i|to ~2 ( hit|run over|killed|crushed ) ~1 by ~2 @vehicle
      i ~2 ( hope|hoping|wish|wishing|pray|praying|want ) ~1 i|to ~2 ( get|got|was|were|be ) ( killed|murdered|run over|shot )
      i ~2 ( hope|hoping|wish|wishing|pray|praying|want ) ~3 ( die|dying ) in my sleep
      i ~2 ( hope|hoping|pray|praying ) ~1 i ~3 die ( $|soon|tonight|young|tomorrow )
      ( wish|wishing|want|hope|hoping|pray|praying ) ~1 ( someone|anyone|god|he|she|they ) ~2 ( kill|kills|murder|shoot ) me
      i ~2 ( long|longing|crave|craving|yearn|ache ) ~1 for? death
      ( better|easier|simpler|kinder|best ) if i ( died|die|killed myself|ended it ) !with|of|at|alone|in
      ( dying|death|being dead ) ~1 ( sounds|seems|feels|looks ) ~2 ( nice|good|peaceful|easy|easier|better|okay|tempting|beautiful|comforting )
      i ~1 should ~1 die ( $|and|tonight|now|soon|already )
      why ( will|would|can|could|do ) i ~3 die
      why ( will|would|can ) not i ~3 die
      i ( should|could|might|may as well|want to|will|need to ) ~2 just ~1 die !of|laughing|for|inside|alone
      i should ~1 be ~1 dead
      i ~1 deserve|deserves to die|rot
      let me die
      i ~2 @want ~1 to ~1 ( not exist|stop existing|not be alive|stop living|stop being alive|cease|cease existing )
      i ~2 ( stop existing / stop living / stop being alive / cease to exist / not exist ~1 )
      ( idea|thought|thoughts ) of ~1 ( dying|death|not existing|killing|ending my life|being dead ) ~4 ( comfort|comforts|comforting|peaceful|calm|relief|nice|appealing|soothing|good|tempting|beautiful|happy )
      ( death|dying|dead ) ~3 ( relief|escape|peaceful|easier|solution|option|way out|answer|comforting|welcome|kinder|mercy )
      s=@anyone ~4 @think about|of ~2 ( dying|death|die|killing myself|ending it|end it|not existing|jumping )
      s=@anyone ~3 ( thoughts|urge|urges ) ~1 to|of|about ( die|dying|death|jump|jumping|end it|ending it|end my|ending my|cut|cutting|hurting @self|harming @self|hurt @self|harm @self )
      # hurting oneself
      s=@anyone ~5 @hurtself ~2 @self !at|in|while|playing|by|falling|running|doing|lifting|on|off|dancing|skiing|shaving|cooking|chopping|gardening|slicing|opening
      ( hurting|harming|cutting|burning ) myself
      @hurtself @self ~2 ( on purpose|deliberately|intentionally )
      i ~3 ( @hurtself|broke|bruised ) ~1 my ~1 ( arm|arms|leg|legs|thigh|thighs|wrist|wrists|hand|hands|skin|stomach|belly|face|head|body|foot|feet ) ~3 ( on purpose|deliberately|intentionally )
      i ~3 ( burned|burn|burnt|burning ) ~1 my ~1 ( arm|arms|leg|legs|thigh|thighs|wrist|wrists|hand|hands|skin|stomach|belly|face|head|body|foot|feet ) with ~2 ( lighter|cigarette|cigarettes|match|matches|candle )
      i ~3 ( carved|carve|carving|scratched ) ~4 ( in|into|on ) my ~1 ( arm|arms|leg|legs|thigh|thighs|wrist|wrists|hand|hands|skin|stomach|belly|face|head|body|foot|feet )
      i ~2 ( made|make|making ) myself bleed
      i ~2 ( need|want|going ) to cut ( $|again|tonight|so|badly|right|now )
      i ~2 ( feel|feeling|felt ) like cutting ( $|again|tonight|so|badly|right|now )
      what i ~2 do to myself
      i ~2 ( drank|drink|drinking|swallowed|swallow ) ~2 ( bleach|antifreeze|poison|pesticide )
      i ~2 ( want|going|ready|about|might|will|need ) ~1 jump $
      ^ suicide $
      i ~2 cut myself ~1 ( in the ( shower|bath|bathroom|bedroom|dark|toilet ) ) ~2
      s=@anyone ~5 selfharm|selfharming|selfharmed
      ^ selfharm
      ( urge|urges|want|wants|trying|stop|stopped|relapsed|back ) ~2 selfharm|cut
      i ~4 ( been|started|keep|am|back|going back|relapsed|went back|back ) ~2 cutting ( again / since / when / every / to / at / $ / tonight / now / because / and )
      s=@third|i ~3 ( relapsed|started|began ) ~2 cutting
      i ~2 cut|cutting my|his|her ( arm|arms|wrist|wrists|leg|legs|thighs|thigh|skin|veins )
      s=@third ~3 cut|cutting|cuts|slit ( his|her|their ) ( arm|arms|wrist|wrists|leg|legs|thighs|thigh|skin|veins )
      ( slit|slitting|slash|slashing|cut|cutting|open|opening ) ~1 my|the ~1 wrist|wrists|veins
      cuts|scars|burns|blood|bleeding|blade|razor ~3 my ( arm|arms|wrist|wrists|thigh|thighs|legs )
      my ( arm|arms|wrist|wrists|thigh|thighs|legs ) ~2 ( covered|full|cuts|scars|bleeding|cut )
      # how and when
      s=@anyone ~3 ( took|taken|swallowed|swallow|swallowing|downed|take|taking|drank ) ~3 ( bottle|box|handful|all|lot|whole|pack|loads|bunch|many|too ) ~4 @pills
      i ~3 ( took|swallowed|downed ) ~1 all ~2 @pills
      i ~3 ( saving|saved|save|hoarding|hoard|hoarded|collecting|collected|stockpiling|stockpiled|stashing|stashed|hiding|counting|counted|storing|stash ) ~3 @pills
      how many ~2 @pills ~4 ( kill|die|dead|overdose|lethal|enough )
      enough ~1 @pills ~3
      i ~3 ( bought|buy|got|found|tied|have|ordered|holding|hold|sharpened|loaded|keep staring at|keep ) ~2 ( rope|noose|razor|blades|blade ) !for|jump
      rope|noose|gun|knife|blade ~3 in my ~1 hand|hands|mouth
      ( gun|knife|rope|blade|pills|razor ) ~5 use ( it|them )? on myself
      s=@anyone ~3 ( standing|sitting|stood|sat|am|going|here|on|at|waiting|climbing|walk|walking ) ~3 ( bridge|ledge|roof|rooftop|cliff|tracks|parapet|balcony railing )
      s=@anyone ~4 ( jump|jumping|jumped|leap|throw myself|throwing myself ) ~2 ( bridge|roof|off|ledge|cliff|balcony|window|train|front|building )
      i ~5 ( drive|driving|steer|steering|crash|crashing|swerve|swerving|step|stepping|walk|walking|run|running|jump|jumping|stepped|turn|turning ) ~4 ( into|off|front ) ~3 @vehicle
      ( in front of ) ~1 ( train|bus|truck|lorry|traffic|car )
      hope|wish|wishing|hoping|pray ~2 ( car|bus|truck|lorry|train|plane|cancer|something|accident|lightning ) ~2 ( hit|hits|kill|kills|crash|crashes|took|take|takes|kills ) ~1 me
      if ~1 ( car|bus|truck|lorry|train|plane ) ~2 hit|hits|ran|killed ~2 me ~5 ( mind|care|fine|ok|good|relief|sad|bad|thank )
      i ~4 ( plan|date|method|way|means ) ~2 ( to end|to kill|to die|for suicide|for my death|to do it picked )
      i ( have|had|made ) ~1 plan ~3 ( do it|die|myself|pills|end|date|tonight )
      i ~2 ( decided|know|planned|planning|plan|know exactly|figured out ) ~2 how|when|where i ~1 ( would|will|am going|want|going ) ~2 ( do it|die|go )
      ( do it|doing it|go|gone|over ) tonight ~3 ( nobody|no|bye|goodbye|cannot|can ) ~2 ( stop|save )
      i !found|find|got|received|read|saw|have ~3 ( goodbye|farewell|suicide|last|final ) ( letter|letters|note|notes|message|video|videos|text )
      s=i ~6 suicide|suicidal !prevention|squad
      my ~1 ( suicide|suicidal )
      suicide ~5 ( i|my|me ) !friend|husband|wife|partner|boyfriend|girlfriend|son|daughter|sister|brother|mum|dad
      ( thought|thoughts|thinking|think|feel|feeling|idea ) ~3 ( of|about|like ) ~2 ( not being|not be|no longer being|never being|dying|death|being dead ) !grandmother|cold ~1 ( alive|around|here|less|better|easier|peace|only|all|every|$|again|would|than|might )
      i ~6 by dying
      i ~8 by suicide
      ( death|dying ) ~6 ( way out|only way|look forward|looks good|less than this|hurt less|easier|better than|option|answer|relief|peace|free me|freedom )
      ( only|one|easiest|best ) ~1 ( way|thing|option|exit|solution|answer ) ~6 ( death|dying|die|dead|suicide|stop breathing )
      i ~3 ( look|looking ) forward to ~1 ( death|dying|being dead|the end )
      ( wish|should|why|if only ) ~6 ( taken|took|take|killed|kill|been ) me instead
      ( pills|tablets|blade|razor|noose|rope ) ~4 ( next to me|in front of me|in my hand|beside me|ready|lined up|counted|waiting|on my bed|on the table )
      i ~5 ( held|holding|staring|stared|looking|looked|sharpened|hid|hiding|pressed|put ) ~3 ( blade|razor|noose|blades|razors )
      how many ~6 @pills ~6 ( too many|kill|die|fatal|lethal|overdose|enough|dead|needed )
      i ~4 ( scratch|scratching|scratched|cut|cutting|burn|burning|claw|clawing|bite|biting|hit|hitting|punch|punching ) ~1 ( my ) ~1 ( arms|arm|legs|leg|skin|thighs|wrists|wrist|face|head|stomach|own ) !hair
      i ~3 ( hit|hitting|punch|punching|bite|biting|scratch|scratching|burn|burning ) myself ~3
      what i am about to do
      ( not|do not ) ~3 ( find me|finds me|found me|finding me|find my body|find me dead )
      ( crash|crashing|wreck|drive|driving|smash ) ~1 ( my|the ) car ~2 ( into|off )
      i ~4 ( go|gone|leave|disappear|be gone|vanish ) for good ( $|and|this|soon|so|tonight|because )
      i ~4 ( about how to|how to|ways to|way to|how i would|how i could ) ~2 ( do it so|end it so|kill myself|die|end my|disappear forever|hang|overdose )
      s=@third ~2 ( left|wrote|sent|writing|written|posted ) ~3 ( goodbye|farewell|suicide ) ( letter|letters|note|notes|message|video )
      ( found|find|got|received|read|saw ) ~2 ( goodbye|suicide|farewell ) ( letter|note|message ) ~3 s=@third
      i ~3 ( wrote|written|writing|write|left|leaving|recorded|recording ) ~4 ( letters|letter|note|notes|videos|messages ) ~6 ( gone|dead|dies|died|goodbye|funeral )
      this is ~1 ( goodbye|my goodbye|my last ) !for|now
      this is ~1 my ~1 ( last|final ) ( message|night|day|text|goodbye|note|words )
      i ~3 ( saying|said|say ) ~1 ~2 ( final|last|my ) ~1 goodbye|farewell|farewells
      i ~3 ( saying|said|say ) ~1 goodbye to ( everyone|everything|life|the world|my kids|my children|my family|this world|people i love|the people|everybody )
      goodbye ~1 ( world|forever|cruel|everyone|life )
      i ~4 ( giving|gave|given|give ) ~1 ( my|all|everything ) ~2 ( things|stuff|belongings|possessions|clothes|jewellery|books|pets|dog|cat|savings|records|guitar ) away
      i ~4 ( giving|gave|given|give ) everything away
      i ~4 ( giving|gave|given|give ) away ~1 ( my|all|everything ) ~2 !money|old|power|trust|chance|heart
      i ~3 ( put|putting|settled|settling|got|getting|have ) ~1 my ~1 affairs in order
      i ~3 ( made|making|wrote|writing|finished|updated|changed ) ~1 my will ~3 ( because|so|tonight|ready|soon|nobody )
    `,
  },
  {
    tier: 'hard', kind: 'crisis.self-harm', whose: 'subject', denial: 'none',
    wording: `
      # against living
      s=@anyone ~2 @do not ~3 ( want|wanna|wish|deserve|like|care|need ) ~1 to ~1 ( be alive|live|exist|be living|continue living|keep living|go on living|keep existing|carry on living|survive ) !with|in|here|near|like|at|alone|apart|together|without|this|that|there|next
      s=@anyone ~1 @do not ~1 want to ~1 ( live|exist|be alive|be here|be around|go on|wake up|carry on|keep going|continue ) ~2 anymore !with|in|here|together
      i ~1 ( do|did ) not ~2 ( want|wanna|wish|need ) to ~1 wake up
      i ~2 not ~1 want to ~1 ( wake up|be alive|be on this|be in this world|be in this life|be here anymore|be here no|be here tomorrow|exist )
      not ~1 ( feel|feeling|felt ) like ( living|existing|being alive|breathing ) !with|at|together|in|alone|here|there|next|apart|near|under|out|off|from|by
      not ~1 ( feel|feeling|felt ) like being ( here|around|on this earth ) ( anymore|any longer )
      not ~1 want this ~1 life anymore
      not ~1 mind ~1 ( dying|being dead )
      rather ~1 ( die|be dead ) than ( live like this|go on|keep living|wake up|keep going )
      not ~1 ( care|mind|matter ) if|whether i ~1 ( die|died|live|survive|dead|drop dead )
      ( lost|lose|losing|no|without|have ) ~2 will to ( live|go on|survive|carry on|keep living|exist )
      ( given|give|giving|gave ) up on living !together|with|in|here|there
      ( not|never ) ~2 ( wake|waking|woke ) up !late|early|before|alone|next|sad|tired ~1 ( again|tomorrow|anymore|ever|$ )
      ( wish|hope|hoping|pray|praying|want|wishing|would|like|could|prefer|love ) ~5 ( not|never ) ~1 ( wake|waking|woken|woke ) up !next|to|alone|late|early|with|so
      ( go|going|fall|falling|drift|gone ) ~1 ( to sleep|asleep ) ~3 ( never|not ) ~1 ( wake|waking )
      sleep ~1 forever
      sleep ~3 ( never|not ) ~2 wake|waking
      s=i|@they ( can not|could not|do not think i can|do not know if i can|do not know how to|am not able to|no longer want to|not want to|can no longer ) ~2 ( go on|keep|carry on|continue ) ~1 ( living|existing|breathing|being alive|like this anymore )
      s=i ( can not|do not want to|do not think i can ) ~2 ( live|exist ) ( anymore|any longer|with myself|another|like this anymore|on|$ )
      s=i ( can not|do not want to|will not ) ~2 go on ( living|anymore|any longer|without|$ )
      no|any|single|one|without|find|see|need|much ~1 ( reason|reasons|point|purpose|use ) ~2 ( living|live|alive|existing|exist|go on|going on|being here|be here|stay alive|staying alive|keep living|breathing|wake up|waking up|carry on|to be here )
      ( nothing|not|no|anything|something ) ~3 ( to|worth ) ( live for|living for|living )
      ( what|why|whats ) ~2 ( point|reason|use|sense ) ~2 ( living|being alive|existing|being here|going on|in going on|staying alive|waking up|to live|my life )
      no ( point|purpose ) ~1 ( to|in ) ~1 ( life|my life )
      why ~1 ( am i|should i|do i|bother ) ~2 ( alive|living|live|exist|stay alive|existing|breathing|going on living )
      ( life|living|alive|it ) ~2 ( is|was|am ) not ~2 worth ~1 ( living|it ) !anymore
      ( life|living ) ~3 not ~1 worth
      ( tired|sick|exhausted|done|fed up|had enough ) ~3 ( living|life|alive|existing|breathing|waking up ) !room|rooms|expenses|costs|with|together|in|at|apart|here|a|alone|next|under|paycheck
      ( hate|hated|hating|regret|despise|loathe ) ~1 ( being alive|living|existing|waking up alive|that i am alive|that i woke up|being born )
      ( wish|wishing|wished ) ~1 i ~1 ( was|were|had|would ) ~2 ( never|not ) ~2 ( born|existed|exist|alive|be here|here|woken )
      ( never|not ) ~1 ( been born / be born / have existed / should have been born )
      i ~1 should ~1 ( not|never ) ~2 ( born|alive|exist|here|existed )
      do not deserve ~1 ( live|life|alive|be alive|to live|exist|breathe )
      # without me
      ( everyone|everybody|they|people|family|kids|world|he|she|nobody|children|husband|wife|partner|life|lives|all|you|things|it|mum|parents ) ~5 ( better|happier|easier|lighter|freer|relieved|fine|okay|simpler|best|good|peace|happy|well ) ~2 without me ~1 ( in|on|$|around|here|and|i|anyway|honestly|they|if|to )
      better off ~1 without me ~3
      ( world|everyone|family|kids|children|people ) ~3 better ~3 ( me|i ) ~2 ( gone|not|was|dead|without|died|in )
      ( better|easier|happier|relieved|fine|good|best|lighter|favour|favor ) ~3 if i ~2 ( not|never|no longer ) ~1 ( around|here|exist|existed|alive|born|there|be|wake|existing )
      ( better|easier|happier|lighter|relieved|relief|celebrate|free ) ~4 ( once|when|if|after ) i ~1 ( am|was|were|are ) ~1 ( gone|dead|away forever )
      ( nobody|no|would|will|who|ever|even|anyone|everyone ) ~3 ( notice|miss|care|cry|mind|mourn|sad|know|remember|come ) ~5 ( me|i ) ~3 ( gone|dead|died|die|disappeared|vanished|funeral|disappear|existed|vanish|stopped existing )
      if i ~1 ( was|were|died|disappeared|die|vanished|am|disappear|just ) ~3 ( nobody|no|who|would|will|not ) ~2 ( notice|care|miss|mind|cry|notices|cares )
      if i ( died|die|were dead|was dead|dropped dead|stopped breathing ) ~2 ( nobody|no|they|he|she|it|everyone|who|people|maybe|that ) ~3 ( care|better|matter|easier|happy|relief|notice|mind|glad|happier|sorry|problem|over )
      i ~2 ( am|is|was|be|being|become|just|like ) ~3 burden ~2 ( everyone|them|all|people|world|family|anyone|here|anymore|kids|and|$|around )
      # leaving
      ( not|do not ) ~6 ( make it|get|live|survive ) ~1 ( through|past|until|to ) ~1 ( the night|tonight|this night|tomorrow|morning|the week|this week|christmas|the weekend|my birthday )
      ( not|can not|never|do not|hardly ) ~8 i ~2 alive ~1 ( $|next|then|tomorrow|in|by|and|anymore|here )
      ( not|can not|do not ) ~3 ( promise|guarantee|know|say ) ~4 i ~2 ( alive|be here|be around|make it ( $|through|to|till|until|home|much|tonight ) ) ~3
      ( existence|life ) ~5 ( want|wish ) it to ( end|stop|be over )
      ( not ) ~1 ( scared|afraid|frightened ) of ~1 ( death|dying ) ~1 ( anymore|and|i|$ )
      ( head|mind|brain|voice|voices ) ~4 ( end it|die|kill myself|jump|hurt myself|cut myself )
      ( keeping|keeps|kept ) me ~1 ( alive|here|from doing it|from ending|from killing|from jumping )
      ( enough|done|finished|tired|sick ) ~1 ( of|with ) ~1 ( this|the ) ( world|life|planet|existence )
      i would ~1 have ~1 ( done it|ended it|gone through with it|jumped|been dead|killed ) ~2 ( already|long|by now|ago|myself|before )
      i am ( jumping $|ending it|doing it tonight|done living )
      ( body|heart ) ~2 ( just )? ( give up|stop beating|shut down )
      ( knife|blade|razor|bridge|pills|rope|tracks|water|river|roof ) ~4 ( calling|calls|tempting|tempts|whispers|waiting ) ~1 ( me|to me|for me )
      ( god|lord|death|universe ) ~2 ( take|takes|took|end ) me
      ( die|dead|kill ) ~1 ( from|by|if ) ~2 ( drinking|taking|swallowing|drink|take|swallow|jumping|jump|eating ) ~2 ( bleach|@pills|poison|antifreeze|bottle|bridge|building|whole|height|floor|charcoal )
      ( find|save|reach ) me in time
      ( leaving|leave|off ) ~2 ( planet|earth|this world )
      train times ~3 not
      dad|mum|father|mother|brother|sister|uncle ~3 ( killed @self|shot @self|hanged @self|suicide ) ~4 ( i understand|me too|same way|i will too|i am next|follow )
      ( only way|way ) ~2 ( this|it|pain ) ~1 ( stops|ends ) ~2 ( if i|is i|when i ) ~2 ( stop|end|die|go|gone|am )
      ( when|once|after|if ) i ~1 ( am|are|was ) ( gone|dead|no longer here|not here ) ~1 ( and|please|they|he|she|it|you|the|my|$|will|maybe|everyone|all|someone|tell|nobody )
      ( when|once|after ) i ~1 am not ~1 ( here|around|alive ) ~1 anymore
      ( look|looks|take|takes ) ( after|care of ) ~1 my ~2 ( when|once|after|if ) i ~2 ( gone|dead|here|around|die|anymore )
      i ~1 ( will|am going to|would|might|am ) not ~2 ( be here|be around|around|here|be alive|make it ) ~2 ( much longer|tomorrow|next|anymore|long|by|for christmas|to see|for long|in the morning|monday|after|when|through )
      you ~1 ( will|would ) ~1 ( not|never ) ~1 ( hear from|see|find ) me ~1 ( again|anymore|after|alive )
      ( nobody|they|he|she|you|everyone ) ~1 ( will|would ) ( not|never|no longer ) ~1 ( have to|need to ) ~2 ( worry about|deal with|put up with|see|look at ) me ~1 ( again|anymore|after|soon|$ )
      ( it|this|everything|all ) ~1 will ~2 ( be over|be finished|end|stop hurting ) ~1 ( soon|tonight|tomorrow|by )
      i will not ~1 ( be|have to ) ~2 ( dealing|feel|suffer|deal|hurt|be in pain|suffering|bother|burden|struggling ) ~4 ( much longer|anymore|after|soon|again|no more|anyone )
      i ~2 ( made|making|make|at|found|finally ) ~1 ( my|a ) ~1 ( peace|decision ) ~3 ( leaving|dying|death|dead|end|ending|going|it|world )
      i ~3 ( see|be with|join|meet|reunite|reunited|be reunited ) ~4 ( heaven|other side|afterlife|in the grave|up there|dead @kin )
      ( my|own ) funeral
      ( do not|dont|can not|could not|not ) ~2 ( see|picture|imagine|think i will make it to|plan on ) ~3 ( christmas|tomorrow|next birthday|turning|spring|next year|next week|being alive|me alive|growing old ) ~1 ( coming|myself|alive|being|$|anymore )
      i ~2 ( ready|want|need|time|prepared ) ~1 ( for me|to ) ( leave this world|leave the world|leave this earth|go to heaven|go forever|be gone forever|leave this life|disappear forever|leave all this behind forever|depart )
      ( leave|exit|depart|escape|quit|check out of|out of|off ) ( this ) ( world|earth|life|planet )
      i ~2 ( want|wanna|need ) ~1 to ~1 ( be gone|disappear|vanish|fade ) ~1 ( forever|permanently|for good|from this world|from earth|completely|off )
      i ~2 want ~1 to ~1 ( be|go|rest ) ~2 ( at peace|in peace|forever asleep|eternal|in heaven|in the ground|underground|six feet )
      i ~3 ( not|never ) ~1 ( here|on this earth ) ~3 ( this earth|earth|alive )
      ( end|stop ) ~1 ( the|my|this|all ) ~1 ( pain|suffering|misery|hurting ) ~1 ( forever|permanently|once|for good|tonight|myself )
      i ~2 ( easy|easier|simple ) ~1 to ( end|finish ) it
      it would be ~2 ( easy|easier|simple|nice ) to ~1 ( end it|just end|not exist|be dead|die|just die|not be here|finish it )
      would be ~1 ( easy|easier ) to ~1 ( end|finish ) ~1 it
      not ~2 ( stop me|save me|talk me out ) ~3
    `,
  },
];
