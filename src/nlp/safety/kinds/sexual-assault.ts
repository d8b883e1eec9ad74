/** Sex or touch that was not agreed to. */
import type { Rule } from '../rule.ts';

export const sexualAssault: readonly Rule[] = [
  {
    tier: 'hard', kind: 'crisis.sexual-assault', whose: 'object', denial: 'usual',
    wording: `
      o=i ~4 ( was|got|were|been|being|is|am|just|getting ) ~2 ( raped|molested|groped|gangraped|fondled|roofied|drugged|spiked|violated )
      ^ ( got|was|been ) ( raped|molested|groped|spiked|roofied|sexually assaulted )
      o=@third ~2 ( was|got|been|being|is|just ) ~2 ( raped|molested|groped|gangraped|roofied )
      ( @stranger|@theyall|@kin|@parent|stepbrother|ex|someone|somebody ) ~2 ( raped|rapes|molested|molests|groped|gropes|fondled|roofied|violated ) ~1 o=me|her|him|my|us
      o=i|@third|me ~4 ( sexually|indecently ) ~1 ( assaulted|abused|attacked|harassed|violated|touched )
      ( sexual ( assault|abuse ) ) ~3 ( survivor|victim|happened|last|at work|by|yesterday|me|my|report )
      ( victim|survivor ) of ~1 ( incest|rape|trafficking|sexual ~1 abuse|sexual ~1 assault|child abuse|childhood abuse )
      o=i ~2 ( was|been|got|being|am ) ~1 ( trafficked|prostituted|groomed|sold ~2 sex )
      o=i ~2 ( was|been|got ) ~1 touched ~1 ( as a|when i was ) ~1 ( child|kid|little|young|small|girl|boy|@underage )
      ( priest|pastor|teacher|coach|doctor|boss|@kin ) ~2 ( abused|molested|groomed|grooming|abuses ) o=me
      s=@kin|@stranger ~2 ( touched|touches ) o=me ~1 ( when|as ) ~3 ( little|child|kid|young|small|@underage )
      ( touched|touches|touching|kissed|kisses ) o=me ~1 ( when|after|even|though|while ) ~2 i ~2 ( said|told|say ) ~2 ( no|not|stop )
      ( put|puts|putting ) it in ~1 ( while|without|anyway|after|when ) ~2 ( i|asking|consent|permission|me|no )
      rape ~1 ( victim|survivor|experiences|experience|kit|happened|me )
      ( my rape|my rapist|my sexual assault|being raped|been raped|got raped|almost raped|tried to rape me|my assault )
      @stranger|@theyall|@kin ~6 ( raped|molested|groped|fondled ) ~1 o=me
      i ~1 ( got|was ) ( assaulted|sexually ) !by
      not stop ~2 when i
      not ~2 take no for an answer
      ( drunk|asleep|drugged|unconscious|passed out|sleeping|blackout ) ~6 ( had|has|having ) sex with me
      had sex with me ~5 ( not|no|never|remember|drunk|asleep|anyway )
      i ~1 ( did not|never ) want ~2 ( it|to|him|her|that|sex )? ~2 ( but )? ~2 @they ~3 ( kept|continued|anyway|did it|forced|still|carried|would not )
      @stranger|date|@they ~6 forced o=me ( $|again|when|and|in|on )
      ( think|was|is|is it|call|called|counts|been|were ) ~6 ( rape|sexual assault ) !scene|victim|film|joke
      ( got|climbed|lying|lay|was|rolled|jumped ) on top of o=me
      push ~1 ( him|her|them ) off
      ( had|have|has ) ( his|her|their ) way with o=me
      ( men|man|guys|guy|stranger|strangers|someone|they ) ~2 ( attacked|assaulted|jumped ) o=me
      did ~2 things to o=me ~3
      i never ~1 ( said yes|agreed|wanted it )
      ( touched|touches|touching|grabbed|rubbed ) o=me ~2 ( where|there|wrong|weird|inappropriate|places|sexually|intimately )
      i ~1 ( was|got|am|been ) ~1 forced ~1 ( to|into ) ~3 ( sex|sexual|sleep|touch|strip|undress|it|him|things|intimate )
      ( said|saying|told|screamed|begged|asked ) ~3 ( stop|no ) ~4 ( continued|laughed|kept going|carried on|ignored|did it anyway|did not listen|would not listen )
      touched|touching|touches o=me ~2 ( sleep|asleep|slept|sleeping )
      ( is|was|is it|counts|count|counted ) ~3 ( rape|sexual assault ) ~4 ( if|when|i|did|happened|me )
      ( someone|somebody|man|guy|stranger|he|she|they ) ~1 assaulted o=me ~4
      ( had|have|having|has ) sex with me ~2 ( while|when|asleep|drunk|without|passed|unconscious|even|although|sleeping )
      ( sex|touched|touches|kissed|it happened|did it|me ) ~2 ( without|against ) my ~1 ( consent|will|permission )
      i ~3 ( did not consent|never consented|not consent|did not agree|never agreed to it )
      i ~1 ( said|kept saying|told|screamed|whispered ) ~3 ( no|stop ) ~2 @they ~4 ( not|kept|anyway|still|going|continued|did|forced ) ~2
      ( forced|forcing|forces ) ~1 ( himself|herself|themselves ) ~1 on ~1 o=me|her
      ( touched|touching|touches|touch|grabbed|rubbed|felt|groped|kissed|licking|stroked ) ~1 o=me|my ~4 ( without|skirt|breasts|breast|chest|crotch|private|genitals|privates|underwear|pants|butt|bum|between|inappropriately|inside|thigh|against|sexually|down there|vagina|penis|shirt )
      ( hand|hands|fingers ) ~2 ( in|inside|down|up|under|into|between ) my ~1 ( blouse|legs|sweater|jumper|thighs|pyjamas|clothes|pants|underwear|trousers|skirt|knickers|bra|dress|shorts|top )
      ( woke|wake|waking|came to|came round ) ~8 ( naked|undressed|clothes off|clothes were off|no clothes|without clothes|underwear|on top of me|inside me|pants down|bleeding|drugged|sore|pants off )
      ( spiked|drugged ) ~1 ( my drink|me|us )
      ( something in ) my drink ~3
      ( made|forced|pressured|coerced|tricked ) o=me ~2 ( do|touch|sleep|have|perform|strip|kiss|suck|undress ) ~2 ( things|sex|him|her|with|stuff|it|acts|oral|naked )
      ( took|takes|taken|slipped|removed|pulled ) ~2 ( off )? ~1 condom ~1 ( off|without|during|secretly|mid|and )?
      stealthed|stealthing ~2
      ( held|hold|pinned|holding ) o=me down ~4 ( turns|raped|inside|pants|clothes|underwear|forced|sex|legs )
      ( kept|keep|carried|continued|would not stop|did not stop ) ~2 ( going|on|fucking|thrusting|doing it|kissing ) ~4 ( crying|begging|begged|no|stop|frozen|froze|asleep|passed )
      i ~1 ( froze|was frozen|went limp|could not move ) ~5 ( inside|touch|touched|on top|finished|did it|clothes|sex )
      ( passed out|blacked out|unconscious|too drunk|asleep ) ~6 ( sex|inside me|on top of me|touching me|undressed|raped|consent|took advantage )
      took advantage of ~1 o=me ~3
    `,
  },
];
