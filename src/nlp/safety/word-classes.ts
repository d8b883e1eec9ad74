/** Words that stand for one another in a safety rule, with all their forms. Read after `spellOut`: no apostrophes, `mom` is `mum`. */
import type { Classes } from './pattern.ts';

const lists = {
  // People
  partner: 'partners husbands wives boyfriends girlfriends husband wife boyfriend girlfriend partner spouse fiance ex exes hubs missus bloke fella lad lass',
  friend: 'friend bestie mate buddy pal roommate flatmate housemate colleague coworker classmate neighbour neighbor bff friends',
  child: 'son daughter child kid kids children baby toddler newborn infant stepson stepdaughter grandson granddaughter niece nephew boy girl babies twins teenager teen stepchild stepkids',
  kin: 'sister brother mum dad father mother parents aunt uncle cousin boss grandma grandpa grandmother grandfather sibling brothers sisters teacher student patient inlaws sis bro nan gran auntie',
  parent: 'dad father mum mother parents stepdad stepmum uncle aunt grandpa grandma grandfather grandmother foster brother guardian carer nan gran',
  stranger: 'man guy men guys someone stranger woman they boss coach teacher coworker colleague roommate driver doctor masseur friend people person uncle cousin neighbour pastor priest date dude',
  they: 'he she they',
  them: 'him her them',
  theyall: 'mine he she they husband wife boyfriend girlfriend partner spouse fiance ex lover man guy woman hubs missus bloke fella exes',
  themall: 'him her them husband wife boyfriend girlfriend partner spouse fiance ex lover hubs missus bloke fella',
  anyone: 'i he she they husband wife boyfriend girlfriend partner spouse fiance ex lover friend bestie mate buddy pal roommate flatmate housemate colleague coworker classmate neighbour neighbor son daughter child kid kids children toddler stepson stepdaughter niece nephew sister brother mum dad father mother aunt uncle cousin boss grandma grandpa grandmother grandfather teenager teen teacher student someone boy girl hubs missus bloke fella sis bro twins',
  third: 'he she they husband wife boyfriend girlfriend partner spouse fiance ex lover friend bestie mate buddy pal roommate flatmate housemate colleague coworker classmate neighbour neighbor son daughter child kid kids children toddler stepson stepdaughter niece nephew sister brother mum dad father mother aunt uncle cousin grandma grandpa teenager teen student someone bloke missus hubs sis bro',
  self: 'myself himself herself themselves themself themselfs',
  my: 'my our his her their the a an this',
  // Helpers
  be: 'am is are was were be been being',
  not: 'not never no nothing nobody none without hardly barely neither nor',
  have: 'have has had having got getting get gets',
  do: 'do does did',
  will: 'will would going might may could can shall should',
  and: 'and or then',
  say: 'say says said saying tell tells told telling text texts texted texting threaten threatens threatened threatening swear swears swore warned warns message messages messaged messaging wrote writes promised promises screams screamed shouts yelled',
  keep: 'keep keeps kept keeping start started starts starting begin began begun',
  want: 'want wants wanted wanting wish wishes wished need needs needed hope hopes hoped prefer ready like longing long rather crave',
  intend: 'want wants wanted wanting wish wishes need needs going go will plan plans planning planned decide decided decides intend intends intending ready trying tried try tries tempted about gonna ought should might could rather may can thinking considering considered contemplating contemplate dream dreaming fantasize fantasise threaten threatens threatened threatening prepared close urge urges thought thoughts wanna',
  think: 'think thinks thinking thought thoughts considering consider considered contemplating contemplate contemplated imagine imagining imagined fantasize fantasise fantasizing fantasising fantasies picture picturing dream dreaming dreams obsessing planning plan plans planned researching googling googled talking talks talked talk ideas idea urge urges visions wondered wondering feelings',
  laugh: 'laughter laughing lol haha lmao embarrassment boredom hunger cringe shame thirst cuteness curiosity laughs',
  // Dying
  die: 'die dying dead died perish deceased',
  kill: 'kill kills killing killed',
  killself: 'kill kills killing killed hang hangs hanging hanged shoot shooting shot drown drowning stab stabbing stabbed poison poisoning poisoned gas starve starving off offing offed murder delete deleting execute suffocate strangle electrocute unalive',
  hurtself: 'hurt hurts hurting harm harms harming harmed cut cuts cutting burn burns burning burned burnt injure injures injuring injured scratch scratching scratched punish punishing punished punch punching punched hit hitting hits bruise stab bite biting slap slapping',
  end: 'end ends ending ended finish finishing finished stop quit quitting',
  alive: 'alive living existing here around breathing live exist',
  live: 'live living exist existing alive',
  suicide: 'suicide suicidal overdose overdosed overdosing selfharm od suicidally odd',
  wake: 'wake waking woken woke',
  pills: 'pills tablets pill meds medication medicine paracetamol ibuprofen antidepressants tylenol xanax ativan valium insulin painkillers aspirin bleach oxy sedatives benzos opioids',
  tool: 'rope noose blade blades razor razors knife gun pistol rifle pills',
  height: 'bridge roof rooftop ledge cliff balcony building tracks platform overpass window',
  vehicle: 'train bus truck lorry traffic car tree wall cliff bridge road river sea ocean subway tube canal lake',
  now: 'now tonight today tomorrow currently soon already',
  // Violence
  hit: 'hit hits hitting hitted slap slaps slapped slapping smack smacks smacked smacking punch punches punched punching beat beats beating beaten kick kicks kicked kicking choke chokes choked choking strangle strangles strangled strangling headbutted headbutt whip whipped whips whipping thrash thrashed thrashes batter batters battered battering bash bashed bashes bashing clobbered throttle throttled throttles suffocate suffocated suffocates smother smothered smothering stab stabs stabbed stabbing backhanded belted bite bites bit biting spits spat burned burnt whacked whacks wallops walloped scratched elbowed manhandles manhandled attacked attacks attacking assaulted assaults assaulting rough roughs pummeled hurts abuses abused abusing brutalized beaten',
  shove: 'push pushes pushed pushing shove shoves shoved shoving grab grabs grabbed grabbing drag drags dragged dragging throw throws threw thrown throwing slam slams slammed slamming pin pins pinned pinning hold holds held holding shake shakes shook shaking yank yanks yanked yanking twist twists twisted restrain restrains restrained trip trips tripped pull pulls pulled pulling jerk jerked force forced hurl hurled hurls knock knocked knocks tackle tackled trap trapped corner cornered corners',
  push: 'push pushes pushed pushing shove shoves shoved shoving grab grabs grabbed grabbing drag drags dragged dragging throw throws threw thrown throwing slam slams slammed slamming pin pins pinned pinning shake shakes shook shaking yank yanks yanked yanking twist twists twisted restrain restrains restrained trip trips tripped pull pulls pulled pulling jerk jerked force forced hurl hurled hurls knock knocked knocks tackle tackled trap trapped corner cornered corners',
  body: 'arm arms neck throat hair face head wrist wrists wall floor ground stairs bed door jaw ribs stomach belly leg legs back chest down sofa couch table against mouth nose eye eyes ear shoulder shoulders shirt collar fridge',
  hurt: 'hurt hurts hurting harm harms harming harmed injure injured injures beat kill kills killing hit hitting hits attack attacks attacked murder murders stab stabs shoot shoots strangle strangles choke chokes punch punches slap slaps destroy rape rapes smack',
  harm: 'kill killing murder murdering stab stabbing shoot shooting strangle strangling choke choking hurt hurting harm harming beat beating attack attacking poison poisoning punch punching hit hitting slap slapping smash bash smack suffocate',
  feelings: 'feelings trust heart pride ego confidence feeling soul spirit world reputation chances hopes trust emotionally deeply badly before enough relationship marriage chances',
  weapon: 'knife gun bat hammer axe pistol rifle weapon machete blade scissors shotgun crowbar',
  bruise: 'bruise bruises bruised concussion stitches blackeye marks welts scars swollen fracture fractured scratches',
  afraid: 'afraid scared terrified frightened fear fears petrified fearful fearing scares terrifies frightens terrify scare frighten dread dreads',
  violent: 'violent physical abusive aggressive dangerous violence handsy physically brutal',
  money: 'money wages salary bank card cards account accounts paycheck pay finances income cash savings pension allowance credit spending earnings passport documents keys papers',
  phone: 'phone phones messages texts emails email whatsapp instagram facebook snapchat location calls social mail accounts devices laptop dms inbox tiktok telegram messenger icloud snap iphone mobile computer',
  people: 'friends family mum sister sisters parents mother anyone relatives people brother dad friend outside loved coworkers colleagues',
  track: 'track tracks tracking tracked monitor monitors monitoring monitored spy spies spying spied stalk stalks stalking stalked bug bugged bugging bugs hack hacks hacked hacking watching watches surveil',
  sex: 'sex intercourse oral anal intimate nudes things stuff',
  rape: 'rape raped rapes raping rapist molest molested molests molesting groped groping fondled gangraped molestation sodomized',
  drink: 'drunk drinking drinks drank drink wasted alcohol high',
  leave: 'leave leaving left go going divorce dump dumping quit separate break breakup breaking walk end move moving stay return come talk block separating ended broke',
  police: 'police ambulance cops 911 999 112 paramedics 000',
  underage: '8 9 10 11 12 13 14 15 16 17 ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  sorry: 'pay regret sorry',
  year: '1960 1961 1962 1963 1964 1965 1966 1967 1968 1969 1970 1971 1972 1973 1974 1975 1976 1977 1978 1979 1980 1981 1982 1983 1984 1985 1986 1987 1988 1989 1990 1991 1992 1993 1994 1995 1996 1997 1998 1999 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024',
} as const;

export const classes: Classes = Object.fromEntries(Object.entries(lists).map(([name, words]) => [name, new Set(words.split(' '))]));

/** Words so frequent that looking for a rule because of them is wasted work. */
export const common: ReadonlySet<string> = new Set(
  'i me my myself am is are was were be been being do does did not no have has had will would can could should might may to of in on at by for from with and or but so that this it he she they him her them his their you your a an the if when what how who why as up out about just want go going get got like know think feel say says said him all any more some there then than into over after before because one time now'.split(' '),
);
