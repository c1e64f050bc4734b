/** Texts in the order of their letters: which is where, and which begin so. */

/** Place of the first text that does not come before another. */
function firstFrom(texts: readonly string[], text: string): number {
  let low = 0
  let high = texts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((texts[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}

/** Place of a text, if it is there. */
export function placeOf(texts: readonly string[], text: string): number | undefined {
  const at = firstFrom(texts, text)
  return texts[at] === text ? at : undefined
}

/** Places of the texts that begin with another. */
export function* placesFrom(texts: readonly string[], text: string): Generator<number> {
  for (let at = firstFrom(texts, text); texts[at]?.startsWith(text); at++) yield at
}

/** Whether any text begins with another. */
export const anyFrom = (texts: readonly string[], text: string): boolean => texts[firstFrom(texts, text)]?.startsWith(text) === true
