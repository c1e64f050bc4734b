/** Dates as people read them: 9 October 2023, October 2023, 2023. */

const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })

const FORMATS: Readonly<Record<number, Intl.DateTimeFormat>> = {
  10: format({ day: 'numeric', month: 'long', year: 'numeric' }),
  7: format({ month: 'long', year: 'numeric' }),
}

/** An ISO day, month or year in words; an empty text for none. */
export const days = (date: string | undefined): string => (date === undefined ? '' : (FORMATS[date.length]?.format(new Date(date)) ?? date))
