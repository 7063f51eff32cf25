const GAPS =
  /^(n\/a|nan|null|#n\/a|#na|#value!|#div\/0!|#ref!|#num!|#null!|<na>|missing|缺失|缺失值|空值)?$/i
/** What stands for a missing value among numbers, but may be a word among words: NA is a country, too. */
const NUMBER_GAPS = /^(na|none|nil|-|--|---|–|—|\.|\?|\*|无|暂无|不详)$/i

/** Whether a cell is a missing value wherever it stands. */
export const isGap = (text: string): boolean => text.length < 8 && GAPS.test(text)

/** Whether a cell is a missing value in a column of numbers or dates. */
export const isNumberGap = (text: string): boolean =>
  text.length < 8 && (GAPS.test(text) || NUMBER_GAPS.test(text))
