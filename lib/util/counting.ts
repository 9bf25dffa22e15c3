type Translate = (key: string, values: string[]) => string;
type Count = (key: string, n: number, ...others: (string | number)[]) => string;

/**
 * Makes the strings of one language count: `papers` is looked up as `papers_one`, `papers_few`, `papers_other` … after CLDR's plural
 * rules. Its first hole takes the number. Numbers are written as the language groups their digits.
 */
export function counting(translate: Translate, language: string): Count {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (key, n, ...others) => {
    const values = [n, ...others].map((value) => (typeof value === 'number' ? number.format(value) : value));
    return translate(`${key}_${plural.select(n)}`, values) || translate(`${key}_other`, values);
  };
}
