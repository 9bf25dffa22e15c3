// The parser alone, without types of its own; those of its result are in the package's main file.
declare module 'latex-utensils/out/src/bibtex/bibtex_parser_simple.js' {
  const parser: { parse(text: string): unknown };
  export default parser;
}
