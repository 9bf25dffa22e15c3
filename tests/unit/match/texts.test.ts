import { describe, expect, it } from 'vitest';
import { see } from '../shipped';

interface Row {
  text: string;
  /** Ids of the papers that are mentioned, in text order, each once. */
  wants: string[];
  because: string;
}

const check = (rows: Row[]) =>
  it.each(rows)('$text: $because', ({ text, wants }) => {
    const found = see(text);
    expect([...new Set(found.map(({ paper }) => paper))], JSON.stringify(found)).toEqual(wants);
  });

describe('ordinary prose with words that are names elsewhere', () => {
  check([
    {
      text: 'The nurse took CARE to label every sample, and MIND the gap was all we heard.',
      wants: [],
      because: 'words in capitals',
    },
    {
      text: 'KEEP CALM AND CARRY ON, said the mug; MIND YOUR LANGUAGE, said the one beside it.',
      wants: [],
      because: 'a slogan in capitals',
    },
    { text: 'THE CURE played for three hours, from A Forest to Just Like Heaven.', wants: [], because: 'a band' },
    {
      text: 'Crest and Colgate cost the same here; the family crest above the shop says 1871.',
      wants: [],
      because: 'a brand and an ordinary word',
    },
    { text: 'The MINERS won 24 to 17 in El Paso.', wants: [], because: 'a team' },
    {
      text: 'The strike of the miners lasted a year, and a retrieval team brought up the pump.',
      wants: [],
      because: 'an ordinary word in small letters near a cue',
    },
    {
      text: 'My aunt is a linguist; she speaks nine languages and reads three more.',
      wants: [],
      because: 'an occupation',
    },
    {
      text: 'Taco Tuesday: two for the price of one, with translation of the menu on request.',
      wants: [],
      because: 'food',
    },
    {
      text: 'TACO is what traders call it when tariffs are announced and withdrawn.',
      wants: [],
      because: 'somebody’s acronym',
    },
    { text: 'Add SALT TO TASTE and turn the DIAL to 180.', wants: [], because: 'a recipe in capitals' },
    {
      text: 'Payment: COD only, no cards. Grilled cod with lemon, 14 euros.',
      wants: [],
      because: 'cash on delivery, and a fish',
    },
    { text: 'XTREME SPORTS MEGASTORE – skates, boards, helmets.', wants: [], because: 'a shop' },
    {
      text: 'This laptop supports XMP and EXPO profiles; the XTREME edition adds a second fan.',
      wants: [],
      because: 'a product line',
    },
    { text: 'The pilots followed the VOR until the radio failed.', wants: [], because: 'a navigation aid' },
    { text: 'PISCES: a good week for old friends. ARIES: wait before you sign.', wants: [], because: 'horoscopes' },
    {
      text: 'The URDU bazaar in Lahore has moved; the bookshops have not.',
      wants: [],
      because: 'the language as a name of a place',
    },
    { text: 'Lucky 52! Our cards are cut from one sheet.', wants: [], because: 'playing cards' },
    { text: 'The council put the PPA out to tender, and the wind farm signed it.', wants: [], because: 'a contract' },
    {
      text: 'One ruler to measure them all would be handy in this workshop.',
      wants: [],
      because: 'the first words of a title in a sentence',
    },
    {
      text: 'LLM for everyone? Our school now pays for accounts.',
      wants: [],
      because: 'the first words of a title as a question',
    },
    {
      text: 'Not all languages are created equal, he said, and ordered in French.',
      wants: [],
      because: 'the beginning of a title in a sentence',
    },
    {
      text: 'He has been breaking the language barrier at the clinic for years.',
      wants: [],
      because: 'a phrase that a title begins with',
    },
    { text: 'Reuse your rewards! Points are valid for two years.', wants: [], because: 'a shop’s slogan' },
    {
      text: 'She always wanted to know what makes a bilingual child bilingual.',
      wants: [],
      because: 'like a title, but no title',
    },
    {
      text: 'A cost-benefit analysis of the new tram line was published on Friday.',
      wants: [],
      because: 'the first words of a title',
    },
    {
      text: 'Vocabulary expansion comes with reading, and reading comes with time.',
      wants: [],
      because: 'the first words of a title',
    },
  ]);
});

