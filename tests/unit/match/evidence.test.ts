import { describe, expect, it } from 'vitest';
import { see } from '../shipped';

const found = (text: string) => see(text).map((seen) => `${seen.kind}: ${seen.text}`);

describe('whose work an ambiguous name is said to be', () => {
  it.each([
    { text: 'CREST (Bansal & Mishra, 2025) was tried.', wants: ['name: CREST'], because: 'its authors' },
    { text: 'CARE by Guo et al. (2025) was tried.', wants: ['name: CARE'], because: 'its authors after “by”' },
    {
      text: 'CALM samples some answers, takes what most of them say and prefers it (Wang et al., 2025).',
      wants: ['name: CALM'],
      because: 'cited at the end of the sentence',
    },
    {
      text: 'CARE (Kong and Xia, 2024) is about cultural awareness and preference.',
      wants: [],
      because: 'other authors stand against it, whatever the words around say',
    },
    { text: 'CARE came last. Nobody (Guo et al., 2025) knew why.', wants: [], because: 'cited in another sentence' },
    { text: 'CREST was tried. Bansal came in 2010 and left in 2025.', wants: [], because: 'another year' },
  ])('$text: $because', ({ text, wants }) => expect(found(text)).toEqual(wants));
});

describe('a name before a colon', () => {
  it.each([
    {
      text: 'AdaCoT: Pareto-optimal adaptive chain-of-thought triggering via reinforcement learning',
      wants: [],
      because: 'another paper’s subtitle, though it shares words',
    },
    {
      text: 'CARE: Co-attention network for joint entity and relation extraction. It cites multilingual preference data.',
      wants: [],
      because: 'a cue outside of the subtitle says nothing',
    },
    {
      text: 'CREST: small guardrails for many languages, trained on clusters',
      wants: ['name: CREST'],
      because: 'its own subject',
    },
  ])('$text: $because', ({ text, wants }) => expect(found(text)).toEqual(wants));
});

describe('an ambiguous name in a sentence on languages and models', () => {
  it.each([
    {
      text: 'GPT-4o answers 62% of XRAG in German.',
      wants: ['name: XRAG'],
      because: 'a rare name: a model and a language',
    },
    {
      text: 'With CALM, the model’s answers in English and Chinese agree.',
      wants: ['name: CALM'],
      because: 'a common word: a language and two technical words',
    },
    { text: 'With CALM, English nurses grew old.', wants: [], because: 'a language alone' },
    { text: 'With CALM, the model walked on.', wants: [], because: 'no language' },
    {
      text: 'With CALM he went. The model’s answers in English and Chinese agree.',
      wants: [],
      because: 'another sentence',
    },
  ])('$text: $because', ({ text, wants }) => expect(found(text)).toEqual(wants));
});

describe('everyday words of its subject near an ambiguous name', () => {
  it.each([
    { text: 'Neither xGQA nor XTREME has it in Breton.', wants: ['name: xGQA', 'name: XTREME'], because: 'in company' },
    {
      text: 'They met at xGQA. XTREME sports in Breton.',
      wants: ['name: xGQA'],
      because: 'in company of another sentence',
    },
    { text: 'It fails on the Chinese half of CARE.', wants: ['name: CARE'], because: 'divided by language' },
    { text: 'It fell on the better half of CARE.', wants: [], because: 'divided, but not by language' },
    {
      text: 'PPA training with a model and a score.',
      wants: [],
      because: 'a title’s words of research are not its own',
    },
    { text: 'SALT runs a regression for each token.', wants: ['name: SALT'], because: 'a hint and a technical word' },
    {
      text: 'On Swahili, CREST is not as good as a zero-shot LLM.',
      wants: ['name: CREST'],
      because: 'a word that only the field has, and a language',
    },
    { text: 'The SALT in this recipe is measured per token of love.', wants: [], because: 'a technical word alone' },
    {
      text: 'CARE staff answer questions in Arabic and Turkish.',
      wants: [],
      because: 'languages are nobody’s own words',
    },
    {
      text: 'COD covers eleven domains, four languages.',
      wants: ['name: COD'],
      because: 'a hint, and so many languages',
    },
    { text: 'COD is sold in four languages.', wants: [], because: 'so many languages alone' },
    { text: 'The CARE workshop on cultural studies was cancelled.', wants: [], because: 'one of them alone' },
    {
      text: 'CARE asks about culture, and which answer people have a preference for.',
      wants: ['name: CARE'],
      because: 'two of them',
    },
    { text: 'We fine-tune on CARE, and culture gains most.', wants: ['name: CARE'], because: 'one, and research' },
    { text: 'CARE: culture, cultural and culturally.', wants: [], because: 'one in three forms' },
    {
      text: 'Dense retrievers fail on CURE in Spanish.',
      wants: ['name: CURE'],
      because: 'a technical one, and a language',
    },
    { text: 'The CURE for the clinical picture came.', wants: [], because: 'one that is not technical' },
    {
      text: 'A COMPARISON WITH CREST: guardrail models trained on prompts.',
      wants: ['name: CREST'],
      because: 'among capitals: a cue, and research',
    },
    { text: 'A DAY WITH CREST: a guardrail was mended.', wants: [], because: 'among capitals: a cue alone' },
  ])('$text: $because', ({ text, wants }) => expect(found(text)).toEqual(wants));
});

