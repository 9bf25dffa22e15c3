import { expect, it } from 'vitest';
import { Definitions } from '../../../lib/page/definitions';

it('keeps the first definition of each abbreviation, and tells which are new', () => {
  const definitions = new Definitions();
  expect(definitions.add('Cross-lingual Outline-based Dialogue (COD) was made.')).toEqual(['COD']);
  expect(definitions.add('Chemical oxygen demand (COD) and model editing (ME) were measured.')).toEqual(['ME']);
  expect(definitions.for('COD rose.')).toEqual([{ short: 'COD', long: 'Cross-lingual Outline-based Dialogue' }]);
  expect(definitions.for('Nothing rose.')).toEqual([]);
});

it('stops at a glossary’s first two hundred', () => {
  const definitions = new Definitions();
  for (let i = 0; i < 300; i++) definitions.add(`Alpha beta ${i} (AB${i}) came.`);
  expect(definitions.for(Array.from({ length: 300 }, (_, i) => `AB${i}`).join(' '))).toHaveLength(200);
});
