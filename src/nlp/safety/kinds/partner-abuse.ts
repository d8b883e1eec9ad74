/** Violence, threat, stalking, force and control by a partner or former partner, told by or about the person it is done to. */
import type { Rule } from '../rule.ts';

export const partnerAbuse: readonly Rule[] = [
  {
    tier: 'hard', kind: 'crisis.partner-abuse', whose: 'object', denial: 'usual',
    wording: `
      # blows
      s=@theyall ~5 @hit ~1 o=me|us !with|back|as|up|off|out|like|that|hard|how|again?|at|over|when|about|deep|one|for|to
      s=@theyall ~5 @hit ~1 o=me|us ( again|at home|at night|when he|when she|when i|when they|when we|when drunk|with a|with his|with her|with the|back|for|over|hard|because|if|so|every|in|on|across|until|up|about|like|off|since|sometimes|twice|once )
      s=@theyall ~4 @hit ( my|me|the ) ~2 @body
      s=@theyall ~3 ( hit|hits|hitting|slap|slaps|slapped|punch|punched|punches|kick|kicked|choke|chokes|choked|strangles|strangled|headbutted|backhanded|smacked|beat|beats|beating ) ~1 o=me !to|up|that|with|as|like|on|at|in|out
      s=@theyall ~5 ( beat|beats|beating|roughed|roughs ) o=me up
      s=@theyall ~4 ( hit|hits|hitting|slaps|slapping|slapped|beats|beating|punches|punching|kicks|chokes|strangles ) o=@themall|friend|sister|mum|daughter|mother !up|at|on|to|with|me
      s=@theyall !does|did ~2 ( is|are|be|was|been|get|gets|got|getting|turn|turns|turned|become|becomes ) ~3 ( violent|physical|abusive|handsy|rough|physically ) !therapy|touch|intimacy|relationship|with|to
      ( physically|violently|sexually ) ( abuse|abuses|abusing|abused|hurt|hurts|attacked|assaulted|assaults|abusive|violent|threatened ) ~4
      s=@theyall ~4 ( abuse|abuses|abusing|abused|batters|battered ) o=me|her|him !feelings|so|deeply|by|trust|with|that|badly|when|emotionally|because
      s=@theyall ( hurts|is hurting|keeps hurting|will hurt|is going to hurt|wants to hurt|tried to hurt ) o=me ~1 ( and|$|then|or|tonight|because|every|whenever|if )
      s=@theyall ~3 ( hurts|hurting|hurt|harms|harmed ) o=me ~3 ( physically|drunk|drinks|drinking|drank|angry|mad|again tonight|badly enough|hospital|bruises|bleeding|body|temper )
      s=@theyall ~4 ( hold|holds|held|holding ) ~1 o=me ~2 ( against|down|by|under|underwater|out of|over )
      s=@theyall ~4 @push ~1 o=me ~2 ( against|into|down|by|up|across|over|around|to the|onto|off|under|hard|out|on|again|when|so|and|inside|in|from|at|$ ) !a|it|for|ideas|balance
      s=@theyall ~4 @shove ~2 ( me|my ) ~3 @body
      s=@theyall ~4 ( grabs|grabbed|grab|pulls|pulled|drags|dragged ) ~2 me by
      s=@theyall ~4 ( push|pushed|pushes|shoves|shoved|grabs|grabbed|dragged|pinned|slammed|shook ) o=me !to|a|away|some|for|too|aside|and?|with|towards|about
      s=@theyall ~4 ( throw|throws|threw|throwing|hurl|hurled|hurls|chuck|chucked|launched|smash|smashed|smashes ) ~5 at ~1 o=me|my|her
      s=@theyall ~4 ( hand|hands|fingers|fist|fists|arm|foot|knee|pillow|belt ) ~4 o=my|her ~1 ( throat|neck|face|mouth|windpipe|chest|head|ribs )
      s=@theyall ~4 ( hand|hands|finger ) on o=me|her !shoulder|back|heart|knee
      ( his|her ) ( hands|hand|fingers ) ~3 my ( throat|neck|windpipe )
      s=@theyall ~4 ( lay|lays|laid|raises|raised|raise|laying ) ~2 ( hand|hands|fist|finger|fists ) ~1 ( to|on|at|against ) ~1 o=me|her
      s=@theyall ~4 ( punch|punches|punched|punching|kicks|kicked|smashes|smashed|hits|breaks|broke|destroys|destroyed ) ~3 ( wall|walls|holes|doors|furniture|things|plates|dishes|phone|stuff|window ) !up|even|record
      s=@theyall ~4 ( broke|breaks|fractured|cracked|busted|split|bust|blackened|dislocated ) ~1 my ~1 ( arm|nose|rib|ribs|jaw|wrist|finger|fingers|tooth|teeth|lip|phone|leg|eye|cheek|collarbone|glasses|eardrum )
      ( black eye|busted lip|split lip|broken nose|broken rib|broken jaw|broken arm ) ~6 ( he|him|she|her|husband|wife|boyfriend|girlfriend|partner|ex|again|makeup|gave|hide|explain )
      s=@theyall ~3 ( gave|given|gives|giving ) me ~3 ( black eye|black eyes|bruise|bruises|bloody|concussion|busted|split|broken|fat lip )
      bruise|bruises|bruised|blackeye|marks|welts !easily ~7 ( he|him|she|her|husband|wife|boyfriend|girlfriend|partner|ex|grabbed|hide|cover|sleeves|makeup|explain|lie )
      ( hide|hiding|cover|covering|covered|covers|explain|concealer|makeup ) ~4 ( bruise|bruises|blackeye|marks )
      ( clumsy|always|keep|keeps|kept|again|excuse|said|say|says|saying|claims|story ) ~6 ( walked|ran|fell|tripped|fall ) ( into|down|over ) ~1 ( door|doors|stairs|cupboard ) ~6
      ( tell|told|tells|telling|lied|lie|say|said ) ~3 ( doctor|doctors|nurse|people|everyone|work|hospital|mum|boss|friends|them|kids ) ~2 ( i|that i ) ( fell|walked into|tripped|slipped|banged|bumped )
      s=i ~4 ( been|being|get|getting|got|was|am|gets ) ~2 ( hit|slapped|beaten|beat|punched|choked|strangled|kicked|shoved|attacked|battered|assaulted|thrown|abused ) ~2 by ~2 ( him|her|them|@partner|he|she|man )
      s=i ~2 ( being|get|getting|keep getting|got|was|am|been ) ~1 ( beaten|strangled|choked|battered ) ( $|again|everyday|daily|at home|last|tonight|yesterday|when i|badly|by|and )
      s=i ~2 ( being|get|getting|been|am ) ~1 ( abused|hit|slapped|punched|kicked ) ( $|again|everyday|daily|at home|tonight|when i|badly )
      s=@third|@kin|friend ~2 ( is|are|gets|keeps ) ~1 being? ( abused|beaten|hit|battered ) ( $|again|everyday|daily|at home|badly|by ~2 @parent|@partner )
      s=@theyall ~2 ( almost|nearly|tried ) ~2 ( killed|strangled|choked|kill|strangle|drown ) o=me !with|laughing
      s=@theyall ~4 ( run|ran|running|runs ) o=me over|down
      s=@theyall ~3 ( drove|drives|drive|driving ) ( at|into|straight at ) o=me
      s=@theyall ~3 ( make|makes|made|making ) me ( sleep with|do sexual|watch porn|touch|undress|have sex )
      in fear of|for my life
      @theyall ~2 ( leaves|left|leaving ) ~1 @bruise on o=me|my
      @theyall ~3 ( blackmails|blackmailing|blackmailed ) o=me
      s=@theyall ~4 ( post|posted|posts|leak|leaked|leaks|share|shared|shares|publish ) ~1 my ~2 ( nudes|naked )
      i ~2 trapped in ~2 ( house|home|flat|room|car|apartment ) with ~1 o=him|her|@partner
      ( get|gets|got|getting|receive|received|send|sends|sent|sending|makes ) ~2 death threats
      s=ex ~2 ( send|sends|sent|sending|makes|made ) ~2 threats
      ( get|got|getting|receive|received ) ~2 threats from ~2 @theyall
      i ~1 ( have|got|had ) ~1 a stalker
      s=ex ~2 ( keeps|kept ) ( showing|turning|coming|following|driving ) ~1
      s=ex ~2 ( broke|breaks|breaking|got ) in ( $|to my|again|last|when|through )
      s=ex ~2 ( broke|breaks|breaking ) into my
      s=i|we ~2 not ~1 safe ~1 ( with|around|near ) ~1 o=him|her|@partner !emotionally
      s=@third ~4 ( been|being|get|getting|got|was|is|gets ) ~2 ( hit|slapped|beaten|beat|punched|choked|strangled|kicked|shoved|attacked|battered|abused ) ~2 by ~2 ( him|her|them|@partner )
      s=@theyall ~5 ( strangle|strangles|strangled|strangling|choke|chokes|choked|choking|throttled|suffocated|smothered ) ~1 o=me|her !up
      ( domestic ( violence|abuse ) ) ~3 ( victim|relationship|situation|marriage|home|survivor|happening|husband|partner|at home|my )
      ( in|of|leave|escape|from|trapped|living ) ~1 ( an|my|this|a ) ~2 ( abusive|violent ) ( relationship|marriage|home|house|partner|husband|wife|boyfriend|girlfriend|man|situation|household )
      my ~1 ( abusive|violent ) ( relationship|marriage|partner|husband|wife|boyfriend|girlfriend|man )
      my abuser ~4
      ( next|another ) ( blow|punch|slap|beating|attack ) ~3
      s=@theyall ~6 my ~1 ( throat|windpipe )
      s=@theyall ~4 ( squeeze|squeezed|squeezes|grab|grabbed|grabs|around|round|by|on|against|snap|break ) ~1 my ~1 neck
      s=@theyall ~8 ( throw|throws|threw|fling|flings|flung|drags|dragged|kicks|kicked|beats|tosses ) o=me ~1 ( around|about|out of|across|down|into|against|off )
      s=@theyall ~6 ( came|comes|coming|lunged|lunges|charged|charges|swung|swings|swinging ) at o=me
      s=@theyall ~4 ( came|comes|coming|come|pulled|pulls|pointed|points|held|holding|holds|waved|waves|waving|grabbed|grabs|picked up|with|got out|had|using|keeps|cleans|loads|loaded ) ~3 @weapon !control|licence|license|range|club ~8 ( me|my throat|my neck|my face|my head|my back|my bed|us|scared|afraid|pillow|table|argue|argued|fight )
      s=@theyall ~6 ( me|my|us ) ~6 ( knife|gun|hammer|axe|machete|pistol|scissors|belt|crowbar|baseball bat )
      ( with|using ) ~1 ( his|her|a|the ) ~1 ( belt|fists|fist ) ~3
      ( burn|burning|burned ) ~2 ( house|home|flat|place|car ) ~2 ( down|with ) ~4
      s=@theyall|husband|boyfriend ~3 ( hurting|hurts|beating|hitting|abusing|harming|choking|threatening|stalking ) o=her|him !feelings|head|so|by
      @bruise ~4 ( from|by|because of ) ~2 @theyall
      showed ~1 me ~2 @bruise
      # fear
      i ~4 @afraid ~1 of ~1 o=my ~1 @partner !leaving|cheating|finding|lying|judging|rejecting|not
      i ~4 @afraid ~1 of o=him|her|them|he|she !leaving|cheating|finding|lying|judging|rejecting|not|and|feelings|reaction|answer|being|dying|getting|having|going
      s=@third ~3 @afraid of ~1 o=her|his|their|the ~1 @partner
      s=@theyall ~1 @afraid o=me ~2 ( when|so|sometimes|badly|to death|$|at|now|because )
      ( afraid|scared|terrified|frightened|dread|petrified ) ~1 ( to|of ) ~1 ( go|going|come|coming|be|being|sleep|sleeping|stay ) ~1 ( home|alone with|back to ) ~2
      ( afraid|scared|terrified|frightened|petrified ) ~2 ( what|of what ) @they ~2 ( do|does|capable ) !with|think|say|feel|about
      ( afraid|scared|terrified|frightened|petrified|worried|know|convinced|sure ) ~2 @theyall ~3 ( hit|hurt|kill|beat|attack|strangle|choke|harm|come after|rape ) ~1 o=me|us|her !feelings|again?|with|emotionally
      i ~2 ( fear|scared|afraid ) ~1 for my ( life|safety )
      ( not|never|do not ) feel safe ~1 ( with|around|at|in ) ~1 ( him|her|my ~1 @partner|home|my own home|my house|my own house|own home|the house )
      ( flinch|flinching|cower|freeze|hide|shaking|shake|tremble ) ~4 ( he|she|him|her|his|@partner ) ~3 ( raises|hand|moves|comes home|key|keys|footsteps|voice|door|car|drinks|angry|yells )
      i ~3 ( sleep|sleeping ) ~2 ( clothes|shoes|locked|barricaded|knife|chair|car|bag|keys ) ~8
      i ~4 ( do|say|agree|keep|stay ) ~3 ( calm|quiet|anything|whatever|everything ) ~6 ( explode|explodes|happens otherwise|snaps|blows up|hurt me|worse|angry at me|goes off|loses it )
      what @they ( do|does|did ) to me ~6 ( drinking|drunk|drinks|behind|nobody|angry|night|tell|mad )
      # threats
      s=@theyall ~4 ( threaten|threatens|threatened|threatening ) ~1 o=me|us !up|to ~1
      s=@theyall ~4 ( threaten|threatens|threatened|threatening ) ~1 o=me|us ~1 ( with|to|he|she|when|if|every|that )
      s=@theyall ~4 ( threaten|threatens|threatened|threatening ) ~1 to ~1 @hurt ~1 o=me|us|my|her|the|him
      s=@theyall ~4 ( threaten|threatens|threatened|threatening ) ~3 ( take the kids|take my kids|take the children|take my children|deport|immigration|burn|post|share|leak|expose|send my|kick me out|hurt|out me|report me )
      s=@theyall ~6 ( kill|murder|shoot|stab|strangle|bury|finish|end|burn|drown ) o=me|us !to|with|softly|by|that|inside|for|slowly|lol|how|so
      s=@theyall ~3 @say ~6 ( kill|murder|hurt|hit|beat|shoot|stab|bury|find|destroy|ruin|burn|strangle ) ~1 o=me|us
      s=@theyall ~3 ( will|would|might|could|going to ) ~1 kill me ~1 ( if|when ) ~1 @they ~2 ( knew|knows|finds out|found out|find out|sees this|saw this|reads this|read this|hears|heard|catches|caught ) ~2
      s=@theyall ~3 ( lock|locks|locked|locking|bolts|bolted ) ~1 ( the|my|our|all|every ) ~2 ( door|doors|gate|window|windows ) ~3 ( i can not|i could not|not leave|not get out|to keep me|keep me|from outside|from the outside|behind me|stop me|i am not allowed )
      s=@theyall ~3 @say ~8 ( find|kill|shoot|hunt ) ~1 ( me|us|my|you ) ~2 ( if|when|wherever|leave|$ )
      s=@theyall ~6 ( regret|regret it|pay|pay for it|be sorry|suffer|never see ) ~4 ( leave|leaving|left|kids|children|alive|go|tell|told|police )
      ( if|when ) i ( leave|left|go|tell|ever leave|ever left|try to leave ) ~4 ( he|she|they ) ~2 ( kill|hurt|find|hunt|shoot|burn|destroy|come after|ruin|beat|take the kids|take my kids ) ~2
      ( kill|hurt|find|hunt|ruin|beat|destroy ) me ~1 ( if|when ) i ~2 ( leave|left|tell|go|try|talk|say|break|divorce|speak )
      s=@theyall ~4 ( with|has|have|keeps|pulled|pulls|holds|held|held up|waved|waves|waving|pointed|points|pointing|got|showed|cleaning|cleans|gets|brought ) ~2 @weapon ~8 ( me|threat|threatens|fight|argue|angry|argument|mad|us|throat|scared|bed|table )
      # following
      s=@theyall|someone|man|guy ~4 ( stalk|stalks|stalked|stalking ) ~2 o=me|her !instagram|on
      ( being|been|am|is|get|getting ) stalked ~3
      s=@theyall ~8 ( turn|turns|turned|turning|show|shows|showed|showing ) up ~2 ( at|outside|to|near|in|wherever|everywhere|uninvited|where ) ~3 ( my|work|home|house|flat|job|door|school|gym|place|office|i|mine|unannounced ) !late|on|drunk
      s=ex !did ~5 ( follow|follows|followed|following|waits|waiting|watching|sits|parked|parks|drives|driving ) ~4 ( me|outside|my|past )
      s=@theyall ~3 ( follow|follows|followed|following ) me ~2 ( everywhere|home|around town|to work|to my|car|street|shop|when i leave|when i go )
      s=@theyall ~4 ( tracker|tracking|airtag|gps|spyware|stalkerware|camera|cameras|keylogger ) ~4 ( my|me|on|in|bag|car|home )
      s=@theyall ~3 ( track|tracks|tracking|tracked|monitors|monitoring|bugged|hacked|hacking ) ~1 ( me|my !parcel|order|package|delivery|period|cycle|steps|flight|calories|progress ) ~2
      ( know|tell|find out|check|sure|think|find|see|stop|believe|suspect|scared|afraid ) ~3 ( he|she|him|her|someone|@partner|they ) ~3 ( track|tracks|tracking|tracked|spying|monitoring|monitors|bugged|hacked|following|stalking|listening|watching ) ~1 ( me|us|phone|my ~1 @phone|my car )
      ( is|are|has ) @theyall|my ~1 @theyall? ( tracking|bugging|spying|monitoring|stalking|hacked|bugged|hacking ) ~1 ( me|my|on me )
      ( tracker|airtag|spyware|stalkerware|hidden camera ) ~3 ( on|in|under|there ) ~2 my ~1 ( car|phone|bag|room|home|house|coat|bike|laptop|purse|$ )
      ( will|would|does|do|can|could ) not leave me alone ~5 ( ex|block|blocked|number|police|scared|work|house|calls )
      ex ~6 not leave me alone
      s=@theyall ~4 ( always|somehow|keeps|ever|knows|know ) ~2 ( knows|finding|finds|know|find ) ~1 ( where i am|where i was|where i go|where i live|me ) ~2
      @theyall ~4 ( threaten|threatens|threatened ) to $
      if ~1 ( he|she ) can not have me ~1 ( nobody|then|no )
      ( restraining|protection|protective|barring|non molestation ) order ~8 ( ex|him|her|against|broke|breaks|violated|ignored )
      ( gave|give|giving|gives ) in to ~1 ( sex|him|it ) ~2 ( because|so|or|otherwise )
      @theyall ~1 ( makes|made|forces ) me ~1 ( sleep|eat|stand|kneel|beg|crawl|wait|stay|sit|go without|strip ) ~3 ( floor|outside|punishment|ground|corner|cold|hours|knees|garage|car|naked|dog )
      i ~2 ( was|am|be|would be ) next $
      ( knows|finds ) ~1 where i ~1 ( am|go|was|live ) ~3 ( time|always|told|without|somehow|every|never )
      ( away|out ) ~1 ( from him|from her )? ~1 before ( he|she ) ~1 ( kills|hurts|hits|snaps|does|comes )
      ( leave|leaving|escape|go ) ~1 ( secretly|in secret|without him knowing|without her knowing )
      i ~2 ( fear|dread ) what ( he|she|my ~1 @partner ) ~2 do
      @theyall ~8 ( hit|hits|hitting ) my ~1 @body
      @theyall ~4 ( throws|threw|throwing ) ~2 ( things|plates|dishes|bottles|glasses|stuff|objects ) ~2 ( when|at|and|every|if|across )
      @theyall ~2 locks|locked me out ~1 ( at|in|so|when|all|$ ) !of|instagram|account
      # locked in, force
      s=@theyall ~4 ( lock|locks|locked|locking|barricades|trap|traps|trapped|imprisoned|tied ) o=me|us ~1 ( in|up|inside|to|down|for|so|when|$ ) !love
      ( locked|lock|locks|tied ) ~1 me ~1 ( in|inside|to )
      ( keeps|kept|holds|held|holding ) ~1 me ~1 ( prisoner|hostage|captive|locked|against my will )
      s=@theyall ~3 ( block|blocks|blocked|blocking|guards|stands in|stood in|stands against|stood against|stands between|stood between ) ~2 ( door|doorway|exit|car|way ) ~4 !on
      ( let|lets|letting|allow|allows|allowed ) me ~1 ( leave|out|go out|go outside|go home|go anywhere|have visitors|sleep|eat|leave the house ) ~2 !early|a|message
      ( @theyall|i am ) ~2 ( not|never|not allowed|never allowed ) ~2 ( allowed|let|lets|permitted ) ~1 me? ~1 to? ( leave|go out|go outside|see|go anywhere|work|have ~1 ( job|money|friends|phone|bank )|drive|speak|talk|wear|call|visit|study|lock ) ~2
      ( have|need|got|had ) to ask ~2 permission ~5
      @theyall ~2 ( took|takes|takes away|hid|hides|hide|confiscates|confiscated|withholds|keeps|smashed|steals ) ~2 my ~1 ( phone|keys|passport|wallet|documents|papers|medication|meds|id|birth|car|inhaler )
      s=@theyall ~4 ( force|forces|forced|forcing|coerce|coerces|coerced|pressures|pressured|make|makes|made|guilts|bullies ) ~1 me ~1 ( to|into|have|do ) ~3 @sex|him|touch|bed|naked|strip|watch
      ( have|having|give|gives|gave|want|give in ) ~1 ( sex|in|it ) ~3 ( so|because|or|otherwise|or else|to keep|or he|or she ) ~3 ( angry|anger|mad|hurt|violent|hit|calm|punish|sulk|quiet|yell|worse|scared|afraid|leave me alone )
      ( do|obey|give ) ~2 what @they|want|wants|in ~3 ( bed|sex ) ~4
      s=@theyall ~4 ( do|does|did|keeps|kept|has|had|carries|go|goes|going|stop|stops ) ~4 ( when|even|after|if|though ) ~2 i ~1 ( say|said|says|tell|ask|beg|am|was ) ~3 ( no|stop|crying|asleep|sleeping|not to|not want )
      ( say|said ) no ~3 @they ~2 ( does|did|do|just|keeps|kept|not|goes|anyway|still|continues ) ~2 ( it|stop|anyway|going|on|listen )
      s=@partner|he|she ~3 ( rape|rapes|raped|raping ) o=me|her
      ( wake|woke|waking ) up ~2 @theyall ~3 ( inside|on top|having|touching ) ~2
      ( sexually|reproductive ) ( coerced|coercion|coercive|forced )
      ( coercive|coercively ) control ~2
      s=@theyall ~4 ( hurt|hurts|killed|kicked|kicks|harmed|poisoned|threatens|beat|hit ) ~1 my ~1 ( dog|cat|pet|puppy|kitten|pets )
      s=@theyall ~4 ( drugs|drugged|poisons|poisoned|poisoning|starves|spiked|burns|burnt|burned|whips ) o=me|my ~2
      ( isolate|isolates|isolated|isolating|cut|cuts ) ~1 me ~1 ( off )? ~1 from ~2 @people
    `,
  },
  {
    tier: 'hard', kind: 'crisis.partner-abuse', whose: 'self', denial: 'none',
    wording: `
      s=@theyall ~1 ( will not|does not|do not|would not|never|did not ) ~1 ( let|allow|want ) me ~1 ( to )? ( leave|out|go out|see|talk|speak|go anywhere|work|have ~1 ( job|money|bank|friends|phone|account|car|access )|drive|visit|call|meet|sleep|eat|study|lock|use|wear ) ~2 !him|her|it|how|about
      i am not allowed ~1 ( to )? ( leave|out|go|see|talk|speak|work|have|drive|visit|call|meet|spend|wear|eat|lock|use|touch ) ~2
      ( he|she ) ( did|do|does|would|will ) not ~1 ( stop|listen|let go ) ~3 ( no|stop|breathe|crying|begged|screaming )
      i ~1 can not ( leave|escape|get out|get away ) ~4 ( kill|kills|hurt|hurts|find|finds|money|passport|violent|threatens ) ~1
      i ~1 ( could|can ) not breathe ~8 ( he|she|hands|him|her|throat|neck|pillow|husband|boyfriend )
      ( he|she|husband|boyfriend|girlfriend|wife|partner|hands ) ~8 i ~1 ( could|can ) not breathe
      ( find|found|recognise|recognize|hide|identify ) ~1 my ~1 body
      i ~3 ( run|get away|escape|hide|flee|leave ) from ( him|her|my ~1 @partner )
      ( hit|slap|slapped|punched|punch|shoved|pushed|kicked ) ( him|her ) back ~3
      i ~2 ( fought|fight|hit ) back
    `,
  },
  ...(['money', 'phone', 'people', 'rules'] as const).map((part): Rule => ({
    tier: 'hard', kind: 'crisis.partner-abuse', whose: 'self', denial: 'usual', part,
    wording: {
      money: `
        s=@theyall ~7 ( control|controls|controlling|controlled|take|takes|took|taking|keeps|kept|withholds|manages|holds|spends|demands|steals|hides ) ~2 ( all|my|our|the ) ~1 @money
        s=@theyall ~3 ( give|gives|gave ) me ~2 ( allowance|pocket money )
        ( have to|must|make|makes ) ~2 ( account for|justify|show ) ~3 ( penny|cent|receipt|receipts|spend )
        @theyall ~9 ( allowance|receipt|receipts|penny )
        not ~3 ( own|access|have ) ~3 ( money|bank|card|account )
      `,
      phone: `
        s=@theyall ~7 ( check|checks|checking|checked|reads|read|go through|goes through|went through|going through|searches|looks through|monitors|demands|unlocks|inspects|controls|took|takes|keeps ) ~2 my ~2 @phone
        s=@theyall ~3 ( password|passwords|location|passcode ) ~4
        ( has|wants|demands|needs|have ) ~3 my ~1 ( location|passwords|password|passcode )
      `,
      people: `
        s=@theyall ~7 ( isolate|isolates|keeps|cuts|cut|stops|stopped|controls|decides ) ~3 ( who|from|off|me ) ~3 ( talk|see|meet|@people )
        not ~2 ( let|allow|allowed|see|like|want|have ) ~4 @people
        i ~3 ( lost|no|stopped seeing|drop|dropped|not see ) ~2 ( friends|family ) ~4 ( him|because|her|he|she|since )
        controls ~5 who i
      `,
      rules: `
        s=@theyall ~7 ( decides|decide|tells|chooses|controls|picks|dictates ) ~3 ( what|when|who|how|everything|clothes ) ~1 ( i|me|wear|eat|do )
        s=@theyall ~3 ( punish|punishes|punished ) me
        s=@theyall ~9 ( gives me|checks|demands ) ~2 ( allowance|receipt|receipts )
        s=@theyall ~9 ( forbids|forbid|forbade|picks|prohibits ) ~2
        s=@theyall ~3 ( control|controls|controlling ) ~1 ( me|everything|every|all )
        not ~2 ( let|allow|allowed ) ~1 me? ~1 ( to|leave|go|work )
        ( calls|texts|rings|messages ) ~3 ( every|constantly|times|all day|hundred|nonstop ) ~5 ( where|who|prove|photo|picture|check )
      `,
    }[part],
  })),
];
