import { describe, expect, it } from 'vitest';
import { openLookup } from '../../tools/open-corpus';
import { papers } from '../shipped';

const lookup = openLookup();
const search = (query: string, limit = 119) => lookup.search(query, limit);
const idsOf = (query: string) => search(query).hits.map(({ paper }) => paper.id);
const has = (text: string, word: string) => new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'iu').test(text);
const paper = (id: string) => papers.find((one) => one.id === id)!;

describe('words', () => {
  it.each([
    { query: 'abuse detection multilingual audio', wants: 'gupta-2022-adima', because: 'words of the title' },
    { query: 'legal judgment prediction', wants: 'niklaus-2022-empirical', because: 'a topic one paper has' },
    { query: 'legal judgement predictions', wants: 'niklaus-2022-empirical', because: 'British spelling, plural' },
    {
      query: 'luxembourgish instruction tuning',
      wants: 'philippy-2025-luxinstruct',
      because: 'a language of one paper',
    },
    {
      query: 'lip sync voice conversion zero-shot easy',
      wants: 'joglekar-2025-ez-vc',
      because: 'words that are not there do no harm',
    },
    { query: 'moral biases', wants: 'hammerl-2023-speaking', because: 'a plural in -es' },
    { query: 'news recommendation', wants: 'iana-2024-mind', because: 'news is not new' },
    { query: 'vocabulary sizes', wants: 'yamaguchi-2024-vocabulary', because: 'a plural of -ze' },
    { query: 'catastrofic forgeting', wants: 'vu-2022-overcoming', because: 'a typo in every word' },
    { query: 'speech emotion recogniton', wants: 'latif-2018-cross', because: 'a missing letter' },
    { query: 'codeclone detection', wants: 'khajezade-2024-investigating', because: 'a missing space' },
    {
      query: 'crosslingual argument mining medicine',
      wants: 'yeginbergen-2024-cross-lingual',
      because: 'a missing hyphen',
    },
    {
      query: 'vioce cloning',
      wants: 'joglekar-2025-ez-vc',
      because: 'letters that changed places, and a concept of two words',
    },
    {
      query: 'cloning a voice without transcripts',
      wants: 'joglekar-2025-ez-vc',
      because: 'everyday words for a concept',
    },
    { query: 'XOR-Retreive', wants: 'asai-2021-xor', because: 'a slip in a part of a name' },
    { query: 'vocab extension', wants: 'yamaguchi-2024-vocabulary', because: 'a word cut short' },
    {
      query: 'llevar más lejos el vocabulario de un modelo: ampliar',
      wants: 'yamaguchi-2024-vocabulary',
      because: 'single words of another language',
    },
    { query: 'Philippy soft prompts', wants: 'philippy-2024-soft', because: 'an author' },
    { query: 'Hämmerl moral bias', wants: 'hammerl-2023-speaking', because: 'an author with an accent' },
    { query: 'hammerl moral bias', wants: 'hammerl-2023-speaking', because: 'an author without it' },
  ])('$query: $wants first ($because)', ({ query, wants }) => {
    expect(idsOf(query)[0]).toBe(wants);
  });

  it.each([
    ['cross-lingual', 'cross lingual'],
    ['pre-training', 'pre training'],
    ['évaluation', 'evaluation'],
    ['LANGUAGE MODELS', 'language models'],
    ['ﬁne-tuning', 'fine-tuning'],
    ['generalisation', 'generalization'],
  ])('%s and %s have one answer', (one, other) => {
    expect(idsOf(one)).toEqual(idsOf(other));
  });
});

describe('filters', () => {
  it.each([
    { query: 'title:voice conversion', holds: (id: string) => has(paper(id).title, 'voice') },
    { query: 'title:adapter', holds: (id: string) => has(paper(id).title, 'adapter') },
    {
      query: 'TITLE:"voice conversion"',
      holds: (id: string) => has(paper(id).title, 'voice') && has(paper(id).title, 'conversion'),
    },
    { query: 'speech year:2022', holds: (id: string) => paper(id).year === 2022 },
    { query: 'year:2018', holds: (id: string) => paper(id).year === 2018 },
    { query: 'year:2020-2021 transfer', holds: (id: string) => [2020, 2021].includes(paper(id).year!) },
    { query: 'year:-2020', holds: (id: string) => paper(id).year! <= 2020 },
    { query: 'transfer year:2025-', holds: (id: string) => paper(id).year! >= 2025 },
    {
      query: 'transfer -speech',
      holds: (id: string) => !has(`${paper(id).title} ${paper(id).abstract}`, 'speech(?![\\p{L}\\p{N}])'),
    },
    {
      query: '"soft prompt tuning"',
      holds: (id: string) => has(`${paper(id).title} ${paper(id).abstract}`, 'soft[\\s-]prompt[\\s-]tuning'),
    },
    {
      query: 'title:speech year:2022 -kangaroo',
      holds: (id: string) => has(paper(id).title, 'speech') && paper(id).year === 2022,
    },
  ])('$query holds of every hit', ({ query, holds }) => {
    const ids = idsOf(query);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => !holds(id))).toEqual([]);
  });

  it('alone bring all papers that fulfil them', () => {
    expect(idsOf('year:2020').sort()).toEqual(papers.flatMap(({ id, year }) => (year === 2020 ? [id] : [])).sort());
  });

  it.each(['year:1990', 'transfer year:1990', 'title:kangaroo', '"transfer kangaroo"', 'xGQA -question'])(
    '%s brings nothing',
    (query) => {
      expect(search(query)).toMatchObject({ hits: [], abstained: true });
    },
  );

  it.each([
    { query: 'zero-shot', because: 'a hyphen inside a word' },
    { query: 'transfer - speech', because: 'a dash between words' },
    { query: 'title: transfer', because: 'nothing after the colon' },
    { query: 'year:soon transfer', because: 'no year' },
    { query: 'subtitle:transfer', because: 'no field of ours' },
    { query: 'transfer "', because: 'a quote that is not closed' },
    { query: 'transfer year:', because: 'a filter that is being typed' },
  ])('$query is words: $because', ({ query }) => {
    expect(search(query).hits.length).toBeGreaterThan(0);
  });
});

