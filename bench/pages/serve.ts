import { createServer, type ServerResponse } from 'node:http'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Bytes of a page in one piece. */
const PIECE = 24_000

interface Answer {
  body: Buffer
  headers: Record<string, string>
}

/**
 * Serves a built site as a host does, compressed.
 *
 * @param folder the built site
 * @param base its base path, with slashes at both ends
 * @param pause lets every page arrive in pieces this many milliseconds apart, as over a slow line
 * @returns the address of the site, with a slash at its end
 */
export async function serve(folder: string, base: string, pause = 0) {
  const packed = new Map<string, Answer>()
  const load = (path: string): Answer | undefined => {
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    if (!existsSync(file)) return undefined
    const body = readFileSync(file)
    const type = types[extname(file)] ?? 'application/octet-stream'
    if (type === 'font/woff2') return { body, headers: { 'content-type': type } }
    return { body: gzipSync(body), headers: { 'content-type': type, 'content-encoding': 'gzip' } }
  }
  /** Pages piece by piece and uncompressed; what they load, a little later. */
  const inPieces = async (response: ServerResponse, { body, headers }: Answer) => {
    const isPage = headers['content-type'].startsWith('text/html')
    const { 'content-encoding': encoding, ...rest } = headers
    response.writeHead(200, isPage ? rest : headers)
    const pieces = isPage && encoding ? gunzipSync(body) : body
    const size = isPage ? PIECE : body.length
    for (let start = 0; start < pieces.length; start += size) {
      await setTimeout(pause)
      response.write(pieces.subarray(start, start + size))
    }
    response.end()
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost')
    const path = pathname.slice(base.length)
    const answer = packed.get(path) ?? load(path)
    if (!answer) return void response.writeHead(404).end()
    packed.set(path, answer)
    if (pause > 0) return void inPieces(response, answer)
    response.writeHead(200, answer.headers).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://localhost:${port}${base}`, close: () => server.close() }
}
