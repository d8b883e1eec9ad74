/**
 * Plain words of crisis in the most spoken languages besides English: dying, killing oneself, being hit by a partner, help now.
 * Only whole, unmistakable phrases; nobody is expected to be understood further.
 */
import type { SafetyKind } from '../../conversation/reading.ts';

type Phrases = Readonly<Partial<Record<SafetyKind, string>>>;

/** Letters with marks are written without them, as `normalise` does: `no quiero vivir mas`. */
export const latin: Phrases = {
  'crisis.self-harm': `
    quiero morir|me quiero morir|quiero morirme|quiero matarme|me quiero matar|me voy a matar|voy a matarme|quitarme la vida|no quiero vivir|no quiero seguir viviendo|ya no quiero vivir|suicidarme|pienso en suicidarme|quiero suicidarme|quiero acabar con mi vida|no tengo ganas de vivir|hacerme dano|ojala no despertara|ojala estuviera muerto|ojala estuviera muerta
    je veux mourir|j'ai envie de mourir|envie de mourir|je veux me tuer|je vais me tuer|je ne veux plus vivre|je veux plus vivre|me suicider|en finir avec la vie|je veux en finir|mettre fin a mes jours|me faire du mal|envie de me suicider
    quero morrer|eu quero morrer|quero me matar|vou me matar|nao quero mais viver|nao quero viver|tirar minha vida|tirar a minha vida|me suicidar|vontade de morrer|acabar com a minha vida|acabar com minha vida|me machucar
    ich will sterben|ich mochte sterben|ich will nicht mehr leben|ich mochte nicht mehr leben|ich bringe mich um|mich umbringen|mir das leben nehmen|selbstmord|ich will tot sein|will nicht mehr leben|suizidgedanken|ich ritze mich|keine lust mehr zu leben
    ingin mati|saya ingin mati|aku ingin mati|mau mati|pengen mati|saya mau mati|aku mau mati|ingin bunuh diri|mau bunuh diri|bunuh diri|mengakhiri hidup|tidak ingin hidup lagi|gak mau hidup lagi|nak mati|nak bunuh diri|tak nak hidup
    marna chahta hoon|marna chahta hu|marna chahta hun|marna chahti hoon|marna chahti hu|marna chahti hun|mujhe marna hai|jeena nahi chahta|jeena nahi chahti|jina nahi chahta|khudkushi|khud ko maar|khudkhushi|aatmahatya|mar jana chahta|mar jana chahti|jeene ka mann nahi|jeene ki ichha nahi
    ami morte chai|ami mortey chai|atmohotta|bachte chai na|beche thakte chai na|nijeke mere
    olmek istiyorum|yasamak istemiyorum|kendimi oldurmek|intihar etmek|intihar edecegim|canima kiymak
    toi muon chet|muon chet|tu tu|khong muon song|tu sat|em muon chet|minh muon chet
    voglio morire|voglio uccidermi|non voglio piu vivere|mi voglio uccidere|suicidarmi|chce umrzec|chce sie zabic|nie chce zyc|gusto ko nang mamatay|magpakamatay|ayoko nang mabuhay|nataka kufa|nataka kujiua|i wan die|i wan kill myself|ya khochu umeret|hochu umeret|urido an amut|uridu an amut|biddi mout|biddi amoot|wo xiang si|shinitai|jugo sipeo
    mala marayche aahe|mala jagaycha nahi|chanipovalani undi|chachipovalani undi|saaganum|naan saaga|saga vendum`,
  'crisis.partner-abuse': `
    mi marido me pega|mi esposo me pega|mi novio me pega|mi pareja me pega|mi esposo me golpea|mi marido me golpea|mi novio me golpea|mi pareja me golpea|mi ex me amenaza|me amenaza con matarme|me quiere matar|me va a matar|me maltrata|mi mujer me pega|mi esposa me pega|me obliga a tener sexo|tengo miedo de mi esposo|tengo miedo de mi marido|tengo miedo de mi pareja|le tengo miedo a mi esposo|me agarro del cuello|me apreto el cuello|me apreta el cuello|me dio una cachetada|me dio una bofetada|me dio un punetazo|me dio una paliza|me empujo contra la pared|me encierra en casa|me encierra en la casa|no me deja salir de casa|no me deja salir de la casa|me amenazo con un cuchillo|me amenazo con matarme|amenazo con matarme|me obligo a tener sexo|tengo miedo de mi novio|tengo miedo de mi novia|tengo miedo de mi ex|le tengo miedo a mi marido|le tengo miedo a mi novio|le tengo miedo a mi pareja|miedo de que me pegue|miedo de que me mate
    mi novio me pego|mi novio me golpeo|mi novio me empujo|mi novio me estrangulo|mi novio me ahorco|mi novio me tiene amenazada|mi novio me tiene amenazado|mi novia me pego|mi novia me golpeo|mi novia me empujo|mi novia me estrangulo|mi novia me ahorco|mi novia me tiene amenazada|mi novia me tiene amenazado|mi pareja me pego|mi pareja me golpeo|mi pareja me empujo|mi pareja me estrangulo|mi pareja me ahorco|mi pareja me tiene amenazada|mi pareja me tiene amenazado|mi marido me pego|mi marido me golpeo|mi marido me empujo|mi marido me estrangulo|mi marido me ahorco|mi marido me tiene amenazada|mi marido me tiene amenazado|mi esposo me pego|mi esposo me golpeo|mi esposo me empujo|mi esposo me estrangulo|mi esposo me ahorco|mi esposo me tiene amenazada|mi esposo me tiene amenazado|mi esposa me pego|mi esposa me golpeo|mi esposa me empujo|mi esposa me estrangulo|mi esposa me ahorco|mi esposa me tiene amenazada|mi esposa me tiene amenazado|mi mujer me pego|mi mujer me golpeo|mi mujer me empujo|mi mujer me estrangulo|mi mujer me ahorco|mi mujer me tiene amenazada|mi mujer me tiene amenazado|mi ex me pego|mi ex me golpeo|mi ex me empujo|mi ex me estrangulo|mi ex me ahorco|mi ex me tiene amenazada|mi ex me tiene amenazado
    mon mari me frappe|mon mari me bat|mon copain me frappe|mon conjoint me frappe|mon copain me bat|il me frappe|il me bat|ma femme me frappe|elle me frappe|il menace de me tuer|il va me tuer|j'ai peur de mon mari|j'ai peur de lui|il m'etrangle|il m'a etranglee|il m'a frappee|il m'a frappe
    meu marido me bate|meu namorado me bate|ele me bate|meu marido me agride|ele me agride|ele vai me matar|ameaca me matar|tenho medo do meu marido|tenho medo do meu namorado|meu marido me bateu|ele me bateu|minha mulher me bate|meu companheiro me bate
    mein mann schlagt mich|mein freund schlagt mich|er schlagt mich|meine frau schlagt mich|sie schlagt mich|er hat mich geschlagen|mein mann hat mich geschlagen|er wurgt mich|er droht mich umzubringen|ich habe angst vor meinem mann|ich habe angst vor ihm|er bringt mich um
    suami saya memukul saya|suami saya memukul|suamiku memukul|suami pukul saya|dipukul suami|pacar saya memukul|pacarku memukul|kdrt|suami mengancam
    mera pati mujhe marta|mera pati mujhe maarta|pati marta hai|pati maarta hai|shohar marta hai|shohar mujhe marta|mujhe marta hai|mujhe maarta hai
    amar shami amake mare|shami amake mare|swami amake mare
    kocam beni dovuyor|kocam bana vuruyor|sevgilim beni dovuyor|beni dovuyor|bana vuruyor|beni oldurecek|chong toi danh toi|chong danh toi|bi chong danh|chong em danh em
    mio marito mi picchia|il mio ragazzo mi picchia|mi picchia|maz mnie bije|on mnie bije|sinasaktan ako ng asawa ko|binubugbog ako|mume wangu ananipiga|muzh menya byet|zawji yadribuni|jawzi yadribni|my husband dey beat me`,
  'crisis.partner-suicide-threat': `
    amenaza con matarse|amenaza con suicidarse|amenaza con quitarse la vida|dice que se mata si|dice que se va a matar|dice que se va a suicidar|dice que se suicida si|dice que se quita la vida`,
  'crisis.harm-others': `
    le pegue a mi novio|le pegue a mi novia|le pegue a mi pareja|le pegue a mi marido|le pegue a mi esposo|le pegue a mi esposa|le pegue a mi mujer|le pegue a mi hijo|le pegue a mi hija|golpee a mi novio|golpee a mi novia|golpee a mi pareja|golpee a mi marido|golpee a mi esposo|golpee a mi esposa|golpee a mi mujer|golpee a mi hijo|golpee a mi hija|le levante la mano a mi novio|le levante la mano a mi novia|le levante la mano a mi pareja|le levante la mano a mi marido|le levante la mano a mi esposo|le levante la mano a mi esposa|le levante la mano a mi mujer|le levante la mano a mi hijo|le levante la mano a mi hija|empuje a mi novio|empuje a mi novia|empuje a mi pareja|empuje a mi marido|empuje a mi esposo|empuje a mi esposa|empuje a mi mujer|le pegue a ella|le pegue a el`,
  'crisis.immediate-danger': `
    ayuda por favor me va a matar|llamen a la policia|necesito ayuda urgente|aidez moi il va me tuer|appelez la police|me ajuda ele vai me matar|chame a policia|rufen sie die polizei|ruft die polizei|tolong panggil polisi|polis cagirin|goi canh sat`,
  'crisis.sexual-assault': `me violaron|abuso sexualmente de mi|abuso de mi sexualmente|abusaron de mi|me forzo a tener|me agredieron sexualmente|me violo|fui violada|j'ai ete violee|on m'a violee|il m'a violee|fui estuprada|ele me estuprou|ich wurde vergewaltigt|er hat mich vergewaltigt|saya diperkosa|aku diperkosa|tecavuze ugradim|mera rape hua`,
};

