import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GUESSED } from '../../../lib/search/concept-keys';
import { readSections } from '../../../lib/search/key-table';
import { guessLanguages, openGuessTable } from '../../../lib/text/guess';

const { buffer, byteOffset, byteLength } = readFileSync('public/corpus/keys.bin');
const table = openGuessTable(
  readSections(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer).get('guess')!,
);

/** Sentences of no research: the table must know the languages, not the topics. */
const SENTENCES: Record<string, string> = {
  de: 'Der Zug fährt heute später ab als gestern',
  fr: 'Le marché ferme à midi quand il pleut',
  es: 'La panadería de la esquina abre temprano',
  it: 'Il treno per la montagna parte alle sette',
  pt: 'A padaria da esquina não abre aos domingos',
  nl: 'De bakker op de hoek gaat vroeg open',
  pl: 'Pociąg do miasta odjeżdża dzisiaj później',
  tr: 'Köşedeki fırın pazar günleri açık değil',
  sv: 'Tåget till staden går senare idag än igår',
  cs: 'Vlak do města dnes odjíždí později než včera',
  id: 'Kereta ke kota berangkat lebih lambat hari ini',
  vi: 'Chuyến tàu vào thành phố hôm nay chạy muộn hơn',
  fi: 'Juna kaupunkiin lähtee tänään myöhemmin kuin eilen',
  ro: 'Trenul spre oraș pleacă astăzi mai târziu decât ieri',
  hu: 'A vonat ma később indul a városba, mint tegnap',
  eu: 'Hirirako trena gaur atzo baino beranduago aterako da',
  sw: 'Treni ya kwenda mjini itaondoka baadaye leo kuliko jana',
  da: 'Toget til byen kører senere i dag end i går',
  ca: 'El tren cap a la ciutat surt avui més tard que ahir',
  et: 'Rong linna väljub täna hiljem kui eile',
};

describe('the guess at a language', () => {
  it('has a sentence for every language that it tells apart', () => {
    expect(Object.keys(SENTENCES).sort()).toEqual(GUESSED.filter((language) => language !== 'vi-plain').sort());
  });

  it.each(Object.entries(SENTENCES))('%s is among the first three', (language, sentence) => {
    expect(guessLanguages(sentence, GUESSED, table).slice(0, 3)).toContain(language);
  });

  it('knows Vietnamese without its marks', () => {
    expect(guessLanguages('chuyen tau vao thanh pho hom nay', GUESSED, table)[0]).toBe('vi-plain');
  });
});
