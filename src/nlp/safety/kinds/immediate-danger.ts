/** Danger that is happening while the person writes. */
import type { Rule } from '../rule.ts';

export const immediateDanger: readonly Rule[] = [
  {
    tier: 'hard', kind: 'crisis.immediate-danger', whose: 'self', denial: 'usual',
    wording: `
      ^ @police $
      ( call|send|get|need|dial|phone|want|ring ) ~1 ( ambulance|police|paramedics|cops|911|999 ) ~1 ( now|please|quick|help|right|hurry|$ ) !report|said|never|years
      ( he|she|they|someone|husband|boyfriend|wife|girlfriend|partner|ex|man|guy|door|dad ) ~3 ( breaking|kicking|banging|smashing|pounding|bashing|hammering|trying to break|trying to get|forcing|climbing|broke|break|breaks|kicked ) ~2 ( in|into|down|through|on|at ) ~2 ( the|my|our )? ~1 ( door|window|house|home|flat|apartment|room|bathroom|bedroom ) !now?
      ( he|she|they|someone|husband|boyfriend|wife|girlfriend|partner|ex ) ~3 ( breaking|kicking|smashing|bashing ) ~1 the ~1 ( door|window )
      ( someone|somebody|stranger|man|intruder|ex|he|she ) ~3 ( in|outside|inside|trying to get into|trying to get in|breaking into|entering ) my ~1 ( house|home|flat|apartment|room|door|window ) ~1 ( right now|now|and|with|trying|screaming|refuses|will not|$ ) !flowers
      ( i am|we are|am|are|been ) ~1 ( hiding|locked|barricaded|trapped|hidden ) ~2 ( in|inside|under|behind ) ~1 ( bathroom|closet|bedroom|room|wardrobe|toilet|car|basement|cupboard|garage|shed|bed|attic|loft|cellar )
      ( break|breaking|kick|kicking|smash|smashing|bash|bashing ) ~1 ( down|in )? ~1 the door !news|record|lock
      @theyall|someone ~3 ( just|now ) ~1 ( broke in|broke into|breaking in )
      ( got|has|keeps ) me ( locked|trapped|cornered|tied ) ~3
      ( loading|loaded|loads|cocking|getting his|getting her|getting the ) ~1 ( gun|rifle|shotgun|pistol )
      @theyall|someone|men ~3 ( chasing|chases|hunting ) ~1 ( me|us )
      @theyall|dad|someone|man ( is|keeps ) ( beating|strangling|choking|stabbing|attacking|killing ) ~2 ( her|him|my|mother|mum|them|someone|us|dad ) !up|at|about
      ( cut|cuts|went|sliced ) ~2 too deep
      not ~1 stop ~1 bleeding
      ( there is|is ) ~1 ( someone|man|stranger|intruder|somebody ) ~1 in my ~1 ( house|home|flat|room|garden|apartment )
      @theyall|someone|dad|brother|mum|father|mother ~2 ( has|have|got|holding|waving|grabbed|pulled|brought ) ( a|the|his|her|another )? ( gun|knife|pistol|rifle|machete|shotgun|weapon ) !for|license|licence|collection|permit|shop|store|range|safe|rack|set|from|because|control|cabinet|club|tattoo|block|show|skills|but
      ( help|hurry|save me|quick ) ~3 @theyall|dad|stepdad|someone ~1 ( coming|outside ) ( $|for me|now|in|up|after|at me|right|with )
      @theyall ~2 ( at|outside|downstairs ) ~3 i ~2 @afraid !to
      @theyall|someone|man|guy|stranger ~3 ( breaking|trying to break|trying to get|breaks|forcing ) ~2 in ( $|now|right|help|please|through )
      i ~1 tied up !at|in|with|till|until|all
      get out now ~1 ( he|she ) ~1 coming
      ^ @theyall ~1 ( at|outside|behind ) ~1 door ~3 ( key|knife|gun|bat|hammer|drunk|shouting|yelling|screaming|banging|kicking|furious ) ~2
      someone|man|guy|stranger|men|car ~1 ( is|are|keeps|was|been ) ( following|chasing ) o=me ( $|home|now|right|and|again|down|everywhere|with )
      ( am|being|been|getting ) ~1 followed ( $|home|by|right|now|again|everywhere )
      @theyall|they|someone|dad ~2 coming ( for|after|to get|to kill|to hurt ) o=me ( $|now|with|help|and|right|tonight )
      ( am|are|feel ) not ~1 safe ( at home|in my ~1 home|in this house|where i am )
      ( held|holding|holds|keeps|kept ) ~1 ( me|us )? ~1 ( hostage|captive )
      @theyall|someone|they|man ~2 ( kidnapped|abducted|kidnaps ) ( me|us|my )
      i ~1 ( was|been|being|am ) ~1 ( kidnapped|abducted )
      s=someone|they|family|people|@kin|@parent ~3 ( trying|tried|tries|wants|want|threatened|threatens|threatening|plans|planning|going ) ~1 to ( kill|murder|shoot|stab ) o=me|us
      looking for me ~3 ( with|now|outside|house|hammer|knife|gun )
      ( on his way|on her way|on the way|coming over|coming here|coming back ) ~9 ( hurt|kill|beat ) me
      ( so much blood|blood everywhere|lot of blood )
      i ~1 just ~1 ( took|swallowed|drank ) ~1 ( all|everything|them all|it all|the whole )
      ( hiding|barricaded ) ~5 ( outside|screaming|door|from him|from her|kicking|banging|knife|gun|looking for me )
      i am ~2 ( hiding ) from ~2 ( him|her|them|@partner|someone|dad )
      ( he|she|they|someone|husband|boyfriend|wife|girlfriend|partner|ex|dad|guy ) ~3 ( has|have|got|holding|with|pointing|grabbed|waving|pulled ) ~2 @weapon ~5 ( now|here|house|outside|help|kitchen|door|room|coming|downstairs|upstairs ) !love
      ( gun|knife|weapon ) ~2 ( pointed at|aimed at|held to|against|to ) ~1 ( me|my head|my throat|us|her head )
      ( i am|she is|he is|we are ) ~1 bleeding !heart|out|period|inside|money
      ( bleeding|blood ) ~3 ( badly|a lot|everywhere|heavily|lots|not stop|head|stop )
      ( not|never|am not ) safe ( right now|now|here|tonight|at the moment|at home right now|at this moment )
      i am in ~2 ( danger ) !of
      ( in ( immediate|danger|real danger|serious danger ) ) ~1 ( danger|right now|now )
      ( life is in danger|lives are in danger )
      ( he|she|they|husband|boyfriend|ex|wife|partner ) ~3 ( coming|comes|here|outside|downstairs|upstairs|arriving|on his way|on her way ) ~5 ( kill|hurt|beat|gun|knife|please help|help me|going to hurt|going to kill|hide|call the|smash|scared for my life )
      ( he|she|they|husband|boyfriend|ex ) ~2 coming ( up|down ) ~1 ( stairs|hallway|hall|drive|driveway ) ~2 ( help|please|screaming|angry|hide|scared|shouting|knife|gun|i am )
      s=@theyall ~1 ( going to|about to|trying to|tries to|wants to|is ) ~1 ( kill|killing|strangling|choking|stabbing|shooting|beating ) me ( right now|now|help|tonight|please|$ )
      ( hitting|beating|choking|strangling|attacking|hurting|stabbing|raping ) ~1 ( me|us|her|my mum|him|mum|my @child ) ~1 ( right now|now|help|as i|while i|please|at this )
      ( being|getting ) ~1 ( attacked|beaten|followed|strangled|chased|kidnapped|held hostage|stabbed|choked ) ~1 ( right now|now|help )
      ( help|please|need|help me ) ~4 ( he is|she is|he has|she has ) ~3 ( kill|killing|hurt|hurting|beating|knife|gun|hitting|choking|attacking|here|stairs|door )
      ( took|swallowed|taken ) ~7 ( pills|tablets|bottle|box|overdose ) ~6 ( not wake|unconscious|not breathing|not responding|can not wake|passed out|dizzy|sleepy|throwing up|passing out )
      ( will not|not|can not|would not ) ( wake|waking ) ~1 ( up|him|her )? ~3 ( pills|overdose|breathing|took|box|bottle|blue )
      ( not|stopped|can not|barely|isnt|hardly ) breathing ~2 !exercise|when|panic|well
      ( emergency ) ~2 ( right now|please help|he is|she is|help me|services )
      ( stabbed|shot|cut|slit ) ~2 ( myself|my wrists|my wrist|me|her|him ) ~3 ( bleeding|just now|now|blood|minutes ago|help )
      ( just ) ~1 ( took|swallowed|taken|cut|slit|overdosed|drank ) ~3 ( all|bottle|pack|whole|box|wrist|wrists|overdose|bleach|pills|tablets|handful ) ~3
      ( right now|now|tonight ) ~2 ( going to|gonna|will|about to ) ~1 ( jump|do it|kill myself|end my life|shoot myself|hang myself )
      ( he|she|husband|boyfriend|wife|ex ) ~4 ( will|would|does|is|not ) ~2 let me ~1 ( out|leave|go ) ~1 ( right now|now|help|please )
    `,
  },
];
