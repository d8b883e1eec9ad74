/** A partner who holds their own death over the person: "if you leave me, I will ...". */
import type { Rule } from '../rule.ts';

export const suicideThreat: readonly Rule[] = [
  {
    tier: 'hard', kind: 'crisis.partner-suicide-threat', whose: 'partner', denial: 'usual',
    wording: `
      s=@theyall ~2 ( sent|sends|texted|showed|shows ) ~1 me ~3 ( picture|photo|video|photos|pictures ) of ~2 ( noose|rope|pills|blade|cut|cuts|cutting|wrist|wrists|bridge|razor|ledge )
      s=@theyall ~3 ( threaten|threatens|threatened|threatening ) ~3 ( suicide|kill @self|hurt @self|harm @self|end ~1 life|jump|overdose|cut @self|take @pills|do something stupid|hang @self|end it|shoot @self|die|self )
      s=@theyall ~4 ( suicide|suicidal ) ~1 ( threat|threats|blackmail|card )
      s=@theyall ~2 ( use|uses|used|using ) ~2 ( suicide|suicidal ) ~2
      ( suicide|suicidal ) ~2 ( threat|threats|blackmail ) ~6 ( leave|break|stay|he|she|partner|husband|wife|boyfriend|girlfriend )
      s=@theyall ~5 ( @killself @self|hurt @self|harm @self|cut @self|hurts @self|cuts @self|overdose|jump off|jumps off|die|dies|pills|life|wrists|suicide|end it|ends it|end it all|dead|bridge|selfharm|rope ) ~3 ( if|unless|when|because ) ~2 ( i|we|me ) ~2 ( leave|left|go|divorce|dump|quit|separate|break|walk|end|move|stay|return|come|talk|answer|reply|block|ever|do not )
    `,
  },
  {
    tier: 'hard', kind: 'crisis.partner-suicide-threat', whose: 'partner', denial: 'none',
    wording: `
      ( if|when|whenever|unless|because|every time ) ~1 i ~3 ( leave|leaving|left|go|divorce|dump|separate|break|walk|end|move|stay|return|come|talk|block|try|reply|answer ) ~6 @theyall ~5 ( @killself @self|hurt @self|harm @self|cut @self|overdose|jump|dead|die|suicide|end ~1 life|ends ~1 life|end it all|ends it all|pills|bridge|cuts|selfharm )
      ( leave|leaving|break|breaking|divorce|end|going|dump ) ~4 ( because|or|scared|afraid|means|in case|worried ) ~4 ( kill @self|hurt @self|harm @self|kills @self|end ~1 life|ends ~1 life|ends it|suicide|cut @self|die|do something to @self|suicidal|dead )
      ( leave|end it|break up|divorce|go ) but ~2 ( @afraid|worried|think|know|he|she|they ) ~5 ( kill @self|hurt @self|harm @self|end ~1 life|suicide|cut @self|do something to @self|die )
      ( come back|do not leave|stay|answer|call|reply|marry|text ) ~3 or i ~3 ( @killself myself|die|hurt myself|end it|jump|end my )
      ( death|blood|suicide|life ) ~1 ( on|is on ) ~1 ( my conscience|my hands|my shoulders|my soul )
      @they ~7 ( says|said|threatens|screams|threatened|swears ) ~3 ( jump|hang himself|hang herself|shoot himself|shoot herself ) ~2
      @they ~4 ( pills|knife|gun|rope|blade|razor ) in ~1 hand ~8 ( choose|stay|leave|go|come|me|i )
      @they ~6 ( crash|drive off|drive into|wreck ) ~6 because ~1 i
      @they ~3 rather ~1 ( die|be dead ) than ~1 ( lose|be|live|go|let|see )
      @theyall ~10 ( break up|leave|divorce|go ) ~8 ( jump off|hang|overdose|kill @self|end ~1 life )
      ( find|finding|found ) ( him|her|them ) ~1 ( dead|hanging|in the morning dead )
      ( my fault|on me|blood on my hands|your fault|to blame ) ~3 ( if|when ) @theyall ~3 ( dead|dies|die|kills|suicide|gone|does it )
      s=@theyall ~6 ( rope|noose|pills|blade|gun|knife|bridge ) ~8 ( i make|i made|made me do|make him|makes him|make her|because of me|look what you|my fault|leave|stay|come back )
      s=@theyall ~4 ( do something ( stupid|to @self|bad|drastic ) ) ~3 ( if|unless|when ) ~2 i
      @theyall ~3 @say ~4 ( nothing to live for|no reason to live|not live without me|can not live without me|die without me ) ~4 ( pills|dead|kill|suicide|bridge|end|so i stay|so i can not leave|hang|knife )
    `,
  },
];
