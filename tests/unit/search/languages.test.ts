import { describe, expect, it } from 'vitest';
import { openLookup } from '../../tools/open-corpus';
import { shelf } from '../shipped';

const lookup = openLookup();

/** Phrases as they stand in running text, with the concept (or one of several) that they are to be found by. */
const ROWS: Record<string, [phrase: string, concept: string][]> = {
  de: [
    ['bei der Zusammenfassung von Dialogen', 'dialogue-summarization'],
    ['des katastrophalen Vergessens', 'catastrophic-forgetting'],
    ['die Erkennung von Hassrede', 'abuse-detection'],
    ['mit mehrsprachigen Sprachmodellen', 'multilingual-language-model'],
    ['Stimmkonvertierung ohne Paralleldaten', 'voice-conversion'],
    ['bairischer Dialekte', 'bavarian'],
  ],
  fr: [
    ['de la reconnaissance automatique de la parole', 'speech-recognition'],
    ['les jugements des tribunaux suisses', 'switzerland'],
    ['aux langues peu dotées', 'low-resource-language'],
    ['des systèmes de recommandation d’actualités', 'news-recommendation'],
    ['l’oubli catastrophique des modèles', 'catastrophic-forgetting'],
  ],
  es: [
    ['de los sesgos morales', 'moral-bias'],
    ['modelos lingüísticos multilingües', 'multilingual-language-model'],
    ['la detección de clones de código', 'code-clone-detection'],
    ['del reconocimiento de emociones en la voz', 'speech-emotion-recognition'],
    ['preguntas y respuestas médicas', 'medical-qa'],
  ],
  it: [
    ['delle lingue a basse risorse', 'low-resource-language'],
    ['dei sistemi di sintesi vocale', 'speech-synthesis'],
    ['il riconoscimento delle entità nominate', 'ner'],
    ['l’estrazione di argomenti dai testi medici', 'argument-mining'],
    ['nella traduzione automatica', 'machine-translation'],
  ],
  pt: [
    ['da tradução automática', 'machine-translation'],
    ['das línguas africanas', 'african-languages'],
    ['o reconhecimento de entidades nomeadas', 'ner'],
    ['nos mercados financeiros', 'stock-market'],
    ['modelos de recompensa', 'reward-model'],
  ],
  nl: [
    ['van spraakherkenningssystemen', 'speech-recognition'],
    ['in Afrikaanse talen', 'african-languages'],
    ['het herkennen van emoties in spraak', 'speech-emotion-recognition'],
    ['juridische uitspraken voorspellen', 'legal-judgment-prediction'],
    ['meertalige taalmodellen', 'multilingual-language-model'],
  ],
  pl: [
    ['w tłumaczeniu maszynowym', 'machine-translation'],
    ['rozpoznawania mowy', 'speech-recognition'],
    ['wielojęzycznych modeli językowych', 'multilingual-language-model'],
    ['odpowiadaniem na pytania', 'question-answering'],
    ['wykrywanie mowy nienawiści', 'abuse-detection'],
  ],
  ru: [
    ['в машинном переводе', 'machine-translation'],
    ['распознаванию именованных сущностей', 'ner'],
    ['для малоресурсных языков', 'low-resource-language'],
    ['преобразования голоса', 'voice-conversion'],
    ['культурных ценностей', 'cultural-values'],
  ],
  tr: [
    ['makine çevirisinde', 'machine-translation'],
    ['düşük kaynaklı dillerde', 'low-resource-language'],
    ['konuşma tanımanın', 'speech-recognition'],
    ['varlık ismi tanımada', 'ner'],
    ['soru cevaplama sistemleri', 'question-answering'],
  ],
  ar: [
    ['وفي الترجمة الآلية', 'machine-translation'],
    ['للتعرف على الكلام', 'speech-recognition'],
    ['بالنماذج اللغوية الكبيرة', 'llm'],
    ['اللغات منخفضة الموارد', 'low-resource-language'],
    ['والإجابة عن الأسئلة', 'question-answering'],
  ],
  'zh-Hans': [
    ['用于低资源语言的语音识别', 'speech-recognition'],
    ['灾难性遗忘的问题', 'catastrophic-forgetting'],
    ['命名实体识别的方法', 'ner'],
    ['我们研究新闻推荐', 'news-recommendation'],
    ['大语言模型的文化偏见', 'cultural-bias'],
  ],
  'zh-Hant': [
    ['語音轉換的系統', 'voice-conversion'],
    ['用於低資源語言', 'low-resource-language'],
    ['災難性遺忘的問題', 'catastrophic-forgetting'],
    ['我們研究檢索增強生成', 'rag'],
    ['仇恨言論的偵測', 'abuse-detection'],
  ],
  ja: [
    ['音声認識における転移学習', 'transfer-learning'],
    ['固有表現抽出を行う', 'ner'],
    ['大規模言語モデルの', 'llm'],
    ['破滅的忘却を防ぐ', 'catastrophic-forgetting'],
    ['低リソース言語では', 'low-resource-language'],
  ],
  ko: [
    ['기계 번역에서', 'machine-translation'],
    ['음성 인식을 위한', 'speech-recognition'],
    ['저자원 언어의', 'low-resource-language'],
    ['개체명 인식은', 'ner'],
    ['검색 증강 생성으로', 'rag'],
  ],
  sv: [
    ['maskinöversättningens', 'machine-translation'],
    ['lågresursspråken', 'low-resource-language'],
    ['stora språkmodellernas', 'llm'],
    ['taligenkänningen', 'speech-recognition'],
    ['afrikanska språken', 'african-languages'],
  ],
  cs: [
    ['ve strojovém překladu', 'machine-translation'],
    ['velkých jazykových modelů', 'llm'],
    ['rozpoznávání pojmenovaných entit', 'ner'],
    ['rozpoznáváním řeči', 'speech-recognition'],
    ['v afrických jazycích', 'african-languages'],
  ],
  uk: [
    ['у машинному перекладі', 'machine-translation'],
    ['великих мовних моделей', 'llm'],
    ['розпізнаванню мовлення', 'speech-recognition'],
    ['для африканських мов', 'african-languages'],
    ['виявлення мови ворожнечі', 'abuse-detection'],
  ],
  hi: [
    ['मशीनी अनुवाद में', 'machine-translation'],
    ['बड़े भाषा मॉडलों की', 'llm'],
    ['वाक् पहचान के लिए', 'speech-recognition'],
    ['अफ़्रीकी भाषाओं में', 'african-languages'],
    ['प्रश्न उत्तर', 'question-answering'],
  ],
  id: [
    ['penerjemahan mesin', 'machine-translation'],
    ['pengenalan suara otomatis', 'speech-recognition'],
    ['bahasa-bahasa Afrika', 'african-languages'],
    ['model bahasanya yang besar', 'llm'],
    ['pengenalan entitas bernama', 'ner'],
  ],
  vi: [
    ['trong dịch máy', 'machine-translation'],
    ['nhận dạng tiếng nói', 'speech-recognition'],
    ['nhan dang tieng noi', 'speech-recognition'],
    ['mo hinh ngon ngu lon', 'llm'],
    ['các mô hình ngôn ngữ lớn', 'llm'],
    ['nhận dạng thực thể có tên', 'ner'],
  ],
  fi: [
    ['konekääntämisessä', 'machine-translation'],
    ['puheentunnistuksen', 'speech-recognition'],
    ['suurten kielimallien', 'llm'],
    ['afrikkalaisissa kielissä', 'african-languages'],
    ['koodinvaihtoa', 'code-switching'],
  ],
  fa: [
    ['در ترجمه ماشینی', 'machine-translation'],
    ['مدل‌های زبانی بزرگ', 'llm'],
    ['بازشناسی گفتار', 'speech-recognition'],
    ['زبان‌های آفریقایی', 'african-languages'],
    ['پرسش و پاسخ', 'question-answering'],
  ],
  he: [
    ['בתרגום מכונה', 'machine-translation'],
    ['ומודלי שפה גדולים', 'llm'],
    ['לזיהוי דיבור', 'speech-recognition'],
    ['השפות האפריקאיות', 'african-languages'],
    ['מענה על שאלות', 'question-answering'],
  ],
  bn: [
    ['যন্ত্র অনুবাদে', 'machine-translation'],
    ['বৃহৎ ভাষা মডেলের', 'llm'],
    ['বাক শনাক্তকরণের', 'speech-recognition'],
    ['আফ্রিকান ভাষাগুলোর', 'african-languages'],
    ['প্রশ্নোত্তরের', 'question-answering'],
  ],
  el: [
    ['στη μηχανική μετάφραση', 'machine-translation'],
    ['των μεγάλων γλωσσικών μοντέλων', 'llm'],
    ['αναγνώρισης ομιλίας', 'speech-recognition'],
    ['των αφρικανικών γλωσσών', 'african-languages'],
    ['απάντηση ερωτήσεων', 'question-answering'],
  ],
  ro: [
    ['în traducerea automată', 'machine-translation'],
    ['modelelor lingvistice mari', 'llm'],
    ['recunoașterii vorbirii', 'speech-recognition'],
    ['limbilor africane', 'african-languages'],
    ['uitarea catastrofală', 'catastrophic-forgetting'],
  ],
  hu: [
    ['a gépi fordításban', 'machine-translation'],
    ['nagy nyelvi modellekkel', 'llm'],
    ['beszédfelismerésben', 'speech-recognition'],
    ['afrikai nyelveken', 'african-languages'],
    ['kódváltással', 'code-switching'],
  ],
  eu: [
    ['itzulpen automatikoan', 'machine-translation'],
    ['hizkuntza-eredu handien', 'llm'],
    ['hizketa-ezagutzan', 'speech-recognition'],
    ['Afrikako hizkuntzetan', 'african-languages'],
    ['baliabide urriko hizkuntzetarako', 'low-resource-language'],
  ],
  sw: [
    ['katika tafsiri ya mashine', 'machine-translation'],
    ['katika modeli za lugha', 'language-model'],
    ['utambuzi wa usemi', 'speech-recognition'],
    ['lugha za Afrika', 'african-languages'],
    ['kujibu maswali', 'question-answering'],
  ],
  da: [
    ['maskinoversættelsens', 'machine-translation'],
    ['store sprogmodellers', 'llm'],
    ['talegenkendelsen', 'speech-recognition'],
    ['de afrikanske sprog', 'african-languages'],
    ['kodeskiftet', 'code-switching'],
  ],
  ca: [
    ['de la traducció automàtica', 'machine-translation'],
    ['grans models de llengua', 'llm'],
    ['del reconeixement de la parla', 'speech-recognition'],
    ['de les llengües africanes', 'african-languages'],
    ['l’alternança de codi', 'code-switching'],
  ],
  et: [
    ['masintõlkes', 'machine-translation'],
    ['suurte keelemudelite', 'llm'],
    ['kõnetuvastuse', 'speech-recognition'],
    ['aafrika keeltes', 'african-languages'],
    ['koodivahetusega', 'code-switching'],
  ],
  ur: [
    ['مشینی ترجمے میں', 'machine-translation'],
    ['بڑے لسانی ماڈلز', 'llm'],
    ['تقریر کی شناخت', 'speech-recognition'],
    ['افریقی زبانوں میں', 'african-languages'],
    ['سوالوں کے جواب', 'question-answering'],
  ],
};

/** The concepts by which the papers of an answer were found. */
const foundBy = (query: string): string[] =>
  lookup
    .search(query, 20)
    .hits.flatMap(({ why }) => why.flatMap(({ kind, text }) => (kind === 'concept' ? [text] : [])));

describe.each(Object.entries(ROWS))('%s', (_, rows) => {
  it.each(rows)('%s: %s', (phrase, concept) => {
    expect(foundBy(phrase)).toContain(shelf.concepts.names[shelf.concepts.ids.indexOf(concept)]);
  });
});
