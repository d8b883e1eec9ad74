/**
 * Words as people type them -> the words that rules are written in: `I'm` and `im` are `i am`, `didn't` and `didnt` are
 * `did not`, `wanna` is `want to`, `bf` is `boyfriend`. Read after `normalise`.
 */
import { STOP } from './pattern.ts';

export function spellOut(text: string): string[] {
  const out: string[] = [];
  for (const token of text.match(/[a-z0-9']+|[.!?;]+/g) ?? []) {
    if (/^[.!?;]/.test(token)) {
      if (out.length > 0 && out.at(-1) !== STOP) out.push(STOP);
    } else out.push(...expand(withoutQuotes(token)));
  }
  return joinPairs(dropLoneStops(out));
}

function withoutQuotes(token: string): string {
  let from = 0;
  let to = token.length;
  while (from < to && token[from] === "'") from += 1;
  while (to > from && token[to - 1] === "'") to -= 1;
  return token.slice(from, to);
}

function expand(token: string): readonly string[] {
  const known = written.get(token);
  if (known !== undefined) return known;
  if (/^[a-z]*$/.test(token)) return token === '' ? [] : [token];
  const age = /^(\d{1,2})(yo|yrs?|years?|f|m)$/.exec(token) ?? /^(im)(\d{2})$/.exec(token);
  if (age !== null) return age[1] === 'im' ? ['i', 'am', age[2] ?? ''] : [age[1] ?? '', age[2] === 'f' || age[2] === 'm' ? age[2] : 'years'];
  const quote = token.indexOf("'");
  if (quote < 0) return token === '' ? [] : [token];
  const end = endings.get(token.slice(quote));
  if (token.endsWith("n't")) return [token.slice(0, -3), 'not'];
  const stem = token.slice(0, quote);
  if (token.slice(quote) === "'s") return isAfter.has(stem) ? [stem, 'is'] : [stem];
  return end === undefined ? [token.replaceAll("'", '')] : [stem, end];
}

/** "wanna die", "afraid of my wife": who leaves out the first word of a sentence means "I". */
export function withSubject(words: readonly string[]): string[] {
  const out: string[] = [];
  for (const [at, word] of words.entries()) {
    const opens = at === 0 || words[at - 1] === STOP;
    if (opens && (selfOpeners.has(word) || (word === 'do' && words[at + 1] === 'not' && meantOfSelf.has(words[at + 2] ?? '')) || (word === 'can' && words[at + 1] === 'not'))) out.push('i');
    out.push(word);
  }
  return out;
}

const selfOpeners: ReadonlySet<string> = new Set('want wanted going thinking thought been got lost feel feeling felt afraid scared terrified frightened had wish hope hoping keep might took tried tired sick hate slapped sitting standing planning ready considering contemplating swallowed cutting hurting wondering wishing bought just getting living trying honestly kinda sorta lowkey'.split(' '));
const meantOfSelf: ReadonlySet<string> = new Set('want know see feel think wish deserve have care even'.split(' '));

/** "I. want. to. die": a mark after every single word parts nothing. */
function dropLoneStops(words: string[]): string[] {
  const stops = words.filter((word) => word === STOP).length;
  return stops > 1 && stops * 2 >= words.length - 1 ? words.filter((word) => word !== STOP) : words;
}

function joinPairs(words: readonly string[]): string[] {
  const out: string[] = [];
  for (const word of words) {
    const before = out.at(-1) ?? '';
    const joined = pairFirsts.has(before) ? pairs.get(`${before} ${word}`) : undefined;
    if (joined === undefined) out.push(word);
    else out[out.length - 1] = joined;
  }
  return out;
}

const endings: ReadonlyMap<string, string> = new Map([["'m", 'am'], ["'re", 'are'], ["'ve", 'have'], ["'ll", 'will'], ["'d", 'would']]);
const isAfter: ReadonlySet<string> = new Set('he she it that there what who where everything nobody everyone here this which'.split(' '));

const pairs: ReadonlyMap<string, string> = new Map([
  ['no one', 'nobody'], ['any more', 'anymore'], ['self harm', 'selfharm'], ['self harming', 'selfharm'], ['self harmed', 'selfharm'], ['self harms', 'selfharm'],
  ['every one', 'everyone'], ['every body', 'everyone'], ['any one', 'anyone'], ['for ever', 'forever'], ['my self', 'myself'],
  ['him self', 'himself'], ['her self', 'herself'], ['step dad', 'stepdad'], ['step father', 'stepdad'], ['boy friend', 'boyfriend'], ['girl friend', 'girlfriend'],
  ['can t', 'can not'], ['won t', 'will not'], ['every day', 'everyday'], ['every night', 'everynight'], ['some one', 'someone'], ['good bye', 'goodbye'], ['good byes', 'goodbye'],
]);

const pairFirsts: ReadonlySet<string> = new Set([...pairs.keys()].map((pair) => pair.split(' ')[0] ?? ''));

const written: ReadonlyMap<string, readonly string[]> = new Map(
  `im=i am|i'm=i am|ive=i have|id=i would|iam=i am|ima=i am going to|imma=i am going to|dont=do not|don't=do not|doesnt=does not|didnt=did not|cant=can not|can't=can not|cannot=can not|cnt=can not
  wont=will not|won't=will not|shan't=will not|isnt=is not|wasnt=was not|arent=are not|werent=were not|hasnt=has not|havent=have not|hadnt=had not|wouldnt=would not|couldnt=could not
  shouldnt=should not|aint=am not|ain't=am not|hes=he is|shes=she is|thats=that is|theres=there is|whats=what is|youre=you are|theyre=they are|theyve=they have|theyd=they would
  theyll=they will|itll=it will|itd=it would|he'll=he will|everyones=everyone is|nobodys=nobody is|wanna=want to|wana=want to|gonna=going to
  gunna=going to|gona=going to|gotta=got to|hafta=have to|tryna=trying to|finna=going to|lemme=let me|gimme=give me|u=you|ur=your|r=are|y=why|cuz=because|cos=because|coz=because|bc=because
  bf=boyfriend|gf=girlfriend|bfs=boyfriend|gfs=girlfriend|bff=friend|hubby=husband|hubbys=husband|wifey=wife|rn=right now|tn=tonight|kms=kill myself|kys=kill yourself|unalive=kill|unaliving=killing
  unalived=killed|sewerslide=suicide|sewercide=suicide|selfharm=selfharm|selfharming=selfharm|selfharmed=selfharm|tmrw=tomorrow|tmr=tomorrow|ppl=people|sum1=someone|som1=someone|any1=anyone
  no1=nobody|noone=nobody|every1=everyone|everybody=everyone|somebody=someone|anybody=anyone|b4=before|2nite=tonight|2day=today|nite=tonight|plz=please|pls=please|thru=through|w=with|n=and
  cus=because|wut=what|dad's=dad|idk=i do not know|idc=i do not care|ik=i know|smth=something|sth=something|abt=about|msgs=messages|txt=text|txts=texts|insta=instagram|em=them|'em=them
  mom=mum|mommy=mum|mummy=mum|mam=mum|moms=mum|mums=mum|daddy=dad|dads=dad|goodbyes=goodbye|suicidle=suicidal|sucide=suicide|sucidal=suicidal|suiside=suicide|killmyself=kill myself|alot=a lot
  anymore=anymore|nomore=anymore|fiance=fiance|fiancee=fiance|stepfather=stepdad|stepmother=stepmum|stepmom=stepmum|bday=birthday|babe=partner|outta=out of|lotta=lot of|arnt=are not|wnt=want|wat=want|gong=going|ahve=have|teh=the|fo=of|si=is|yuo=you|taht=that|adn=and|jsut=just|liek=like|knwo=know|hsi=his|em=them`
    .split(/[|\n]/).map((row) => row.trim().split('=')).map(([from = '', to = '']) => [from, to.split(' ')] as const),
);