describe('what is joined to a name', () => {
  it.each([
    { text: 'SambaLingo³ came.', wants: ['name: SambaLingo'], because: 'a footnote number' },
    { text: 'CrossIn™ came.', wants: ['name: CrossIn'], because: 'a trade mark' },
    { text: 'Many XTREME-style benchmarks came.', wants: ['name: XTREME'], because: 'a compound that speaks of it' },
    { text: 'A CARE-giver with a cultural preference came.', wants: [], because: 'a compound that does not' },
    { text: 'XQuAD-R came.', wants: [], because: 'a letter that makes another system' },
    { text: 'xGQA+ came.', wants: [], because: 'a plus that makes another system' },
    { text: 'xGQA+XQuAD came.', wants: ['name: xGQA', 'name: XQuAD'], because: 'two together' },
    { text: 'They met at Cross In Hand.', wants: [], because: 'two words with the letters of one' },
    { text: 'SWITCH LINGUA! came.', wants: [], because: 'two words in capitals' },
    { text: 'The X stance of the wrestler.', wants: [], because: 'ordinary words' },
  ])('$text: $because', ({ text, wants }) => expect(found(text)).toEqual(wants));
});

describe('a title in running text', () => {
  it.each([
    {
      text: 'Earlier, what makes multilingual BERT multilingual? asked this.',
      wants: ['title: what makes multilingual BERT multilingual?'],
      because: 'its own question mark',
    },
    {
      text: 'we read unsupervised pretraining transfers well across languages on Monday',
      wants: ['title: unsupervised pretraining transfers well across languages'],
      because: 'announced by “read”',
    },
    {
      text: 'Prompt, Translate, Fine-Tune, Re-Initialize, or Instruction-Tune? is often asked.',
      wants: ['title: Prompt, Translate, Fine-Tune, Re-Initialize, or Instruction-Tune?'],
      because: 'a main part that ends as it should',
    },
    {
      text: 'Reuse Your Rewards shows that it works.',
      wants: ['title: Reuse Your Rewards'],
      because: 'a main part in capitals that says something',
    },
    {
      text: 'A Three-Pronged Approach to Cross-Lingual Adaptation with Multilingual LLMs¹ was tried.',
      wants: ['title: A Three-Pronged Approach to Cross-Lingual Adaptation with Multilingual LLMs'],
      because: 'a footnote number at its end',
    },
    {
      text: 'See Middle-Layer Representation Alignment for Cross-Lingual Transfer, where it is done.',
      wants: ['title: Middle-Layer Representation Alignment for Cross-Lingual Transfer'],
      because: 'clipped by the sentence that goes on',
    },
    {
      text: 'Middle-Layer Representation Alignment for Cross-Lingual Transfer in Vision is another.',
      wants: [],
      because: 'another title that begins alike',
    },
    {
      text: 'Auf Folie 3 wird »Not All Languages Are Created Equal in LLMs« zitiert.',
      wants: ['title: Not All Languages Are Created Equal in LLMs'],
      because: 'quotation marks the other way round',
    },
    {
      text: 'Large-Scale Label Interpretation Learning for Few-Shot NER was shown.',
      wants: ['title: Large-Scale Label Interpretation Learning for Few-Shot NER'],
      because: 'a term in short',
    },
    {
      text: 'Breaking the Script Barrier in Multilingual Pre-Trained Language Models – 2024 – Xhelili',
      wants: ['title: Breaking the Script Barrier in Multilingual Pre-Trained Language Models'],
      because: 'cut before a year',
    },
    {
      text: 'A list:\n\nCross-lingual Back-Parsing: Utterance Synthesis from Meaning Representation\n\nMore.',
      wants: ['title: Cross-lingual Back-Parsing: Utterance Synthesis from Meaning Representation'],
      because: 'cut at the end of a block of its own',
    },
    {
      text: 'The title A Post-trainer’s Guide to Multilingual Training Data promises much.',
      wants: ['title: A Post-trainer’s Guide to Multilingual Training Data'],
      because: 'a main part in capitals, and small letters after it',
    },
    {
      text: 'Reuse Your Rewards in Reward Model Transfer came.',
      wants: [],
      because: 'a main part that goes on in capitals',
    },
    {
      text: 'Nous lisons « Promoting Generalized Cross-lingual Question Answering in Few-resource Scenarios » ici.',
      wants: ['title: Promoting Generalized Cross-lingual Question Answering in Few-resource Scenarios'],
      because: 'cut by a closing quotation mark with a space before it',
    },
    {
      text: 'How Many Languages Are Needed to Instruction Fine-Tune Large Language Models? That is it.',
      wants: ['title: How Many Languages Are Needed to Instruction Fine-Tune Large Language Models?'],
      because: 'a subtitle that ends with its own mark',
    },
    { text: 'Breaking the Language Barrier was the name of a project.', wants: [], because: 'words that go on' },
  ])('$text: $because', ({ text, wants }) => expect(found(text)).toEqual(wants));
});