describe('when nothing matches', () => {
  it.each([
    'asdfghjkl qwertyuiop',
    'protein folding',
    'black hole event horizon',
    'preheat the oven to 180 degrees',
    'the family crest above the fireplace',
    'offside rule explained',
    'music generation',
    'image segmentation',
    'handwriting recognition',
    'authorship attribution',
    'on the other hand',
    'green',
    'trousers',
    'Öffnungszeiten der Post am Samstag',
    'recette de la tarte aux pommes',
    'receta de tortilla de patatas',
    'ricetta lasagne alla bolognese',
    'рецепт борща со свёклой',
    'أسعار الذهب اليوم',
    '红烧肉的做法',
    '김치찌개 만드는 법',
    'gulyásleves recept',
    'cách nấu phở bò',
    'electrical adapter for UK sockets',
    'Add to cart',
    'lorem ipsum dolor sit amet consectetur',
    'xqzzkw',
    'zzzz 9999',
    'the of and',
  ])('%s: it says so', (query) => {
    expect(search(query)).toMatchObject({ hits: [], abstained: true });
  });

  it('shows a few that come near', () => {
    const { nearest } = search('electrical adapter for UK sockets');
    expect(nearest.length).toBeLessThanOrEqual(5);
  });
});

describe('the order of two words around "to"', () => {
  it.each([
    { query: 'speech to text', concept: 'automatic speech recognition' },
    { query: 'text to speech', concept: 'speech synthesis' },
  ])('$query is $concept', ({ query, concept }) => {
    expect(search(query).hits[0]!.why.map(({ text }) => text)).toContain(concept);
  });
});

describe('what is not in the library', () => {
  it.each([
    { query: 'fake news detection', because: 'a topic of elsewhere, though there are news and detection' },
    { query: 'time series forecasting', because: 'a topic of elsewhere, though a paper analyses time series' },
    { query: 'Rechtschreibkorrektur', because: 'a topic of elsewhere in German' },
    { query: 'a pinch of salt', because: 'SALT in small letters among other words is salt' },
    { query: 'take care of yourself', because: 'CARE, too' },
    { query: 'as shown in Figure 3', because: 'words that point at something have no subject' },
    { query: 'patient care at the hospital', because: 'everyday words alone' },
    { query: 'body language in interviews', because: 'everyday words, and one that all papers have' },
    { query: 'Italian cooking classes', because: 'a place, and everyday words' },
    { query: 'in the next chapter', because: 'a piece of a sentence' },
    { query: 'Pisces horoscope', because: 'a name with a capital among strangers' },
    {
      query: 'text simplification for reading comprehension',
      because: 'a topic of elsewhere outweighs what stands around it',
    },
    { query: 'apprendre l’anglais en ligne', because: 'a language course' },
    { query: 'prix du pain', because: 'a word that stands for an everyday concept' },
    { query: 'public key certificate expired', because: 'a word that one paper happens to have' },
    { query: '北京租房价格', because: 'one known word of three' },
  ])('is not found for “$query”: $because', ({ query }) => {
    expect(search(query).abstained).toBe(true);
  });

  it('does not keep a name from being found', () => {
    expect(idsOf('CARE dataset')[0]).toContain('care');
    expect(idsOf('care')[0]).toContain('care');
  });
});

describe('evidence', () => {
  it.each(['多言語モデル', 'распознавание речи', 'الترجمة الآلية', 'modèles de langue'])(
    'shows %s as written',
    (query) => {
      expect(search(query).hits[0]!.why.map(({ from }) => from)).toContain(query);
    },
  );
});
