import { expect, test } from 'vitest'
import { lineOf, tagsOf } from './tags.ts'

test('tags are read as a browser reads them, those in templates left out', () => {
  const html = `<p id=a>1 < 2</p>
<a HREF="?x=1&amp;y=2#b" data-x="<i id=no>">x</a><!-- <i id=no> -->
<template><i id=no></i><template></template></template>
<script>if (a < b) '<i id=no>'</script><style>p > a {}</style><svg><path d=""/></svg>`
  const tags = tagsOf(html)
  expect(tags.map(({ name }) => name)).toEqual([
    'p',
    'a',
    'template',
    'script',
    'style',
    'svg',
    'path',
  ])
  expect(tags[1].attributes).toEqual({ href: '?x=1&y=2#b', 'data-x': '<i id=no>' })
  expect(tags.map(({ text }) => text).filter((text) => text !== '')).toEqual([
    "if (a < b) '<i id=no>'",
    'p > a {}',
  ])
  expect(lineOf(tags[3], html)).toBe(4)
})
