/** The parameters of an address, as text. */

/** All values of each parameter, in the order of the address. */
export type Parameters = ReadonlyMap<string, readonly string[]>

/** The first value of a parameter that counts once. */
export const first = (parameters: Parameters, name: string): string | undefined => parameters.get(name)?.[0]
