/** Fixed expressions that use the words of danger for something else. They are taken out before the rules read. */
export const idioms = `
  dying|die|died|dead|dies ( of|from|with ) ~1 @laugh|curiosity|heat|cold|hunger|thirst|laughing|embarrassment|old|your|shame
  dying|die ~1 to ( know|hear|see|meet|tell|ask|try|find|make|get|be|go|learn|read|talk|hold|taste|watch|visit|share|show|eat|finish ) !with|himself|asleep
  dying for ( a|an|some|him|her|the )
  ( die|died|dying|kill|killed ) for ( you|him|her|us|my|them|love|a|an|some|the|that|this|that )
  ( laughed|laughing|bored|scared|worried|frightened|starved|love|loved|loves|tickled|freezing|sick|embarrassed|starving|worked|stressed ) ~2 ( to death|myself to death )
  ( death|deaths ) ( of|by ) ~1 ( a|my|his|her|our|the|chocolate )
  ( could have died|nearly died|almost died ) ( of|from|when|laughing|inside|on|right|$ ) !hands|me
  ( so ~1 embarrassed|mortified|embarrassing|cringe|ashamed|awkward ) ~2 ( i )? ~3 ( died|die|dead )
  ( lol|haha|lmao|hahaha|lmfao|omg|rofl ) ~2 i ~1 ( dead|dying|died )
  i ~1 ( dead|dying|died ) ~2 ( lol|haha|lmao|hahaha|lmfao|rofl|laughing )
  rather die than ( apologise|apologize|eat|say|admit|talk|ask|call|text|wear|watch|listen|dance|kiss|share|cook|clean|tell|speak|sing )
  @kill|murder|murders ( time|the mood|the vibe|the romance|the buzz|my buzz|your buzz|the spark|the passion|the joy|the fun|the conversation|the engine|the lights|the trust|the love|the relationship|our love|our trust|this habit|the habit|the silence|the pain|it at|it in|it on|my mood|the boredom|my appetite|my confidence|my self|two birds|an hour|a few|some time|a bit|bugs|spiders|weeds|germs|a spider|the cat )
  @kill|slay it !myself
  ( is|was|are|am|crushed|totally ) killing it
  @kill ~1 ( with|him with|me with|her with|them with|you with ) ~2 ( kindness|joke|jokes|puns|humor|humour|smile|laugh|laughter|cuteness|looks|stories|love )
  ( feet|foot|head|back|legs|shoes|knee|heat|work|job|traffic|wait|waiting|suspense|silence|distance|knowing|not knowing|commute|photo|exam|anticipation|guilt|uncertainty|commute|headache|toothache|allergies|thought ) ~2 ( kills|killing|killed ) me
  ( this|it|that|which ) ( is|was|just|really|finally|suddenly|always|still|then|almost|slowly|literally|nearly|has|had|only|would|can|could|does )? ( been|just|really|slowly|literally|finally|suddenly|all|still|not )? ( kills|killing|killed|kill ) me
  ( will|would|gonna|going to|might|could|is going to ) ~1 ( kill|murder ) ( me|you ) ( if|when|for ) ~1 ( i|we|they|she|he|you|forgetting ) ~2 ( forget|forgot|late|break|lose|lost|eat|ate|miss|am late|spill|scratch|buy|bought|spoil|fail|come home late|spend|do not call|do not answer|burn|borrow|not finish )
  kill me ~8 ( haha|hahaha|lol|lmao|joke|joking|bill|price|receipt )
  ( mum|mother|dad|parents|boss|teacher|coach|landlord ) ~1 ( will|would|going to|gonna|is going to ) ~1 ( kill|murder ) me
  ( could|can|want to|wanna|will|would|going to|almost|gonna ) ~1 ( kill|murder|strangle|throttle|choke ) @themall|you|dog|cat ( for|when|every time|lol|haha|sometimes ) ~1 ( forgetting|being|leaving|eating|that|snoring|spoiling|not|saying|he leaves|she leaves|lol|haha|buying|he forgets|she forgets|he snores|she snores )
  looks could kill
  # danger that is behind somebody and is asked about
  ( after|since ) ~1 ( ending|leaving|escaping|surviving|divorcing ) ~5 ( abusive|toxic|controlling|violent|narcissistic ) ( marriage|relationship|partner|husband|wife|ex|boyfriend|girlfriend )
  ( past|former|previous|old|earlier ) ~1 ( abusive|toxic|controlling|violent ) ( marriage|relationship|relationships|partner|partners )
  abuse my ( dad|father|mum|mother|parents|stepdad|childhood ) ~1 ( showed|did|gave|caused|left )
  ( getting|end|ending|attract|attracting|choose|choosing|dating|falling ) ~2 ( man|men|guys|girls|people|partners|relationships ) ~1 that|who ~2 ( abuse|abuses|hurt|hurts|lie|use )
  was in a|an ~1 ( abusive|toxic|controlling|violent ) ( marriage|relationship ) ~4 ( and now|before|once|years ago|when i was )
  what my|his|her ex did
  punish|punishes|punished|punishing @self !by|with
  raise|raises|raised ~1 his|her|their|a hand ~1 to ( wave|ask|help|hug )
  over my dead body
  drop dead gorgeous
  dead ( tired|wrong|serious|right|end|line|weight|battery|phone|horse|sure|set|beat|last|silence|bedroom|on|phone|air|pan|honest|easy|drunk|center|tired|sexy|zone )
  brain dead
  dead to me
  die hard
  ( hill|hills ) to die on
  ( phone|battery|laptop|conversation|chat|car|plant|plants|romance|spark|trust|love|relationship|marriage|feelings|passion|sex life|connection|flame|fire|attraction|friendship|plants|goldfish|fish|hamster ) ~2 ( is|are|was|has|feels|has been|slowly|just|between|us )? ~3 ( dead|dying|died|die|dies )
  hope ( is|was|has|feels ) ~2 ( dead|dying|died )
  ( die|dies|died|dying ) ( down|out|off|away|hard )
  old habits die
  ( part|piece|something|little|bit ) ~2 ( of|in|inside ) ~1 me ~2 ( died|dies|dying|dead )
  ( dead|died|dying|die ) inside
  till|until death
  ( us|you ) part
  sick and tired of ( living|being|waking ) ~1 ( with|in|ignored|single|lied|cheated|alone|next )
  # hit, beat, push, slap, throw
  ( reality|realisation|realization|grief|truth|pain|wave|news|words|word|loss|everything|guilt|memory|memories|flashback|panic|sadness|song|line|lyric|lyrics|loneliness|thought|thoughts|hard|movie|film|scene|letter|divorce|breakup|quote|fact|idea|feeling|feelings ) ~3 ( hit|hits|hitting|strikes|struck|slapped|slaps|punched|attacks|attacked ) ~1 ( me|us|him|her|home )
  ( it|that|this|which ) ( is|was|just|really|finally|suddenly|always|still|then|almost|slowly|literally|nearly|has|had|only|would|can|could|does )? ( been|just|really|slowly|literally|finally|suddenly|all|still|not )? ( hit|hits|hitting|strikes|struck|slapped|slaps|punched ) ~1 ( me|us|him|her|home )
  ( hit|hits|hitting ) ~1 me ( that|like|with the news|with the truth|with it|with divorce|with this|with so|with a bombshell|with questions|how|up|out of|in the feels|when i|why|hard )
  ( hit|hits|hitting ) ~1 ( me|him|her|them|us ) ( up|with ) !a|his|her|the
  ( hit|hits|hitting ) ( on|the gym|the road|the town|rock|the spot|the sack|the books|the jackpot|it off|pause|send|the roof|the bottle|the shops|the mark|a wall|a nerve|below|a rough|a milestone|the beach|the pub|the hay )
  ( hit|hits|hitting ) ~1 ( me|him|her|them ) with ~1 ( news|truth|fact|bombshell|silent|divorce|question|excuse|excuses|lies|reality|compliment|compliments|apology|texts|text|messages|papers )
  beat|beats|beating|beaten|smashed|thrashed|destroyed|killed|killing|kill|crushed @themall|me|us ( at|in|to ) ~1 ( chess|game|games|tennis|cards|poker|scrabble|monopoly|golf|race|it|video|mario|pool|darts|football|the|uno|ping|home|trivia|fifa|checkers )
  beat|beating|beats|kick|kicking|kicked|punish|punishing|killing|kill|hitting myself ( up|for|over|because|about|with )
  ( beating|beat|kicking|kick ) myself
  ( beating|beat|beats ) around
  heart|hearts ~1 ( beat|beats|beating )
  ^ beats me $
  hiding|hide|hid ( a|the|his|her|some|our ) ~2 ( present|presents|gift|gifts|ring|surprise|eggs|cake )
  ( slap|slapped|pat|patted|clap ) ~2 on the ( back|bum|butt )
  slap|slapped ~1 ( smile|label|sticker ) 
  slap in the face
  punch ( in|out|line|lines|drunk )
  punched ( in|out )
  choked up
  choke|chokes|choked|choking ( back|on|under|up|out in )
  ( push|pushes|pushed|pushing ) ~2 ( away|to be|to do|to go|to get|to grow|to try|to apply|to see|to study|to work|to finish|to talk|to call|to learn|to start|to ask|towards|boundaries|limits|buttons|my limits|my boundaries|forward|through|for ) !wall|door|stairs
  ( push|pushes|pushed|pushing ) my buttons
  ( threw|throw|throws|throwing ) ~2 ( party|parties|birthday|shower|surprise|tantrum|away|shade|towel|up|out the|money|everything away|me off|me under|me a|him a|her a|in my face that|it in my face )
  ( grab|grabs|grabbed ) ~1 ( a|an|some|coffee|lunch|dinner|drink|attention|me a|me some|my attention|attention )
  ( hold|holds|holding|held ) ~1 ( my hand|hands|me close|me tight|me while|me when|me and|me as|me until|me all|back|space|on|it against|that against|this against|it over|my heart )
  ( pulled|pull|pulls|pulling ) ~1 ( me|him|her )? ( close|closer|away|together|through|back|aside|in for|into a hug|into his arms|into her arms )
  ( swept|knocked|sweeps|knocks ) me off my feet
  ( pick|picked ) me up
  ( attack|attacks|attacked|attacking ) ~2 ( character|personality|verbally|me verbally|opinions|beliefs|when i|in arguments|for my )
  ( feel|feels|felt|feeling|feels like|was|being|am|get|gets ) ~1 ( like )? ~2 ( attacked|attacking ) !by|at|raped|physically
  ( heart|panic|anxiety|asthma ) ( attack|attacks|attacked )
  stab|stabbed|stabs|stabbing ~1 in the back
  back stabbing|stabber|stabbed
  shoot|shot ( me|him|her|them ) ( a|an ) ~1 ( text|message|look|email|smile|glance|dm )
  ( photo|wedding|weddings|video|film|film|movie ) shoot|shoots|shooting
  shoot|shoots|shooting weddings|photos|videos|hoops|film|pictures
  shoot my shot
  ( cut|cutting|cuts ) ( off|ties|contact|corners|down|back|out|my hair|her hair|his hair|the crap|class|hair|the grass|the cake|onions|vegetables|carbs|sugar|him off|her off|them off|people off|to the|it out|it short|deep|short ) !arm|wrist|wrists|thigh
  ( cut|cutting ) ~1 my ~1 ( hair|nails|lawn|hours|losses|spending|steak|finger )
  ( burn|burned|burnt|burning ) ( out|bridges|calories|dinner|by him|by her )
  been burned before
  ( hurt|hurts|hurting ) ~1 myself ( at|in|on !purpose|while|when i fell|running|playing|falling|skiing|lifting|dancing|by accident|accidentally )
  accidentally ~1 ( cut|hurt|burned|burnt|hit )
  ( force|forced|forcing|make|making|made ) myself !bleed|vomit|sick
  ( jump|jumping|jumped ) ( to conclusions|the gun|ship|at the|into another|into a|into bed|into things|in bed|for joy|on the|in with|back into )
  bridge ( the|building|between )
  ( cross|burn|build|water under ) ~1 ( that|the|a )? bridge|bridges
  pull the trigger
  ( hang|hanging|hung ) ( out|around|in|on|up|with|tight|over|there )
  ( drown|drowning|drowned ) ~1 ( in|my sorrows|out ) 
  end ( it with|it between|it or|it after|things with|things between|our|the relationship|the marriage|my marriage|my relationship|this relationship|this marriage|an affair|the affair|up|of the )
  should i end it
  ( tired|sick|done|hate|hated|hating|fed up ) ~2 ( of|with )? living ( with|in|apart|at|together|here|next|paycheck|a|under|separately|alone|like roommates|a lie|far )
  ( can not|could not|can|cannot|never ) live without ( him|her|you|them|my|it|the|love|trust|each )
  ( want|like|love|prefer ) to live ( with|in|apart|alone|together|near|a|here|separately|my )
  not ~1 want to ~1 ( live|be here ) ( with|together|apart|near|in this house|in the same|in this marriage )
  ( live|living ) for ( the|my|this ) ( weekend|weekends|moments|drama )
  silence is killing
  ( shoot|kill ) the messenger
  like a ( gun|knife|dagger|bullet|punch|slap ) to|in
  ( knife|dagger|stab|punch|kick ) ( in|to|through ) ~1 ( heart|gut|back|stomach|teeth|face ) !me|us|he|she
  felt like ~2 ( knife|dagger|stab|punch|slap|kick|gun|bullet )
  walked into a door and
  ( gun|guns ) ( control|laws|to my head metaphorically )
  take a stab
  punch|slap|kick myself in|for
  ( meaning|purpose|point ) of life !$
  beaten track
  ( hurt|hurting|killing|attack|attacking ) ~1 ( credit|score|wallet|budget )
  rather die ~2 ( headshot|heroes|hero )
  ( gun|knife|knives|guns ) ( show|shop|range|store|skills|collection|fight|game|rack|set|block )
  ( trip|exam|exams|work|workout|week|course|class|semester|stairs|diet ) ~2 ( is|are|will ) ~2 ( going to )? kill me
  smoking kills
  let it|him|them|this|that die
  ( blew|blow|blown|blowing ) ~1 ( away|mind|up my phone|it )
  rob|steal a bank
  sex bomb
  ( hit|hits ) different
  ( suicide ) ( squad|prevention|awareness|hotline|bomber|bombers|rates|watch )
  committing to
  ( throw|throws|threw|throwing ) it ~1 back
  ( was|been|got|being|were ) ( often|badly|always|also|emotionally|verbally )? ( abused|beaten|hit|neglected|hurt ) ~3 as a ( kid|child|boy|girl|teen|teenager|baby )
  ( hurt|hurts ) ~1 me ~1 and i ~1 ( miss|love|forgive )
  ( social|career|commercial|political|professional|financial ) suicide
  lost ~4 to suicide
  overdosed on ( self|love|chocolate|caffeine|coffee|sugar|work|books|news|pizza )
  ( hit|hits ) ~1 ( so )? hard by
  killed|kill|killing our|the|my|his|her ~1 ( relationship|marriage|trust|love|friendship|spark )
  heart ~2 bleeding|bleeds
  ( love|relationship|marriage|wallet|money ) ~2 bleeding ~1 out
  will|soul|part to cook
  the death of me
  follow|follows|followed|following ( me|him|her|back ) ~1 on|back ~1 ( instagram|insta|tiktok|twitter|facebook|ig|snap|threads|it )?
  ( threw|throw|throwing|chucked|tossed ) ~2 ( napkin|sock|socks|pillow|cushion|towel|kiss|ball|snowball|popcorn|balloon|cushions|pillows ) ~2 at ~1 ( me|him|her|them|the )
  threw me back
  pillow fight and @they ~1 ( elbowed|hit|kicked ) me
  ( like|love ) it ~1 when @they ~1 ( is|are|gets ) ~1 rough
  made my peace with ( it|him|her|them|that )
  ( father|mother|dad|mum|brother|sister|friend|neighbour|uncle|aunt|cousin|grandfather|grandmother|colleague|husband|wife|ex|teacher|boss|classmate|stepdad ) ~2 ( ( took|taken ) ( his|her|their ) own life|hung himself|hanged himself|hung herself|hanged herself|killed himself|killed herself|died by suicide ) ~2 ( last year|years|when i|ten|decades|back|a long time|@year|in @year|long ago )
  will not be ( here|around|online ) ~5 ( holiday|vacation|travelling|traveling|trip )
  hit ~1 my ~1 ( toe|elbow|knee|limit|stride|target|goal|deadline )
  ( broke|dropped|spilled|knocked ) ~3 by ( accident|mistake )
  ( bruise|bruises|cut|scratch ) ~1 from ~2 ( football|rugby|skating|playground|bike|soccer|hockey|sport|sports|trampoline|basketball )
  let me out of ( this|the ) ( menu|exercise|chat|app )
  not allowed ~1 to eat ( nuts|gluten|sugar|dairy|meat|eggs|salt|shellfish|pork )
  bleeding ~3 my period
  ( cut|cuts|cutting ) ~3 ( shaving|cooking|chopping|slicing )
  ( kicked|kicks ) me ~2 ( horse|donkey|cow )
`;
