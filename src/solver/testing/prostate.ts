import { readFileSync } from 'node:fs'
import { readNumericTable, splitTarget } from 'shrinkage'

const file = new URL('../../../content/data/prostate.csv', import.meta.url)
const table = readNumericTable(readFileSync(file, 'utf8'), { labels: ['train'] })

/** The prostate data: 97 patients, 8 features, response `lpsa`. */
export const prostate = splitTarget(table, 'lpsa')
