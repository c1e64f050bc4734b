/** What search knows of English: words that tell nothing, irregular forms, and the two spellings of one word. */

/** Words that a question is made with and that say nothing of what it is about. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about against all also am an and any are as at be been being but by can could did do does for from had has have how
  i if in into is it its many may me much must my no nor not of on or our shall should so some such than that the their
  them then there these they this those to under was we were what when where which who whom whose why will with would you
  your after before because during between each other others where there out`.split(/\s+/u),
)

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['bound', 'bind'],
  ['broke', 'break'],
  ['broken', 'break'],
  ['brought', 'bring'],
  ['children', 'child'],
  ['fled', 'flee'],
  ['forbidden', 'forbid'],
  ['gave', 'give'],
  ['given', 'give'],
  ['held', 'hold'],
  ['kept', 'keep'],
  ['men', 'man'],
  ['sent', 'send'],
  ['sold', 'sell'],
  ['sought', 'seek'],
  ['taken', 'take'],
  ['took', 'take'],
  ['women', 'woman'],
])

/** A word without the differences that a stemmer does not know: `women` and `woman`, `penalise` and `penalize`, `labour` and `labor`. */
export const plainForm = (word: string): string =>
  (IRREGULAR.get(word) ?? word)
    .replace(/is(?=(?:e|ed|es|ing|er|ers|ation|ations)$)/u, 'iz')
    .replace(/(?<=[a-z]{3})our(?=(?:s|ed|ing|able)?$)/u, 'or')
