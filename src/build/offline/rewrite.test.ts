import { expect, test } from 'vitest'
import { offlineFile, offlinePage, offlineScript, offlineStyle } from './rewrite.ts'

const read = (path: string) => Buffer.from(path)

test('addresses of a page are relative and name files, states and places included', () => {
  const page = offlinePage(
    `<a href="/offline-root/en/l2/?geometry.lambda=2#geometry">x</a><a href="/offline-root/">door</a>
<a href="#here">y</a><a href="https://example.org/offline">z</a><img src="/offline-root/icon.png">
<script>const addresses = {"en":"/offline-root/en/"}</script><i data-a="[&quot;/offline-root/zh/&quot;]"></i>
<meta http-equiv="refresh" content="0;url=/offline-root/en/">`,
    'en/l1/index.html',
    read,
  )
  expect(page)
    .toBe(`<a href="../../en/l2/index.html?geometry.lambda=2#geometry">x</a><a href="../../index.html">door</a>
<a href="#here">y</a><a href="https://example.org/offline">z</a><img src="../../icon.png">
<script>const addresses = {"en":"../../en/index.html"}</script><i data-a="[&quot;../../zh/index.html&quot;]"></i>
<meta http-equiv="refresh" content="0;url=../../en/index.html">`)
  expect(offlinePage('<x-search data-base="/offline-root/">', 'en/index.html', read)).toBe(
    '<x-search data-base="../">',
  )
  expect(offlinePage('<a href="/offline-root/en/">', 'index.html', read)).toBe(
    '<a href="./en/index.html">',
  )
})

test('a page has a script that loads from disk, and no policy that forbids it', () => {
  const page = `<meta http-equiv="content-security-policy" content="default-src 'self'"><link rel="modulepreload" href="/offline-root/_astro/x.js"><script type="module" src="/offline-root/_astro/page.abc.js"></script>`
  expect(offlinePage(page, 'en/index.html', read)).toBe(
    '<script defer src="../_astro/offline.js"></script>',
  )
})

test('styles hold their fonts, in a page too', () => {
  expect(offlinePage('<style>src:url(/offline-root/a.woff2)</style>', 'index.html', read)).toBe(
    `<style>src:url(data:font/woff2;base64,${btoa('a.woff2')})</style>`,
  )
  const css = 'src:url(/offline-root/_astro/a.woff2);mask:url(/offline-root/b.svg)'
  expect(offlineStyle(css, read)).toBe(
    `src:url(data:font/woff2;base64,${btoa('_astro/a.woff2')});mask:url(../b.svg)`,
  )
})

test('scripts begin their addresses where the site lies', () => {
  const code = offlineScript(
    'a="/offline-root/_astro/w.js";b=`/offline-root/${x}`;c="/offline-root".replace(1);d="/other/"',
  )
  expect(code).toBe(
    'a=(offlineRoot+"_astro/w.js");b=(offlineRoot+`${x}`);c=(offlineRoot+"").replace(1);d="/other/"',
  )
})

test('a file is handed over as it is', () => {
  const handed: unknown[] = []
  const text = '{"a": "</script>\u2028`${x}"}'
  new Function('offlineFile', offlineFile('search/en.json', text))((...all: unknown[]) =>
    handed.push(...all),
  )
  expect(handed).toEqual(['search/en.json', text])
})
