/**
 * PostCSS plugin: keeps only the WOFF2 source of every `@font-face`. Every supported browser reads WOFF2, and without
 * this plugin the build copies each font three times.
 *
 * @type {import('postcss').Plugin}
 */
export const woff2Only = {
  postcssPlugin: 'woff2-only',
  AtRule: {
    'font-face': (rule) =>
      rule.walkDecls('src', (declaration) => {
        const sources = declaration.value.split(',')
        const kept = sources.filter(
          (source) => source.includes('woff2') || source.includes('local('),
        )
        if (kept.length < sources.length) declaration.value = kept.join(',')
      }),
  },
}