describe('academic text without a mention', () => {
  check([
    {
      text: 'We fine-tune mBERT and XLM-R on English and test on Swahili, Yoruba and Hausa.',
      wants: [],
      because: 'other models',
    },
    { text: 'RULER and LongBench probe retrieval over long inputs.', wants: [], because: 'another RULER' },
    {
      text: 'XTREME-R (Ruder et al., 2021) replaces two of the tasks and adds a massively multilingual diagnostic suite.',
      wants: [],
      because: 'a successor',
    },
    {
      text: 'UniversalNER recognises thirteen thousand entity types by distillation.',
      wants: [],
      because: 'another system with nearly the same name',
    },
    {
      text: 'MIND is a news recommendation dataset collected from Microsoft News (Wu et al., 2020).',
      wants: [],
      because: 'another MIND',
    },
    {
      text: 'CALM (Composition to Augment Language Models) adds cross-attention between two models.',
      wants: [],
      because: 'another CALM, as its expansion says',
    },
    { text: 'MasakhaNER 1.0 covers ten African languages.', wants: [], because: 'the first version' },
    { text: 'We train with wav2vec 2.0, HuBERT and XLSR-53 features.', wants: [], because: 'an older XLSR' },
    {
      text: 'AfriQA: Cross-lingual Open-Retrieval Question Answering for African Languages. Findings of EMNLP 2023.',
      wants: [],
      because: 'a subtitle that goes on under another name',
    },
    {
      text: 'Cross-lingual transfer is the ability of a model to solve tasks in languages it was not trained for.',
      wants: [],
      because: 'a definition',
    },
    {
      text: 'In this survey on cross-lingual alignment we ask which methods work and why.',
      wants: [],
      because: 'words of a title in another order',
    },
    {
      text: 'Conneau et al. 2020. Unsupervised Cross-lingual Representation Learning at Scale. ACL.',
      wants: [],
      because: 'another paper’s reference',
    },
    {
      text: 'Jiaan Wang et al. A Survey on Cross-Lingual Summarization. TACL 2022.',
      wants: [],
      because: 'another paper by an author of ours',
    },
    {
      text: 'Hu, J., Johnson, M., Firat, O., Siddhant, A., Neubig, G. 2021. Explicit Alignment Objectives for Multilingual Bidirectional Encoders. NAACL.',
      wants: [],
      because: 'another paper by an author of ours',
    },
    {
      text: 'COD is the chemical oxygen demand of waste water, in milligrams a litre.',
      wants: [],
      because: 'chemistry',
    },
    { text: 'The CARE trial enrolled 4,159 patients with coronary disease.', wants: [], because: 'medicine' },
    { text: 'The COD database of crystal structures is open to everyone.', wants: [], because: 'crystallography' },
    {
      text: 'Multilingual Denoising Pre-training for Neural Machine Translation (mBART) is our baseline.',
      wants: [],
      because: 'another title',
    },
    {
      text: 'We follow the few-shot cross-lingual transfer setup of earlier work.',
      wants: [],
      because: 'a field’s phrase',
    },
    {
      text: 'The dataset has 200 languages, 12 topics and 1,004 sentences; see FLORES-200.',
      wants: [],
      because: 'another dataset',
    },
  ]);
});

