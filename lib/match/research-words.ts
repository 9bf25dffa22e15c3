import { apart, Beginnings } from './beginnings';

/**
 * What research on languages and their models talks of, as beginnings of folded words. A short name that is a word or an acronym elsewhere
 * is one of ours in a sentence that speaks of both: the shelf's own names are in its data, this is only what all of them share.
 */
const TECHNICAL = new Beginnings(
  (
    'model,llm,gpt,llama,qwen,gemma,mistral,bloom,bert,mbert,xlm,mt5,pretrain,pre train,finetun,fine tun,prompt,zero shot,few shot,parameters,embedding,' +
    'token,encoder,decoder,benchmark,dpo,rlhf,instruction,accuracy,f1,bleu,rouge,ndcg,retriev,summari,answer,inference,baseline,annotat,' +
    'nlp,leaderboard,ablation,checkpoint,lora,adapter,datensatz,korpus,feinabstimm,sprachmodell,evaluons,evaluamos,entrain,entren,jeu de donnees,' +
    'conjunto de datos,addestra,бенчмарк,датасет,дообуч,корпус,оценк,模型,评测,評測,基准,基準,微调,微調,数据集,零样本,モデル,ベンチマーク,データセット,評価,' +
    '모델,벤치마크,데이터셋,평가,модел,cross lingual,crosslingual,classifier,classifieur,klassifikator,clasificador,классификатор,分类器,分類器,plm,lms,sota,' +
    'hugging face,huggingface,guardrail,treebank,synthetic data,crowdsourc,in context,mehrsprachig,sprachubergreifend,multilingue,multilingues,мультиязыч,' +
    'jailbreak,mllm,vlm,hallucinat,cot,icl,asr,perplexity,autoregress,quantiz,transformers,gpu,lexical,syntactic,ablat,contrastive,outperform,' +
    'generaliz,generalis,test split,subset,overfit,hyperparameter,softmax,annotiert,annote,anotad,аннот,标注,アノテーション,주석'
  ).split(','),
);

/** What is said of language models and nowhere else. */
const FIELD = new Beginnings(
  (
    'langid,language identification,jailbreak,mllm,vlm,ablat,qlora,peft,classifieur,klassifikator,clasificador,классификатор,subword,wordpiece,labse,bge m3,llm,gpt,chatgpt,llama,qwen,guanaco,vicuna,deepseek,aya 101,bert,mbert,roberta,xlm,mt5,mbart,nllb,pretrain,pre train,finetun,fine tun,zero shot,few shot,' +
    'dpo,rlhf,bleu,ndcg,nlp,language model,sprachmodell,modele de langue,modelo de lengua,предобуч,дообуч,языков модел,微调,微調,零样本,大模型,语言模型,語言模型,言語モデル,' +
    'ファインチュ,언어 모델,미세 조정'
  ).split(','),
);

/** Benchmarks in many languages, and models of many: as good as a language's name. */
const MULTILINGUAL = new Beginnings(
  'xnli,xquad,mlqa,tydi,tydiqa,xcopa,mgsm,flores 200,flores 101,belebele,miracl,mkqa,mmmlu,wikiann,xstorycloze,tatoeba,bucc,mbert,xlm,mt5,mt0,bloomz,mbart,nllb'.split(
    ',',
  ),
);

/** What other research talks of too: beside a name that is no word elsewhere, or beside one of its paper's hints, this will do. */
const STUDIED = new Beginnings(
  (
    'train,dataset,data set,test set,corpus,corpora,sentence,translat,evaluat,evalua,evaluer,task,score,speech,transcri,' +
    'traduc,traduz,ubersetz,перевод,обуч,данны,翻译,翻訳,번역,训练,学習,학습,任务,タスク,태스크,精度,スコア,性能,準確率,准确率,성능,정확도,точност,genauigkeit,' +
    'precision de,experiment,respons,reason,proficien,sentiment,hub,github,cc by,metric,correlat,convergen,unseen,supervis,initiali'
  ).split(','),
);

