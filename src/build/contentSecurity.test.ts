import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { withPolicy } from './contentSecurity.ts'

const head = '<!doctype html><html><head><meta charset="utf-8"><title>T</title>'
const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

function directive(html: string, name: string): string[] {
  const policy = /content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
  const found = policy.split('; ').find((part) => part.startsWith(`${name} `))
  return found?.split(' ').slice(1) ?? []
}

describe('the policy of a page', () => {
  test('allows exactly the inline scripts and styles of the page', () => {
    const page = withPolicy(
      `${head}<script type="application/ld+json">{}</script><style>p{}</style></head><script>run("é")</script><script src="/a.js"></script>`,
    )
    expect(directive(page, 'script-src')).toEqual([
      "'self'",
      "'wasm-unsafe-eval'",
      sha256('run("é")'),
    ])
    expect(directive(page, 'style-src')).toEqual(["'self'", sha256('p{}')])
    expect(directive(page, 'object-src')).toEqual(["'none'"])
  })

  test('stands behind the charset and before everything else', () => {
    expect(withPolicy(head)).toMatch(/<meta charset="utf-8"><meta http-equiv="content-security-p/)
    expect(withPolicy('<head><title>T</title>')).toMatch(/^<head><meta http-equiv="content-sec/)
  })

  test('stays the one that a page brings along', () => {
    const own = `${head}<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`
    expect(withPolicy(own)).toBe(own)
  })
})
