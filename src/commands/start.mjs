/* npm start: installs missing packages, builds the course and serves it. */
import { createServer } from 'node:net'
import { ensureInstalled } from './ensureInstalled.mjs'
import { fail, run } from './run.mjs'

const port = Number(process.env.PORT ?? 4321)

if (!Number.isInteger(port) || port < 1 || port > 65535) {
  fail(`PORT is “${process.env.PORT}”: it has to be a whole number from 1 to 65535.`)
}
if (!(await isFree(port))) {
  fail(
    `Port ${port} is taken: stop what uses it, or choose another with PORT=${port + 1} npm start.`,
  )
}
ensureInstalled()
if (!run('astro build')) fail('The course could not be built; see above.')

const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/')
console.log(`\nThe course: http://localhost:${port}${base} (Ctrl+C ends it)\n`)
if (!run(`astro preview --port ${port}`)) fail('The server has ended.')

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .once('listening', () => server.close(() => resolve(true)))
      .listen(port, 'localhost')
  })
}
