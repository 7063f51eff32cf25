import { createServer } from 'node:http'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * Serves a built site as a host does, compressed.
 *
 * @param folder the built site
 * @param base its base path, with slashes at both ends
 * @returns the address of the site, with a slash at its end
 */
export async function serve(folder: string, base: string) {
  const packed = new Map<string, { body: Buffer; headers: Record<string, string> }>()
  const load = (path: string) => {
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    if (!existsSync(file)) return undefined
    const body = readFileSync(file)
    const type = types[extname(file)] ?? 'application/octet-stream'
    if (type === 'font/woff2') return { body, headers: { 'content-type': type } }
    return { body: gzipSync(body), headers: { 'content-type': type, 'content-encoding': 'gzip' } }
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost')
    const path = pathname.slice(base.length)
    const answer = packed.get(path) ?? load(path)
    if (!answer) return void response.writeHead(404).end()
    packed.set(path, answer)
    response.writeHead(200, answer.headers).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://localhost:${port}${base}`, close: () => server.close() }
}
