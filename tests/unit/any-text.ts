import fc from 'fast-check';

/** Any text there can be in a page: UTF-16 units of all kinds, halves of characters among them. */
export const anyText = (maxLength: number): fc.Arbitrary<string> => {
  const unit = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 0xffff }) },
    { weight: 3, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
    { weight: 1, arbitrary: fc.integer({ min: 0xd800, max: 0xdfff }) },
  );
  const pair = fc.tuple(fc.integer({ min: 0xd800, max: 0xdbff }), fc.integer({ min: 0xdc00, max: 0xdfff }));
  const piece = fc.oneof({ weight: 6, arbitrary: unit.map((one) => [one]) }, { weight: 1, arbitrary: pair });
  return fc.array(piece, { maxLength }).map((pieces) => String.fromCharCode(...pieces.flat()));
};