describe('references in many styles', () => {
  check([
    {
      text: 'Iana, A., Glavaš, G., & Paulheim, H. (2024). MIND your language: A multilingual dataset for cross-lingual news recommendation. In Proceedings of the 47th International ACM SIGIR Conference (pp. 553–563). ACM.',
      wants: ['iana-2024-mind'],
      because: 'APA',
    },
    {
      text: 'Winata, Genta Indra, et al. “MINERS: Multilingual Language Models as Semantic Retrievers.” Findings of EMNLP, 2024.',
      wants: ['winata-2024-miners'],
      because: 'MLA',
    },
    {
      text: 'Vu, Tu, Aditya Barua, Brian Lester, Daniel Cer, Mohit Iyyer, and Noah Constant. 2022. “Overcoming Catastrophic Forgetting in Zero-Shot Cross-Lingual Generation.” In EMNLP, 9279–9300.',
      wants: ['vu-2022-overcoming'],
      because: 'Chicago',
    },
    {
      text: '[17] M. Artetxe, G. Labaka, and E. Agirre, “Translation artifacts in cross-lingual transfer learning,” in Proc. EMNLP, 2020, pp. 7674–7684.',
      wants: ['artetxe-2020-translation'],
      because: 'IEEE',
    },
    {
      text: '12. Latif S, Qayyum A, Usman M, Qadir J. Cross lingual speech emotion recognition: Urdu vs. Western languages. In: FIT; 2018. p. 88-93.',
      wants: ['latif-2018-cross'],
      because: 'Vancouver',
    },
    {
      text: '@inproceedings{asai-etal-2021-xor, title = "{XOR} {QA}: Cross-lingual Open-Retrieval Question Answering", author = "Asai, Akari and others", booktitle = "NAACL", year = "2021"}',
      wants: ['asai-2021-xor'],
      because: 'BibTeX of the Anthology',
    },
    {
      text: '@article{li2024prealign,\n  title={{P}re{A}lign: Boosting Cross-Lingual Transfer by Early Establishment of Multilingual Alignment},\n  author={Li, Jiahuan and others},\n  journal={arXiv preprint},\n  year={2024}\n}',
      wants: ['li-2024-prealign'],
      because: 'BibTeX with braces in words',
    },
    {
      text: 'Jannis Vamvas and Rico Sennrich. 2020. X-stance: A multilingual multi-target dataset for stance detection. In Proceedings of SwissText & KONVENS.',
      wants: ['vamvas-2020-x-stance'],
      because: 'ACL',
    },
    {
      text: 'Nigel G. Ward, Jonathan E. Avila, Emilia Rivas, and Divette Marco. 2022. Dialogs re-enacted across languages. Technical report, UTEP.',
      wants: ['ward-2022-dialogs'],
      because: 'ACL, a short title in small letters',
    },
    {
      text: 'Rivière M, Joulin A, Mazaré P-E, Dupoux E (2020) Unsupervised pretraining transfers well across languages. ICASSP, 7414–7418',
      wants: ['riviere-2020-unsupervised'],
      because: 'Springer',
    },
    {
      text: 'CHI-LIANG LIU, TSUNG-YUAN HSU, YUNG-SUNG CHUANG & HUNG-YI LEE: What makes multilingual BERT multilingual? 2020.',
      wants: ['liu-2020-makes'],
      because: 'names in capitals, a question mark',
    },
    {
      text: 'Chandra, A., Fahrizain, A., Ibrahim, & Laufried, S. W. (2021). A survey on non-english question answering dataset. arXiv:2112.13634.',
      wants: ['chandra-2021-survey'],
      because: 'small letters and an arXiv number',
    },
    {
      text: 'Niklaus et al., “An Empirical Study on Cross-X Transfer for Legal Judgment Prediction”, AACL-IJCNLP 2022.',
      wants: ['niklaus-2022-empirical'],
      because: 'in curly quotes',
    },
    {
      text: 'R. Litschko, I. Vulić, G. Glavaš. Parameter-Efﬁcient Neural Reranking for Cross-Lingual and Multi-\nlingual Retrieval. COLING 2022.',
      wants: ['litschko-2022-parameter-efficient'],
      because: 'a PDF’s ligature and line end',
    },
    {
      text: 'M. Přibáň, J. Steinberger: Czech Datset for Cross-lingual Subjectivity Classification. LREC 2022, S. 1381–1391.',
      wants: ['priban-2022-czech'],
      because: 'a typo in a reference',
    },
    {
      text: 'Shaham U., Herzig J., Aharoni R., Szpektor I., Tsarfaty R., Eyal M. Multilingual instruction tuning with just a pinch of multilinguality // Findings of ACL. — 2024.',
      wants: ['shaham-2024-multilingual'],
      because: 'the Russian standard',
    },
    {
      text: '[DLM+24] J. Dang et al. RLHF can speak many languages: unlocking multilingual preference optimization for LLMs. arXiv:2407.02552, 2024.',
      wants: ['dang-2024-rlhf'],
      because: 'an alphabetic key',
    },
    {
      text: 'Guo et al. CARE: Multilingual Human Preference Learning for Cultural Awareness. arXiv 2025.',
      wants: ['guo-2025-care'],
      because: 'an earlier title',
    },
    {
      text: 'See doi:10.18653/v1/2022.emnlp-main.526 and https://arxiv.org/abs/2003.11080v5.',
      wants: ['wang-2022-clidsum', 'hu-2020-xtreme'],
      because: 'identifiers alone',
    },
    {
      text: 'Xu, Y., Wang, Y., Bi, Y., Cao, H., Lin, Z., Zhao, Y., Wu, F.: Training-free LLM-generated text detection by mining token probability sequences. In: ICLR (2025)',
      wants: ['xu-2025-training-free'],
      because: 'LNCS',
    },
    {
      text: 'Fred Philippy, Siwen Guo, Shohreh Haddadan. Identifying the Correlation Between Language Distance and Cross-Lingual Transfer in a Multilingual Representation Space. SIGTYP 2023. [pdf] [code]',
      wants: ['philippy-2023-identifying'],
      because: 'a publication list',
    },
    {
      text: 'Wang, J., Meng, F., Zheng, D., Liang, Y., Li, Z., Qu, J., Zhou, J.: Towards Unifying Multi‐Lingual and Cross‐Lingual Summarization. ACL (1) 2023: 15127-15143',
      wants: ['wang-2023-towards'],
      because: 'DBLP with typographic hyphens',
    },
  ]);
});

