/**
 * PostCSS plugin: leaves out KaTeX's rules for every change from one size of type to another, an eighth of what a page
 * loads of styles. slimFormulas.ts says the size of an element where it changes.
 *
 * @type {import('postcss').Plugin}
 */
export const withoutSizes = {
  postcssPlugin: 'without-sizes',
  Rule(rule) {
    if (/\.reset-size\d/.test(rule.selector)) rule.remove()
  },
}
