import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** English words of the glossary. */
const terms = parse(readFileSync(new URL('content/glossary.yaml', import.meta.url), 'utf8'))
const words = terms
  .flatMap(({ en }) => [en.term, ...(en.forms ?? [])])
  .flatMap((phrase) => phrase.split(/[\s–]+/))

/** Spellings in -ise of words that Oxford spells with -ize, as in the texts of the course. */
const ise = ['generalis', 'minimis', 'normalis', 'optimis', 'parametris', 'penalis', 'recognis']
  .concat(['regularis', 'standardis', 'summaris', 'unpenalis', 'initialis', 'orthogonalis'])
  .flatMap((stem) => ['e', 'ed', 'es', 'ing', 'ation'].map((ending) => stem + ending))

export default {
  version: '0.2',
  language: 'en-GB',
  files: [
    '*.md',
    'content/{docs,questions}/en/**',
    'content/{glossary,news}.yaml',
    'content/{examples,programs}/**/*.ts',
    '{bench,src,tests}/**/*.{ts,mjs,astro,css,md}',
  ],
  ignorePaths: ['**/fixtures/**', '**/wasm/module.ts', '**/*.test.ts'],
  enableFiletypes: ['astro'],
  dictionaries: ['en-gb', 'typescript', 'css', 'html', 'softwareTerms', 'course'],
  dictionaryDefinitions: [{ name: 'course', path: './cspell.words.txt' }],
  words,
  cache: { useCache: true, cacheLocation: 'node_modules/.cache/cspell' },
  ignoreRegExpList: ['/\\p{Script=Han}+/gu', '/(?:https?|doi):\\S+/g', '/\\S*[ᵀᵢⱼₖ₁₂]\\S*/gu'],
  languageSettings: [
    {
      languageId: ['mdx', 'markdown', 'yaml'],
      ignoreRegExpList: [
        '/^import .*$/gm',
        '/(?:see|- not|- id): .*$/gm',
        '/```[^]*?```/g',
        '/\\$\\$[^]*?\\$\\$/g',
        '/\\$[^$\\n]+\\$/g',
        '/`[^`\\n]+`/g',
        '/\\]\\([^)]*\\)/g',
        '/\\{#[\\w-]+\\}/g',
      ],
    },
    {
      // Of programs, comments and texts: names follow the libraries and formulas that they come from.
      languageId: ['typescript', 'javascript'],
      includeRegExpList: ['CStyleComment', "/'[^'\\n]* [^'\\n]*'/g", '/`[^`]* [^`]*`/g'],
      ignoreRegExpList: ['/`[\\w.]+`/g'],
    },
  ],
  overrides: [
    {
      filename: ['*.md', 'content/**', '{bench,src}/**'],
      flagWords: ise,
    },
  ],
}
