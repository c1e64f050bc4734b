/** What counts how much in the order of results. Tuned on graded judgements as a whole; none of it is about a single query. */

/** Parts of the score of the page whose text fits best, which is 1. */
export const WEIGHTS = {
  /** Further hits on a page, of which three count. */
  more: 0.25,
  /** The whole text is a name of the page. */
  named: 1.7,
  /** It is cited within the text. */
  cited: 1.4,
  /** A name of the page occurs in the text; words in which people ask about it do. */
  mentioned: 0.22,
  asked: 0.38,
  /** A name of the page begins with the text; its citation does. */
  begunName: 0.2,
  begunCitation: 1.5,
  /** The text is, word for word, what the page is called or what people ask about it. */
  likeness: 1.65,
  /** Pages that lead here by links are all that was found. */
  evidence: 0.52,
  /** The same at the second step of links, next to the first. */
  further: 0.3,
  /** The text asks for things of its kind and names a State with which the page is linked. */
  ofState: 1.4,
  /** Each doubling of the links to a page. */
  authority: 0.125,
}

/** Kinds by how often they answer a question by themselves; an argument is read at its claim, a State at its treaties. */
export const KINDS: Readonly<Record<string, number>> = {
  claim: 1.1,
  'counter-argument': 0.95,
  norm: 0.8,
  interpretation: 0.75,
  article: 0.9,
  treaty: 1.1,
  argument: 0.3,
  statement: 0.3,
  state: 0.3,
}

export const FACTORS = {
  /** A name of one word may be a word like any other. */
  oneWord: 0.7,
  /** A question in plain words asks for what answers it. */
  question: 1.2,
  /** A question of law is not answered by a factual claim. */
  factOfLaw: 0.5,
  /** The text asks for things of this kind: `which treaties`. */
  askedKind: 1.25,
  /** Quoted words are looked for where the law or a body says them. */
  source: 1.5,
  /** Words of a body to the State that is accused. */
  addressed: 1.3,
  /** A subsidiary means to say what the law is. */
  subsidiary: 0.55,
  /** For each result of the same kind that stands above. */
  sameKind: 0.95,
  /** For each that is a part or a form of the same thing. */
  sameFamily: 0.3,
}

/** How much another name of the thing asked for tells in the place of the words typed, and how much other words do. */
export const OTHER_WAYS = { name: 0.5, loose: 0.3, cover: 0.7 }

/** Of a word that names a State, next to any other: it says of whom, not what is asked. */
export const STATE_WORD = 0.7
