/**
 * What research on languages and their models talks of, as beginnings of folded words. A short name that is a word or an acronym elsewhere
 * is one of ours in a sentence that speaks of both: the shelf's own names are in its data, this is only what all of them share.
 */
const TECHNICAL = (
  'model,llm,gpt,llama,qwen,gemma,mistral,bloom,bert,mbert,xlm,mt5,pretrain,pre train,finetun,fine tun,prompt,zero shot,few shot,parameters,embedding,' +
  'token,encoder,decoder,benchmark,dpo,rlhf,instruction,accuracy,f1,bleu,rouge,ndcg,retriev,summari,answers,inference,baseline,annotat,' +
  'nlp,leaderboard,ablation,checkpoint,lora,adapter,模型,モデル,모델,модел'
).split(',');

const LANGUAGES = (
  'language languages lingual multilingual crosslingual bilingual monolingual english german french spanish italian portuguese dutch polish czech ' +
  'russian ukrainian turkish arabic hebrew persian hindi urdu bengali tamil telugu nepali sanskrit chinese mandarin cantonese japanese korean thai ' +
  'vietnamese indonesian swahili kiswahili hausa yoruba igbo zulu xhosa amharic basque catalan galician estonian finnish hungarian romanian ' +
  'bulgarian greek serbian croatian slovak danish swedish norwegian icelandic luxembourgish bavarian maltese latvian lithuanian quechua aymara guarani ' +
  'sprache langue idioma lengua язык 语言 語言 言語 언어'
).split(' ');

/** How many of some beginnings of words stand in a folded text, which begins with a space. */
export function countIn(beginnings: readonly string[], text: string): number {
  let count = 0;
  for (const beginning of beginnings)
    if (text.includes(beginning.charCodeAt(0) >= 0x2e80 ? beginning : ` ${beginning}`)) count++;
  return count;
}

export const soundsTechnical = (text: string) => countIn(TECHNICAL, text) > 0;

/** Whether a folded sentence speaks of a language and, in so many words at least, of models and how they are measured. */
export const isAboutLanguages = (sentence: string, technical: number) =>
  countIn(LANGUAGES, sentence) > 0 &&
  countIn(TECHNICAL, sentence) + (/ \d+ (?:\p{L}+ )?languages /u.test(sentence) ? 1 : 0) >= technical;
