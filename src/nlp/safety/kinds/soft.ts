/** Heard with care while the conversation goes on: is this abuse, spying on a partner, being under 18, despair without a clear meaning. */
import type { Rule } from '../rule.ts';

export const soft: readonly Rule[] = [
  {
    tier: 'soft', kind: 'safety.is-this-abuse', whose: 'self', denial: 'none',
    wording: `
      ( am|is|are|was|if|does|do|could|would|can|whether|count|counts|considered|know|sure|tell|maybe|think|feels|call|called|signs|sign|type|types|form|kind|qualify|even|really ) ~6 ( abuse|abusive|abuser|gaslighting|gaslit|gaslight|gaslights|manipulation|manipulative|manipulated|manipulating|toxic|narcissist|narcissistic|coercive|coercion ) !film|movie|substance|alcohol|drug|means?
      ( gaslighting|gaslights|gaslit|gaslight|manipulating|manipulates ) ~2 ( me|us )
      ( emotional|verbal|psychological|financial|mental|emotionally|verbally|mentally|psychologically|financially ) ( abuse|abusive|abused|abuses|abuser|abusing|manipulative )
      ( toxic|abusive|controlling|manipulative|narcissistic ) ( relationship|marriage|partner|husband|wife|boyfriend|girlfriend|ex|behaviour|behavior )
      ( is|am|are|so|very|too|getting|became|being ) ~3 ( controlling|possessive ) !myself
      ( is|are|was ) ~2 ( it|this|that ) ~2 ( normal|ok|okay|right|fine|healthy|bad|wrong|acceptable ) ~3 ( he|she|they|my|when|if|to|for ) ~8 ( what i wear|wear|phone|permission|shout|yell|shouts|yells|screams|names|friends|insults|allowed|track|location|money|punish|checks|hits|scares|threatens|passwords|password|decides|stops me )
      ( walk|walking|step|stepping|tiptoe|tiptoeing ) ~2 ( eggshells|egg shells|eggshell )
      ( walk|walking|tiptoe|tiptoeing ) ~1 around ( him|her|his|my ~1 @partner ) ~3 ( mood|moods|temper|angry|upset )?
      @theyall ~4 ( calls|call|called|calling ) ~1 me ~3 ( names|stupid|worthless|crazy|fat|ugly|useless|idiot|bitch|whore|slut|dumb|pathetic|psycho|lazy|insane|liar|disgusting|cunt|trash|garbage|nothing|horrible|retarded )
      @theyall ~4 ( tells|told|says|said|reminds|convinces|makes|make ) ~4 ( worthless|stupid|useless|crazy|ugly|nobody else would|nobody will|nobody would|going mad|insane|losing my mind|disgusting|never find anyone|lucky to have him|lucky to have her|feel small|feel crazy|like nothing )
      @theyall ~3 ( insults|belittles|humiliates|degrades|mocks|demeans|ridicules|insulted|belittled|humiliated|degraded|bullies|intimidates|screams at|puts me down|yells at|shouts at|swears at|curses at|berates|cusses ) ~2 ( me|my )?
      @theyall ~3 ( screams|screaming|yells|yelling|shouts|shouting|swears|cussing ) ~2 ( me|my face )
      ( scream|screaming|yell|shout ) ~2 ( in|at ) my face
      ( silent treatment|stonewalls|ignores me ) ~4 ( weeks|days|punish|punishment|control )
      @theyall ~3 ( check|checks|checking|goes through|reads|looks through|searches|going through|went through ) ~2 my ~2 ( phone|messages|texts|email|emails|calls|dms|bag|mail|location|whatsapp )
      @theyall ~3 ( control|controls|controlling ) ~2 ( me|money|what i|who i|my|everything|where i )
      @theyall ~4 ( decides|dictates|chooses|picks ) ~2 ( what|who|when ) i ~2
      @theyall ~1 ( does|do|will|is|would|did ) not ~2 ( like|let|want|allow|happy ) ~2 ( me )? ~2 ( seeing|see|having|have|hang|hanging|going|talk|talking|spending ) ~3 ( friends|family|male|men|guys|mum|sister|anyone|out with )
      @theyall ~4 ( scares|frightens|intimidates ) me
      i ~2 not|never ~1 feel ~1 safe ( $|anymore|now|lately|tonight|today|here|anywhere|right|at )
      i am not ~1 safe $
      i ~1 ( feel|am|feeling ) ( so|very|really|always )? ( unsafe|threatened|in danger ) ( $|at|around|with|here|now|tonight|anymore|lately )
      @theyall|someone|man|guy ~2 ( follows|watches|stalks ) me ( $|all|everywhere|around|when|at|from|to )
      @theyall ~2 ( always|keeps|is ) ( watching|following ) me ( $|all|everywhere|around|when|at|from|to )
      i can not get out $
      i ~2 ( want|wanna|need|like ) to leave but ~2 ( @afraid|not let )
      i ~2 @afraid ~1 to ( leave|tell|say no to|contradict|anger ) ~1 ( him|her|$|my ~1 @partner ) !i|that|how|about
      ex ~2 not ( stop|quit ) ( calling|texting|messaging|contacting|writing|following )
      ex ~2 keeps ( calling|texting|messaging|contacting )
      @theyall ~2 not leave me alone
      @theyall ~2 ( threatens|threatened|threatening ) to ~3 me
      @theyall ~3 ( drives|drove|driving ) ~2 to scare me
      @theyall ~2 ( pressures|pressured|pressuring|guilts|nags|badgers ) me ~1 ( for|into|about ) ~1 sex
      ( gets|get|is|becomes ) ~1 ( mad|angry|furious|moody ) ~2 i ~1 ( say|said|refuse ) ~2 ( no|sex ) ~2
      i ~2 ( have|forced|pressured|made|must ) to ( have|give ) ~1 sex ~2
      not want ~1 sex but ~1 @they ~1 ( insists|keeps|makes|begs|pushes|does|will )
      i ~1 ( feel|am ) ~1 ( forced|like a ( prisoner|slave|hostage ) ) $
      @theyall ~2 treats me like ~2 ( slave|prisoner|servant|property|dog )
      @theyall ~2 not ( give|let me have ) me? ~1 money
      @theyall ~1 spends all my money
      i ~1 can not ( leave|escape ) ~1 ( him|her|my ~1 @partner ) $
      i ~2 @afraid ~1 of ~1 ( his|her|my ~1 @partner ) ~1 ( temper|anger|reaction|moods|mood|rage|outbursts )
      i ~3 ( feel|am ) ~2 ( trapped|controlled|manipulated|owned|smothered|suffocated ) ~1 ( with|by|in|at ) ~2 ( him|her|my|this|he|the )
      ( something|it ) ~2 ( not|feels ) ~2 ( right|off|wrong ) ~3 ( how|way ) @they ~3 ( treats|talks|speaks|acts|touches|looks|me )
      ( love|relationship|marriage ) bombing
      @theyall ~3 ( love bombs|lovebombs|guilt trips|blames me for everything|twists|turns everything|denies saying|says it never happened|says things never happened )
      ( things|it|that ) never happened ~4
      ( twists my words|twisting my words|makes me doubt|make me doubt|doubt my own|doubting my own|losing my mind|am i crazy|am i going crazy|i am the crazy one|rewrites )
      ( jokes|comments|remarks ) ~4 ( humiliating|humiliate|hurtful ) ~4 ( me|friends|others )
    `,
  },
  {
    tier: 'soft', kind: 'safety.spying', whose: 'partner', denial: 'usual',
    wording: `
      ( how|can|could|want|wanna|help|way|ways|app|apps|software|tool|possible|need|should|best|teach|show|which|what|going|trying|tried|let|is|where ) ~8 ( spy|spying|track|tracking|hack|hacking|monitor|monitoring|bug|clone|cloning|intercept|mirror|stalk ) ~2 ( on )? ~1 ( her|his|him|them|their|my ~1 @partner|phone|someone|@partner ) !me
      ( how|can|could|want|wanna|help|way|ways|app|apps|software|possible|need|best|teach|show|let|without ) ~5 ( read|see|access|open|get into|unlock|look at|check|view|recover|retrieve|break into|log into|go through|see who|listen|bypass|crack|guess|get|find|find out|reset|download|look through|snoop|get in|hear|watch|log in to|sign into ) ~5 ( her|his|their|@partner|partners|him|them|husbands|wifes|boyfriends|girlfriends ) ~3 ( phone|phones|messages|texts|email|emails|whatsapp|instagram|facebook|snapchat|dms|password|passwords|passcode|accounts|account|calls|inbox|tiktok|telegram|icloud|snap|messenger|deleted|browser|location|pin|history|iphone|laptop|chats|chat|photos ) !with|hurts|anymore?|was|and|made|if|together
      ( read|see|check|look|track|record|open|access|find|get|go ) ~6 without ~2 ( her|him|them ) ~1 ( knowing|noticing|finding out|seeing|realising|realizing )
      ( spyware|keylogger|stalkerware|spy app|tracking app|tracker|airtag|gps|hidden camera|spy camera|voice recorder|nanny cam|listening device ) ~5 ( her|his|my ~1 @partner|phone|car|bag|him|them|iphone|android|room|house|bedroom|install|works ) !me|my
      ( put|hide|plant|install|place|attach|leave|stick|buy|set up|get|use|want ) ~3 ( gps|tracker|airtag|spyware|keylogger|camera|bug|recorder|app ) ~3 ( his|her|on|in|their ) ~2 ( car|phone|bag|room|house|home|him|her|laptop|coat|jacket|partner|wife|husband )
      ( secretly|hidden|covertly|without ) ~3 ( record|film|follow|track|check|read|watch|photograph|recording|monitor|listen|see|look ) ~2 ( her|his|him|them|my ~1 @partner )
      ( who|what|whom ) ~1 ( my ~1 @partner|she|he ) ~1 is? ( texting|messaging|calling|chatting|talking to|snapping|looking at ) ~3 ( app|phone|hack|find out|see|track|check|secretly|deleted )
      ( see|find out|know|check|track|monitor|look up ) who ( my ~1 @partner|she|he ) ~1 ( is )? ( texting|messaging|calling|chatting|texts )
      ( see|find|get|track|know|check ) ~1 ( my ~1 @partner|her|his|their ) ~1 ( location|whereabouts|password|passcode|pin|search history|browsing history ) ~3
      ( find|get|guess|crack|figure|have|want|need|steal ) ~2 ( out )? ( his|her|their|my ~1 @partner ) ~2 ( password|passcode|pin|login|passwords )
      i ~2 ( check|checked|read|go through|went through|look through|search ) ~1 ( his|her|my ~1 @partner ) ~1 ( phone|texts|messages|email|emails|whatsapp ) ~1 ( when|while|whenever ) ~3 ( sleep|sleeps|asleep|sleeping|shower|showers|out )
      i ~2 ( want|going|plan|need|tempted ) to follow ( him|her|my @partner ) ( $|to|after|secretly|around|and see|when )
      ( fake|dummy|burner ) ~1 ( account|profile ) ~5 ( catch|test|trap|see|check|spy|him|her|@partner )
      ( hire|private ) ~2 ( detective|investigator ) ~3 ( him|her|@partner|follow|catch )?
    `,
  },
  {
    tier: 'soft', kind: 'safety.unsure', whose: 'self', denial: 'none',
    wording: `
      i ~2 ( can not|do not think i can|can no longer|do not know how to|am not able to|not ) ~2 ( take|do|handle|cope|bear|stand|deal with|go on|carry on|keep going|keep doing|continue|survive|face|keep|live ) ~2 ( it|this|anymore|life|everything|any of it|with life|with this|with everything ) ~1 ( anymore|any longer|$|much longer|again|today )
      ( can not|not ) ( keep|go ) ~1 ( doing|on|going|up|living|fighting|pretending|trying ) ~2 ( this|like this|on|anymore|it|$ ) ~1
      ( can not|could not ) ( take|do|bear|stand|handle ) ~1 ( it|this|another day|anything|life ) ~1 ( anymore|any longer|$ )
      ( what|whats|no|not|see|is|any ) ~3 point ~2 ( of trying|of anything|of everything|of it all|of me|in anything|in trying|to anything|to any of|$|anymore|trying|anything|everything|me|it all ) !communication|boundaries|counselling|counseling|therapy|marriage|apologising|apologizing|relationship|exercise|forgiving|dating
      i ~2 ( want|wish|need|wanted ) ~2 ( it|everything|this|the pain|the thoughts|thoughts|the noise|pain|all ) ~2 ( to stop|to end|stopped|to be over|over with|gone|would stop|would end|to go away )
      i ~2 ( give|giving|given|gave ) up on ~1 ( everything|life|myself|living|it all|all|the world )
      i ~1 ( give up|am giving up|gave up|have given up ) $
      i ~2 ( want|wanna|wish|need|feel like|would like ) ~3 ( disappear|disappearing|vanish|vanishing|run away forever|not feel|not exist|stop feeling|fade away|be gone|be nowhere|sleep forever|cease|dissolve|evaporate )
      ( no|not|any|see|find ) ~2 ( way out|escape|hope left|hope anymore|hope for me|future for me|light|future|exit ) ~2
      i ~1 ( am|feel|feeling|so|completely ) ~3 ( hopeless|and empty inside|trapped|broken beyond|done with everything|done with it all|tired of everything|tired of it all|tired of fighting|beyond help|exhausted by life|at the end|desperate|lost cause|dead inside|rock bottom|nothing inside ) !love|relationship
      ( everything|it|life|all|future|situation ) ~2 ( hopeless|pointless|meaningless|too much|empty|falling apart|unbearable|dark|black ) ~1
      ( tired|sick|done|exhausted|fed up|had enough|over ) ~1 ( of|with|by ) ~1 ( everything|it all|all of it|all this|fighting|trying|all|pretending|feeling like this|hurting|people|being me ) $
      i ~2 ( do not|not ) ~2 know ~2 ( how|if ) ~2 ( much )? ~1 ( longer|i can|to ) ~3 ( go on|keep|continue|hold|survive|take|last|cope|carry|make it|live )
      i ~1 ( do not|no longer|stopped|not ) ~1 ( care|caring ) ~2 ( what happens|if i|whether i|happens to me|about living|about life|if something ) ~3
      ( wish|wanna|want|could|like to|want to ) ~4 sleep ~3 ( forever|long|years|months|weeks|and not|for ever|through it|for days )
      wish i could ~1 sleep $
      i ~2 not ~1 ( want|wanna ) to ~1 ( live|exist|go on|be alive|be here|be|feel ) ~1 ( like|this|anymore|$|here )
      i ~1 ( am done|am so done|am finished|am through|have had enough ) ( $|with everything|with it all|with this|with life|fighting|trying )
      ( nobody|no one|noone ) ~2 ( can|would|will|could|cares|care|needs|help|notice ) ~1 ( help|save|fix|care|understand|miss|notice )? ~1 ( me )? $
      ( nothing|nobody ) ~2 ( can|anyone can|matters|helps|left ) ~3 ( do|help|matters|me|anymore|$ )
      nothing ~1 ( matters|left|helps|works|feels real ) ~1 ( anymore|$|to me|for me )
      i ~2 ( do something ( stupid|bad|drastic|terrible ) )
      ( might|will|going to|afraid i|scared i|scared of what i|what i might|trust myself not|not trust myself ) ~2 ( do something|might do|do to myself|alone tonight|to be alone|hurt )
      i ~1 ( can not|do not ) ~1 trust myself ~1 ( tonight|alone|right now|to be alone|with )
      ( hurts|hurt|pain ) ~4 ( to be alive|to breathe|to exist|being alive|living )
      i ~2 ( want|going|think about|thinking about|feel like|might|will|ready ) ~1 to? ( end|ending ) it $
      i ~1 ( feel|am|feeling ) ~2 ( worthless|useless|like a waste of space|a waste of space ) $
      i ~1 hate myself ( $|so much|anymore|and )
      i ~2 ( have|having|get|getting|had ) ~2 ( dark|scary|frightening|bad ) thoughts ( $|about myself|again|lately|at night )
      i ~1 @afraid of ( myself|my thoughts|my own thoughts|what i )
      i ~2 not ( ok|okay ) ( $|at all )
      i ~1 want out $
      life ~1 ( has|have ) no ~1 meaning ~1
      ( someone|just|please|^ ) ~1 kill me ( $|please|now )
      want ~2 to? be over $
      i ~3 ( feel|feels ) like ending things
      i ~3 ( hate|hating|despise|loathe|detest ) ~2 ( my life|life|myself so much|existing )
      ( life|living ) ~2 ( too hard|hard to bear|unbearable|a mess not worth|torture|hell|over|meaningless|pointless|empty )
      my life is over
      i ~2 ( ruined|wasted|lost ) ~1 my ~1 ( life ) ~2 ( no|nothing|over )
      i ~2 ( hit|reached|at ) ~2 ( rock bottom|breaking point|end of my rope|my limit|the end )
      ( why ) ~1 ( bother|go on|keep going|keep trying|try|even try|am i here|me ) ~1 $
      not ~2 ( planning|plan|do|doing ) ~2 anything ~4 ( but|just|yet|now )
      ( last straw|final straw|no strength|no energy|no fight ) ~2 ( left|anymore|to live|to go on|in me )
      i ~3 ( do it tonight|doing it tonight ) ~3
      ( not want|not want anyone|nobody can|cannot ) ~1 ( anyone )? to? stop me
      ( not ) ~1 ( myself|guarantee|promise ) ~2 ( anymore|anything|my safety|safe|i will be here )
      @bruise? nothing ~1 anyone can do ~2
      i ~2 ( actually )? want to die ~1
    `,
  },
  {
    tier: 'soft', kind: 'safety.minor', whose: 'self', denial: 'usual',
    wording: `
      ^ i am ~1 @underage !minutes|months|weeks|days|hours|years|year|miles|percent|times|kilos|pounds|euros|dollars|th|or|km|cm|lbs|kg|stone|steps|pages|am|pm|mins|min
      i am ~2 @underage !minutes|months|weeks|days|hours|years|year|miles|percent|times|kilos|pounds|euros|dollars|late|km|cm|kg|min|mins|am|pm|o|lbs|or|to|of
      i am ~2 @underage ( years|year|yo|yr|yrs ) ( old|of age|$|girl|boy|female|male )
      @underage f|m|yo
      ^ f|m @underage $
      @underage ~1 ( years|year ) old ( here|girl|boy|female|male|and i am|me ) 
      ( as|being|for ) a ~1 @underage ~1 ( year|years ) old
      ( i|^ ) ~2 ( turn|turning|turned|be ) ( 10|11|12|13|14|15|16|17|thirteen|fourteen|fifteen|sixteen|seventeen ) !years|minutes|it|to|into|points
      i ( just turned|turned ) @underage
      i am ~1 ( underage|a minor|a teen|a teenager|under 18|under eighteen|not 18|not eighteen|a child|a kid|still a kid|still in school|still at school )
      i ~1 ( am|go ) ~2 ( in|to ) ~1 ( middle school|junior high|primary school|secondary school|high school|elementary school|year 6|year 7|year 8|year 9|year 10|year 11|year 12|grade 5|grade 6|grade 7|grade 8|grade 9|grade 10|grade 11|sixth grade|seventh grade|eighth grade|ninth grade|tenth grade|eleventh grade|6th grade|7th grade|8th grade|9th grade|10th grade|11th grade )
      ( both|we are ) ~1 ( in )? ~1 ( middle school|high school|year 7|year 8|year 9|year 10|year 11|8th grade|9th grade|10th grade|seventh grade|eighth grade|ninth grade )
      ( freshman|sophomore ) in ( high|highschool )
      my ~1 age is @underage
      age @underage $
      i am in ( 6th|7th|8th|9th|10th|11th|sixth|seventh|eighth|ninth|tenth|eleventh ) grade
      i ( will not|do not ) ~1 ( be|turn ) ( 18|eighteen ) ~1 ( until|for|till|yet )
    `,
  },
];
