// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { type Mark, Marks } from '../../../lib/page/marks';

const markOf = (node: Text): Mark => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return { range, kind: 'title', id: 'x', text: node.data };
};

it('the rules for marks are asked for with the first mark, once, and never before', () => {
  const style = vi.fn();
  const marks = new Marks(style);
  marks.show('titles', false);
  marks.add([]);
  marks.clear();
  expect(style).not.toHaveBeenCalled();
  const text = document.createTextNode('a title');
  document.body.append(text);
  marks.add([markOf(text)]);
  marks.clear();
  marks.add([markOf(text)]);
  expect(style).toHaveBeenCalledOnce();
});