describe('titles in variants', () => {
  check([
    {
      text: 'Have you read “A Three-Pronged Approach to Cross-Lingual Adaptation with Multilingual LLMs” yet?',
      wants: ['singh-2024-three-pronged'],
      because: 'in quotes',
    },
    {
      text: 'Middle-Layer Representation Alignment for Cross-Lingual Transfer in Fine-Tuned LLMs | Hacker News',
      wants: ['liu-2025-middle-layer'],
      because: 'a page’s title',
    },
    {
      text: 'Today’s talk: Reuse Your Rewards — reward model transfer for zero-shot cross-lingual alignment.',
      wants: ['wu-2024-reuse'],
      because: 'a dash for the colon',
    },
    {
      text: 'VOCABULARY EXPANSION FOR LOW-RESOURCE CROSS-LINGUAL TRANSFER',
      wants: ['yamaguchi-2024-vocabulary'],
      because: 'a heading in capitals',
    },
    {
      text: '* **Speaking Multiple Languages Affects the Moral Bias of Language Models** (Hämmerl et al.)',
      wants: ['hammerl-2023-speaking'],
      because: 'Markdown',
    },
    {
      text: 'I keep coming back to Turning English-centric LLMs Into Polyglots, a paper from Zurich.',
      wants: ['kew-2024-turning'],
      because: 'the subtitle dropped',
    },
    {
      text: 'Related: How Many Languages Make Good Multilingual Instruction Tuning? A Case Study on BLOOM',
      wants: ['ji-2024-lucky'],
      because: 'another version’s title',
    },
    {
      text: 'Investigating the Efficacy of Large Language Models for Code Clone Det… – 12 citations',
      wants: ['khajezade-2024-investigating'],
      because: 'cut off inside a word',
    },
    {
      text: 'Cross‑lingual Argument Mining in the Medical Domain (Yeginbergen and Agerri)',
      wants: ['yeginbergen-2024-cross-lingual'],
      because: 'a hyphen that does not break',
    },
    {
      text: 'Resources and Few-shot Learners for\nIn-context Learning in\nSlavic Languages',
      wants: ['stefanik-2023-resources'],
      because: 'three lines',
    },
    {
      text: 'Promoting Generalized Crosslingual Question Answering in Few-resource Scenarios via Self-knowledge Distillation',
      wants: ['carrino-2023-promoting'],
      because: 'a hyphen dropped',
    },
    {
      text: 'S\\~{o}najaht: Definition Embeddings and Semantic Search for Reverse Dictionary Creation',
      wants: ['dorkin-2024-sonajaht'],
      because: 'a TeX accent',
    },
    {
      text: 'CLIRudit : Cross-Lingual Information Retrieval of Scientific Documents',
      wants: ['valentini-2025-clirudit'],
      because: 'a space before the colon',
    },
    {
      text: 'Yesterday’s reading group took apart Breaking the Script Barrier in Multilingual Pre-Trained Language Models with Transliteration-Based Post-Training Alignment.',
      wants: ['xhelili-2024-breaking'],
      because: 'without quotes, to the sentence’s end',
    },
    {
      text: 'the impact of cross-lingual adjustment of contextual word representations on zero-shot transfer',
      wants: ['efimov-2023-impact'],
      because: 'a heading in small letters',
    },
    {
      text: 'Zero-shot Cross-lingual Transfer of Prompt-based Tuning with a Unified Multilingual Prompts',
      wants: ['huang-2022-zero-shot'],
      because: 'a letter too many at the end, alone on its line',
    },
  ]);
});