const LANGUAGES = new Beginnings(
  (
    'language languages lingual multilingual crosslingual bilingual monolingual english german french spanish italian portuguese dutch polish czech ' +
    'russian ukrainian turkish arabic hebrew persian hindi urdu bengali tamil telugu nepali sanskrit chinese mandarin cantonese japanese korean thai ' +
    'vietnamese indonesian swahili kiswahili hausa yoruba igbo zulu xhosa amharic basque catalan galician estonian finnish hungarian romanian ' +
    'bulgarian greek serbian croatian slovak danish swedish norwegian icelandic luxembourgish bavarian maltese burmese khmer lao tagalog cebuano filipino javanese sundanese malay marathi gujarati ' +
    'punjabi kannada malayalam sinhala kazakh uzbek mongolian georgian armenian azerbaijani albanian macedonian slovenian irish welsh breton ' +
    'occitan somali oromo tigrinya wolof twi kinyarwanda shona tswana afrikaans yiddish tibetan uyghur pashto farsi kurdish faroese sardinian ' +
    'slovaque serbe croate suedois norvegien danois finnois hongrois tcheque polonais ukrainien roumain bulgare grec neerlandais basque breton ' +
    'vietnamien thailandais hindi coreenne slowakisch serbisch kroatisch schwedisch norwegisch danisch finnisch rumanisch bulgarisch griechisch ' +
    'niederlandisch ukrainisch koreanisch baskisch eslovaco serbio croata sueco noruego danes finlandes hungaro checo polaco ucraniano rumano griego ' +
    'holandes turco hebreo vietnamita tailandes ceco polacco ucraino svedese ungherese tedeschi ' +
    'romansh belarusian maithili bhojpuri assamese latvian lithuanian quechua aymara guarani ' +
    'sprach mehrsprachig deutsch englisch franzosisch spanisch chinesisch japanisch arabisch russisch turkisch polnisch tschechisch ungarisch ' +
    'langue anglais francais allemand espagnol chinois japonais arabe russe portugais nepal coreen multilingue plurilingue ' +
    'idioma lengua ingles espanol aleman frances portugues japones coreano euskera vasco multilingue lingue inglese tedesco francese spagnolo ' +
    'язык англий русск немецк китайск французск многоязыч мультиязыч межъязык ' +
    '语言 語言 言語 언어 多语 多語 跨语 跨語 英语 英語 中文 德语 日语 日本語 韩语 泰语 多言語 다국어 영어 한국어'
  ).split(' '),
);

/** How many technical words a folded text holds, those of other research among them, those of `but` apart. */
export const countStudied = (text: string, but: readonly string[] = []) => {
  const isOther = (word: string) => !but.some((one) => word.startsWith(one) || one.startsWith(word));
  return [...TECHNICAL.in(text), ...STUDIED.in(text)].filter(isOther).length;
};

/** "in 113 languages", "four African languages" */
const SO_MANY =
  / (?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|many|hundred) (?:\p{L}+ )?languages /u;

/** "Japanese questions": data is told apart by its language. */
const hasLanguageData = (text: string) =>
  [
    ...text.matchAll(/ (\p{L}+) (?:questions|queries|dialogues|sentences|utterances|responses|speech|test set) /gu),
  ].some(([, word]) => LANGUAGES.begin(word!));

/** Whether a folded word, or the beginning of one, is of languages: no paper's own. */
export const isOfLanguages = (word: string) =>
  LANGUAGES.all.some((one) => one.startsWith(word) || word.startsWith(one));

/** Whether a folded word is one of research, the field's or another's. */
export const isOfResearch = (word: string) => TECHNICAL.begin(word) || STUDIED.begin(word);

/** How many words of the field, of research at large, and of languages a folded text holds; of those that begin alike, one. */
export function countSigns(text: string): { technical: number; studied: number; languages: number } {
  return {
    technical: apart([...FIELD.in(text), ...TECHNICAL.in(text)]).length,
    studied: apart(STUDIED.in(text)).length + (SO_MANY.test(text) || hasLanguageData(text) ? 1 : 0),
    languages: apart([...LANGUAGES.in(text), ...MULTILINGUAL.in(text)]).length,
  };
}

/** Whether one of some folded words is technical itself. */
export const isTechnical = (word: string) => TECHNICAL.begin(word);

export const soundsTechnical = (text: string) => TECHNICAL.in(text).length > 0;

/** Whether a folded text names a language, or speaks of languages. */
export const speaksOfLanguages = (text: string) => LANGUAGES.in(text).length > 0 || MULTILINGUAL.in(text).length > 0;

/** Whether a folded sentence speaks of a language and, in so many words at least, of models and how they are measured. */
const isAboutLanguages = (sentence: string, technical: number) =>
  speaksOfLanguages(sentence) &&
  TECHNICAL.in(sentence).length + (/ \d+ (?:\p{L}+ )?languages /u.test(sentence) ? 1 : 0) >= technical;

/** The same for a name that is a word or an acronym elsewhere: two words of the field's, or one that no other field has. */
export const isOfTheField = (sentence: string) =>
  isAboutLanguages(sentence, 2) ||
  MULTILINGUAL.in(sentence).length > 0 ||
  (speaksOfLanguages(sentence) && FIELD.in(sentence).length > 0);

/** The same for a name that is no word elsewhere: two words of any research do as well, or one and a second language. */
export const isStudied = (sentence: string) => {
  const languages = Math.min(2, LANGUAGES.in(sentence).length);
  return (
    isOfTheField(sentence) || isAboutLanguages(sentence, 1) || (languages > 0 && countStudied(sentence) + languages > 2)
  );
};
