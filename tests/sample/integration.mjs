/**
 * Astro integration: adds the sample page, which only the browser tests see. It holds one of everything that a chapter
 * can hold, and loads in a fraction of a chapter's time.
 */
export function samplePage() {
  return {
    name: 'sample-page',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        injectRoute({ pattern: '/[locale]/sample', entrypoint: './tests/sample/page.astro' })
      },
    },
  }
}
