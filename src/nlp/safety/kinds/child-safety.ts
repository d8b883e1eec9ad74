/** A child who is being hurt, or a young person hurt by those who should care for them. */
import type { Rule } from '../rule.ts';

export const childSafety: readonly Rule[] = [
  {
    tier: 'hard', kind: 'crisis.child-safety', whose: 'child', denial: 'usual',
    wording: `
      ( @theyall|@kin|@parent|@friend|i|someone|teacher|babysitter|nanny|stepdad|stepmum|coach|neighbours ) ~5 ( hit|hits|hitting|slap|slaps|slapped|slapping|smack|smacked|smacks|smacking|punch|punched|punches|beat|beats|beating|kick|kicked|kicks|kicking|choke|choked|chokes|shake|shakes|shook|shaking|abuse|abuses|abused|abusing|molest|molested|molests|molesting|strangled|burn|burns|burned|burnt|whip|whips|whipped|bite|bites|starves|starve|raped|rapes|spank|spanks|spanked|throws|threw|spanking|belted|hurting|hurts|harming|harms|harmed|attacked|whacks|whacked|bruised|drugged|drugs ) !as ~4 @child !by|feelings|on|with|shower|party|birthday|home|in
      i ~5 ( hit|slapped|slap|smacked|beat|shook|shake|kicked|hurt|hurting|hitting|threw ) ~2 ( my|our|the ) ~2 @child !feelings|by
      @child|brother|sister ~2 ( being|been|gets|get|getting|was|is|are|got ) ~1 touched by ~2 @parent|man|teacher|him|her|@kin|neighbour|boy|someone
      little|younger|baby|@child brother|sister ~3 ( being|gets|get|getting|is ) ~1 ( hit|beaten|abused|hurt|slapped|whipped )
      @child ~4 ( being|been|gets|get|getting|was|is|are|got ) ~2 ( hit|beaten|abused|molested|raped|hurt|starved|neglected|slapped|groomed|trafficked|kicked|choked ) ~2 ( by|at|when|in|there|from|$ )
      @theyall|@parent|@kin|@friend|someone|teacher|coach|stepdad ~3 ( touch|touches|touched|touching|molests|molested|grooming|groomed|grooms|fondles|fondled|kisses ) !on ~3 ( my|the|our|her|his|a ) ~2 ( @child|sister|brother ) !heart|hand|shoulder|with
      @child ~8 ( touched|touches|touching|touch ) ~2 ( her|him|them|there|private|privates|me|inappropriately )
      @child ~6 ( bruises|bruise|bruised|marks|burns|welts|handprint|cuts|fracture|broken arm|broken bone ) !at|in|school|knee|football|rugby|soccer|bike
      @bruise ~3 on ~2 @child
      @child ~14 @afraid ~5 ( hit|hurt|beaten|slapped|punished )
      @child ~8 @afraid ~4 ( of|to ) ~3 ( him|her|dad|father|mum|mother|stepdad|stepmum|home|hit|@parent|@partner ) !tell|miss
      @child ~6 ( hit|hits|hitting|slapped|slaps|beat|beats|shook|shakes|shaking|hurts|kicked|burned|molested|touches|threw|choked|bites ) ~2 ( her|him|them ) !feelings
      ( adult|man|grown|older|stranger|teacher|uncle|stepdad|guy|online ) ~8 @child ~4 ( nudes|naked|pictures of her|pictures of his|sexual )
      ( uncle|grandpa|grandfather|stepdad|dad|cousin|teacher|coach ) ~2 ( hurts|hurt|touches|touched ) ~1 ( her|him|them ) ~2 ( there|private|privates|down|at night|in bed )
      ( do|does|doing|did ) ( something|things|stuff|it ) to ~2 @child !help
      ( watching|watches|filming|films|filmed|photographs|spying on ) ~2 @child ~3 ( shower|bath|undress|naked|changing|sleep|dress )
      @child ~8 ( secret|secrets ) ~2 ( things|games|game|touching|with )
      ( secret|secrets ) ~2 ( game|games|thing|things ) ~3 ( my|with|our ) ~2 @child
      ( lock|locks|locked|leaves|left|locking ) ~2 ( @child|them ) ~1 ( alone )? ~1 ( in|without|outside|out|for days|overnight|alone ) ~4 ( room|closet|food|cupboard|car|basement|night|dark|hours|days|cold|shed|house )
      ( @child ) ~3 ( no|without|not ) ~2 ( food|eaten|fed|eat ) ~3 ( days|locked|punish|punishment|starving|house )
      ( hurt|hurts|hit|hits|kill|kills|harm|harms|take it out on|hitting|abuse|shake ) ~2 ( the|my|our|his|her ) ~2 ( kids|baby|children|toddler|son|daughter|newborn|stepson|stepdaughter ) !feelings|by|heart
      ( @child ) ~5 ( sends|sent|sending|asks|asked|wants ) ~3 ( nudes|naked|pictures of her body|pictures of his body )
      ( adult|man|grown|older|stranger|teacher|uncle|stepdad ) ~5 ( nudes|naked pictures|sexual|sex ) ~4 @child
      @child ~6 ( found out|says|told|said ) ~6 ( touched her|touched him|touches her|touches him|hurts her|hurts him|hits her|hits him|hit her|hit him|beats her|beats him|hurt her|hurt him )
      ( shake|shakes|shook|shaking ) ~2 ( baby|newborn|infant )
      ( caught|saw|seen|found|catch|heard ) ~3 ( touching|molesting|hitting|beating|hurting|kissing ) ~1 my ~1 @child !on|by
      @child ~2 in ~1 ( danger ) !of
      ( child|kid|boy|girl|kids|children ) ( next door|upstairs|down the road ) ~6 ( screaming|crying|bruises|hit|beaten|screams|marks )
      ( neighbour|neighbor|neighbours|neighbors ) ~1 ( child|kid|kids|boy|girl|baby|son|daughter|children ) ~6 ( screaming|bruises|hit|beaten|screams|marks|hurt|hungry )
      @child ~2 @intend|might|may|could|will ~2 ( hurt|harmed|killed|taken ) by ~3
      family member ~6 ( touch|play with|alone with|bath ) ~3 @child
      ( @child ) ~3 ( year|years ) old? ~6 ( bruises|hit|kicked|touched|abused|beaten )
      ( kicked|hit|slapped|beat|punched|shook|threw|burned|choked ) ~3 ( year|month|years|months ) old
    `,
  },
  {
    tier: 'hard', kind: 'crisis.child-safety', whose: 'child', denial: 'none',
    wording: `
      my|our|the ~1 @child ~2 not ~1 safe ( $|with|at|there|around|from|in|here )
    `,
  },
  {
    tier: 'hard', kind: 'crisis.child-safety', whose: 'self', denial: 'none',
    wording: `
      @parent|stepdad|stepmum|they ~2 not ~1 ( feed|give ) ( me|us ) ( $|food|anything to eat|enough|dinner|anymore|for )
    `,
  },
  {
    tier: 'hard', kind: 'crisis.child-safety', whose: 'self', denial: 'usual',
    wording: `
      my ~3 @parent ~4 ( hit|hits|hitting|slap|slaps|slapping|smacks|beat|beats|beating|punches|punched|kicks|chokes|choked|abuses|abusing|molests|molesting|touches|touching|rapes|raped|belts|whips|burns|strangled|hurts|threatens|attacked|starves ) ~1 me|us !up|with|news|feelings
      my ~2 @parent ~4 ( comes|came|come|sneaks|climbs|gets ) ~3 ( my|in|into ) ~1 ( room|bed|bathroom|shower ) ~2
      my ~2 @parent|stepdad|stepmum ~4 ( throws|threw|locks|locked|pushes|pushed|grabs|grabbed ) ~2 me ~3
      ( @parent|stepdad|stepmum|dad|mum ) ~2 @afraid me ~2
      i ~3 @afraid of my ~2 ( dad|mum|stepdad|stepmum|father|mother|parents|uncle )
      @parent ~5 ( playfully )? ( hits|touches|grabs|rubs ) ~4 my ~1 ( butt|bum|chest|breasts|thigh|privates|body )
      i ~3 ( being|getting|been|am ) ~1 ( abused|beaten|hit|molested|groomed ) ~2 ( at home|by ~1 @parent|by my )
      ( adult|man|guy|teacher|coach|stranger ) ~5 ( nudes|naked pictures|naked photos ) ~6 ( i am|years old|1[0-7]|underage|school|14|15|13|12|16 )
    `,
  },
];
