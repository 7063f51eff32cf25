import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What a first visit to a page loads before the reader touches anything, in bytes as sent (gzip). */
export interface Weight {
  html: number
  fonts: number
  styles: number
  scripts: number
  total: number
  /** The elements of the page. */
  elements: number
}

/**
 * Weighs a page of a built site by its files, without a browser.
 *
 * @param folder the built site
 * @param base its base path, with slashes at both ends
 * @param page the path of the page in it: `en/l1/`
 */
export function weigh(folder: string, base: string, page: string): Weight {
  const html = readFileSync(join(folder, page.replace(/\/$|^$/, '/index.html')), 'utf8')
  const text = html.replace(/<(script|style)\b[^>]*>[^]*?<\/\1>/g, '<$1>')
  const read = (address: string) => readFileSync(join(folder, address.slice(base.length)))

  const links = [...html.matchAll(/<link\b[^>]*>/g)].map(([link]) => link)
  const addressesOf = (kind: RegExp) =>
    links.filter((link) => kind.test(link)).map((link) => /href="([^"]*)"/.exec(link)![1])
  const modules = new Set<string>()
  const follow = (address: string): void => {
    if (modules.has(address)) return
    modules.add(address)
    const imports = read(address)
      .toString()
      .matchAll(/(?:^|[;}\s])(?:import|from)\s*"(\.[^"]+)"/g)
    for (const [, other] of imports) follow(posix.join(posix.dirname(address), other))
  }
  for (const [, address] of html.matchAll(/<script\b[^>]*\bsrc="([^"]*)"/g)) follow(address)

  const sent = (addresses: Iterable<string>) =>
    [...addresses].reduce((sum, address) => sum + gzipSync(read(address)).length, 0)
  const weight = {
    html: gzipSync(html).length,
    // Fonts are compressed already.
    fonts: addressesOf(/as="font"/).reduce((sum, address) => sum + read(address).length, 0),
    styles: sent(addressesOf(/rel="stylesheet"/)),
    scripts: sent(modules),
  }
  return {
    ...weight,
    total: weight.html + weight.fonts + weight.styles + weight.scripts,
    elements: text.match(/<[a-z]/g)!.length,
  }
}
