/** The order of the parts of a date. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy'

const TIME =
  '(?:[T ] ?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?(?: ?[AP]M)?(?:Z| ?[+-]\\d{2}:?\\d{2})?)?'
const YEAR_FIRST = new RegExp(`^(\\d{4})(?:([-/.])(\\d{1,2})(?:\\2(\\d{1,2}))?|年 ?(\\d{1,2}) ?月(?: ?(\\d{1,2}) ?日)?)${TIME}$`, 'i') // prettier-ignore
const COMPACT = /^(19|20)(\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}$`, 'i')
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const WORDED = new RegExp(
  `^(?:\\d{1,2}[ -])?${MONTH}[ -](?:\\d{1,2}(?:st|nd|rd|th)?,? )?\\d{2,4}${TIME}$`,
  'i',
)

/** The orders in which a cell is a date, each with its day since 1970; undefined if it is no date. */
export function readDate(text: string): Partial<Record<DateOrder, number>> | undefined {
  if (text.length < 6 || text.length > 40) return undefined
  const first = YEAR_FIRST.exec(text)
  if (first) {
    const [, year, mark, m, d, m2, d2, hours, minutes, seconds] = first
    if (mark === '.' && d === undefined) return undefined // 2020.5 is a number
    const day = dayOf(+year, +(m ?? m2), +(d ?? d2 ?? 1))
    return withTime({ ymd: day }, text, hours, minutes, seconds)
  }
  const compact = COMPACT.exec(text)
  if (compact) {
    const day = dayOf(+(compact[1] + compact[2]), +compact[3], +compact[4])
    return day === undefined ? undefined : { ymd: day }
  }
  const last = YEAR_LAST.exec(text)
  if (last) {
    const [, a, , b, year, hours, minutes, seconds] = last
    const isKnown = year.length === 4
    const dmy = dayOf(isKnown ? +year : 2000, +b, +a)
    const mdy = dayOf(isKnown ? +year : 2000, +a, +b)
    if (dmy === undefined && mdy === undefined) return undefined
    return isKnown ? withTime({ dmy, mdy }, text, hours, minutes, seconds) : {} // of which century?
  }
  return WORDED.test(text) ? {} : undefined
}

function withTime(
  days: Partial<Record<DateOrder, number | undefined>>,
  text: string,
  hours = '0',
  minutes = '0',
  seconds = '0',
): Partial<Record<DateOrder, number>> | undefined {
  const known = Object.entries(days).filter(([, day]) => day !== undefined)
  if (known.length === 0 || +hours > 23 || +minutes > 59 || +seconds > 59) return undefined
  if (/[AP]M$|\d[+-]\d{2}:?\d{2}$/i.test(text) && hours !== '0') return {} // a clock that is not read here
  const share = (+hours * 3600 + +minutes * 60 + +seconds) / 86_400
  return Object.fromEntries(known.map(([order, day]) => [order, day! + share]))
}

/** The day since 1970; undefined if the calendar has no such day. */
function dayOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.getTime() / 86_400_000 : undefined
}
