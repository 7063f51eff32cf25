import type { Page } from '@playwright/test'

/**
 * Gathers what a page must not do: errors and warnings in its console, violations of its security
 * policy among them, and requests that fail or leave the site. Call it before the first page opens.
 */
export function watch(page: Page): string[] {
  const faults: string[] = []
  let site = ''

  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    site ||= origin
    if (/^https?:$/.test(protocol) && origin !== site) faults.push(`leaves: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`)
  })
  return faults
}
