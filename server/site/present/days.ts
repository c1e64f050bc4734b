/** Dates as people read them: 9 October 2023, October 2023, 2023. */

const FORMATS: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  10: { day: 'numeric', month: 'long', year: 'numeric' },
  7: { month: 'long', year: 'numeric' },
}

/** An ISO day, month or year in words; an empty text for none. */
export function days(date: string | undefined): string {
  if (date === undefined) return ''
  const format = FORMATS[date.length]
  return format ? new Intl.DateTimeFormat('en-GB', { ...format, timeZone: 'UTC' }).format(new Date(date)) : date
}