/** Other scripts: looked for anywhere in the text. */
export const scripts: Phrases = {
  'crisis.self-harm': `
    我想死|我想自杀|我想自殺|不想活了|不想活|想自杀|想自殺|自杀|自殺したい|结束生命|結束生命|结束我的生命|活不下去|轻生|輕生|想去死|我要去死|想死了|自残|自殘
    मरना चाहता|मरना चाहती|मर जाना चाहता|मर जाना चाहती|आत्महत्या|जीना नहीं चाहता|जीना नहीं चाहती|मुझे मरना है|खुदकुशी|ख़ुदकुशी|जीने की इच्छा नहीं|खुद को मार
    أريد أن أموت|اريد ان اموت|أريد الموت|اريد الموت|أريد أن أنتحر|اريد ان انتحر|الانتحار|انتحر|أنتحر|لا أريد أن أعيش|لا اريد ان اعيش|أقتل نفسي|اقتل نفسي|عايز اموت|عايزة اموت|بدي موت|ابي اموت|أتمنى الموت|اتمنى الموت|مش عايز اعيش
    মরতে চাই|আত্মহত্যা|বাঁচতে চাই না|বেঁচে থাকতে চাই না|নিজেকে মেরে|মরে যেতে
    хочу умереть|не хочу жить|покончить с собой|покончу с собой|убить себя|убью себя|суицид|самоубийств|не хочу больше жить|хочется умереть|режу себя|хочу сдохнуть|жить не хочется
    مرنا چاہتا|مرنا چاہتی|خودکشی|خود کشی|جینا نہیں چاہتا|جینا نہیں چاہتی|مر جانا چاہ|مجھے مرنا ہے
    死にたい|自殺したい|自殺|消えたい|生きたくない|死のう|リストカット|生きていたくない
    죽고 싶|죽고싶|자살|살기 싫|살고 싶지 않|자해|죽어버리고
    मरायचे आहे|मरायचंय|जगायचं नाही|जगायचे नाही|చచ్చిపోవాలని|చనిపోవాలని|ఆత్మహత్య|బతకాలని లేదు|சாக வேண்டும்|தற்கொலை|சாகணும்|வாழ விரும்பவில்லை|செத்துடலாம்
    อยากตาย|ฆ่าตัวตาย|ไม่อยากมีชีวิต|میخواهم بمیرم|می خواهم بمیرم|میخوام بمیرم|خودکشی|θελω να πεθανω|θέλω να πεθάνω|хочу померти|покінчити з собою|રડવું મરવું|મરવું છે|ਮਰਨਾ ਚਾਹੁੰਦ|ਖੁਦਕੁਸ਼ੀ`,
  'crisis.partner-abuse': `
    老公打我|丈夫打我|男朋友打我|男友打我|老婆打我|他打我|她打我|家暴|他要杀我|他威胁要杀|他掐我|被老公打|被丈夫打|被男友打
    पति मुझे मारता|पति मारता|पति मुझे पीटता|मुझे मारता है|मुझे पीटता|पति मुझे मारते|बॉयफ्रेंड मुझे मारता
    زوجي يضربني|يضربني|زوجي يهددني|يهددني بالقتل|سيقتلني|بيضربني|جوزي بيضربني|أخاف من زوجي|اخاف من زوجي|خطيبي يضربني|حبيبي يضربني
    স্বামী আমাকে মারে|স্বামী মারে|আমাকে মারধর|স্বামী আমাকে পেটায়|আমাকে মারে
    муж бьет меня|муж бьёт меня|муж меня бьет|муж меня бьёт|он бьет меня|он бьёт меня|он меня бьет|он меня бьёт|парень бьет меня|парень бьёт меня|парень меня бьет|парень меня бьёт|угрожает убить|он меня душил|муж избивает|муж меня избил|он меня избил|боюсь мужа|муж избил
    شوہر مجھے مارتا|شوہر مارتا|مجھے مارتا ہے|مجھے مارتے ہیں|شوہر مجھے مارتے
    夫に殴られ|旦那に殴られ|彼氏に殴られ|彼に殴られ|夫が殴る|旦那が殴る|彼氏が殴る|殴られて|暴力を振るわれ|旦那が暴力|夫が暴力|首を絞められ
    남편이 때|남편이 저를 때|남자친구가 때|남친이 때|때려요|남편에게 맞|폭행당|남편한테 맞
    नवरा मला मारतो|नवरा मारतो|భర్త నన్ను కొడ|నన్ను కొడుతున్నాడు|கணவர் என்னை அடி|கணவன் என்னை அடி|ผัวตีฉัน|สามีทำร้าย|แฟนตบ|شوهرم مرا میزند|شوهرم منو میزنه|чоловік б'є мене|чоловік мене б'є`,
  'crisis.immediate-danger': `报警救命|救命|快报警|मुझे बचाओ|बचाओ मुझे|أنقذوني|انقذوني|النجدة|спасите|помогите он|вызовите полицию|助けて殺され|警察を呼んで|살려주세요|경찰 불러|বাঁচাও আমাকে|مجھے بچاؤ`,
  'crisis.sexual-assault': `被强奸|被強姦|被性侵|强奸了我|मेरा बलात्कार|बलात्कार हुआ|اغتصبني|تم اغتصابي|اغتصاب|меня изнасиловали|изнасиловал|レイプされ|성폭행|강간당|ধর্ষণ`,
};
