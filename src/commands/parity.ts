/*
 * npm run parity: lists the sections in which one language has not followed the last change of meaning in the other.
 * npm run parity -- zh/l1#corner …: records that these need no translation of that change.
 */
import { writeFile } from 'node:fs/promises'
import { BASELINE, lagsIn, nameOf, readBaseline } from '../build/parity/parity.ts'

const root = process.cwd()
const lags = await lagsIn(root)
const names = process.argv.slice(2)

if (names.length === 0) {
  for (const lag of lags)
    console.log(`${nameOf(lag).padEnd(40)} ${lag.commit.slice(0, 8)} ${lag.subject}`)
  console.log(
    lags.length === 0
      ? 'Both languages have followed each other.'
      : `\n${lags.length} behind: each has not followed the commit beside it in the other language.`,
  )
} else {
  const baseline = await readBaseline(root)
  for (const name of names) {
    const lag = lags.find((candidate) => nameOf(candidate) === name)
    if (!lag) {
      console.error(`“${name}” is not behind; expected a name that npm run parity lists.`)
      process.exit(2)
    }
    baseline.followed[name] = lag.hash
  }
  await writeFile(BASELINE, `${JSON.stringify(baseline, null, 2)}\n`)
}
