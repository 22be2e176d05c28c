// Words of the page in the forms that its language needs, with numbers and days written as the language writes them.
export function speaker(table, language) {
  const digits = `${language}-u-nu-latn`;
  const forms = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(digits);
  const days = new Intl.DateTimeFormat(digits, { dateStyle: "medium", timeZone: "UTC" });
  const isolated = (text) => `\u2068${text}\u2069`;
  const number = (n) => numbers.format(n);
  const day = (n) => isolated(days.format(new Date(n * 86400000)));
  const say = (key, given = {}) => {
    const told = key.split(".").reduce((at, name) => (at ? at[name] : undefined), table);
    const text = typeof told === "object" ? (given.n === 0 && told.zero) || told[forms.select(given.n)] || told.other : told;
    return String(text ?? key).replace(/\{(\w+)\}/g, (_, name) => (typeof given[name] === "number" ? number(given[name]) : isolated(given[name])));
  };
  return { say, number, day };
}