describe('names in running text', () => {
  check([
    {
      text: 'Accuracy on SIB-200 drops for languages in a new script.',
      wants: ['adelani-2024-sib-200'],
      because: 'a digit and a hyphen in it',
    },
    {
      text: 'We initialise from XLS-R (300M) and freeze the feature encoder.',
      wants: ['babu-2021-xls-r'],
      because: 'a name in capitals',
    },
    {
      text: 'pip install sambalingo-utils # for SambaLingo chat models',
      wants: ['csaki-2024-sambalingo'],
      because: 'in a comment',
    },
    {
      text: 'On the XTREME benchmark, averaged over nine tasks, mBERT lags behind.',
      wants: ['hu-2020-xtreme'],
      because: 'a cue beside it',
    },
    {
      text: 'CURE covers ten medical disciplines with passage ranking in three languages.',
      wants: ['sheikh-2025-cure'],
      because: 'a cue in the sentence',
    },
    {
      text: 'With CARE, models tuned on cultural preference data answer better about food.',
      wants: ['guo-2025-care'],
      because: 'cues in the sentence',
    },
    {
      text: 'TaCo (Translation-Assisted Chain-of-Thought) teaches a model a new language step by step.',
      wants: ['upadhayay-2024-taco'],
      because: 'its own expansion',
    },
    {
      text: 'Wir testen auf XQuAD und xGQA, jeweils ohne Feinabstimmung.',
      wants: ['artetxe-2020-cross-lingual', 'pfeiffer-2022-xgqa'],
      because: 'German',
    },
    {
      text: 'Les scores sur AmericasNLI restent bas pour l’aymara et le guarani.',
      wants: ['ebrahimi-2022-americasnli'],
      because: 'French',
    },
    {
      text: 'Evaluamos en MasakhaNER 2.0 y en Universal NER.',
      wants: ['adelani-2022-masakhaner', 'mayhew-2024-universal'],
      because: 'Spanish',
    },
    {
      text: 'Мы дообучили модель на SIB-200 и проверили на XQuAD.',
      wants: ['adelani-2024-sib-200', 'artetxe-2020-cross-lingual'],
      because: 'Russian',
    },
    {
      text: '我们在XQuAD和ClidSum上进行了实验。',
      wants: ['artetxe-2020-cross-lingual', 'wang-2022-clidsum'],
      because: 'Chinese without spaces',
    },
    {
      text: '本研究ではXLS-Rを用いて低資源言語の音声認識を行う。',
      wants: ['babu-2021-xls-r'],
      because: 'Japanese without spaces',
    },
    {
      text: 'xGQA와 X-Stance를 사용하였다.',
      wants: ['pfeiffer-2022-xgqa', 'vamvas-2020-x-stance'],
      because: 'Korean particles',
    },
    {
      text: 'اختبرنا النموذج على SIB-200 وعلى XQuAD.',
      wants: ['adelani-2024-sib-200', 'artetxe-2020-cross-lingual'],
      because: 'Arabic',
    },
    {
      text: 'เราทดสอบบนชุดข้อมูลSIB-200และXQuADในภาษาไทย',
      wants: ['adelani-2024-sib-200', 'artetxe-2020-cross-lingual'],
      because: 'Thai without spaces',
    },
    {
      text: 'Výsledky na CUS-QA jsou horší než na XOR QA.',
      wants: ['libovicky-2025-cus-qa', 'asai-2021-xor'],
      because: 'Czech',
    },
    {
      text: 'Llama-GENBA-10B kann auch Bairisch.',
      wants: ['hoffmann-2025-llama-genba-10b'],
      because: 'a model’s name',
    },
    { text: 'The ONERULER needles come in 26 languages.', wants: ['kim-2025-one'], because: 'all capitals' },
    {
      text: 'GenKnowSub subtracts general knowledge; CrossIn mixes languages in the instructions.',
      wants: ['bagherifard-2025-genknowsub', 'lin-2025-crossin'],
      because: 'two in one sentence',
    },
    {
      text: 'The LINGUIST method fine-tunes AlexaTM 5B for slot tagging.',
      wants: ['rosenbaum-2022-linguist'],
      because: 'a cue',
    },
    {
      text: 'In COD, the dialogues were generated from outlines in four languages.',
      wants: ['majewska-2023-cross-lingual'],
      because: 'a cue nearby',
    },
    {
      text: 'SwissGov-RSD, PAXQA, MT4CrossOIE and RoSPrompt were released the same month.',
      wants: ['wastl-2025-swissgov-rsd', 'li-2023-paxqa', 'wang-2023-mt4crossoie', 'philippy-2025-enhancing'],
      because: 'a list',
    },
    {
      text: 'facebook/wav2vec2-xls-r-300m is the checkpoint; see huggingface.co.',
      wants: ['babu-2021-xls-r'],
      because: 'a checkpoint’s name',
    },
  ]);
});
