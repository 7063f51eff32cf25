/** The prose of a file in one language. */
export interface Prose {
  language: 'en' | 'zh'
  /**
   * The text of the file with everything else blanked out: length and line breaks are preserved, so that places agree.
   */
  text: string
}

/** A file of the project with texts for readers. */
export interface SourceFile {
  /** Path relative to the root of the project, with slashes. */
  file: string
  text: string
}

/** Replaces an inline formula, code or a number: something that a reader sees. */
export const OBJECT = '\uFFFC'

/** Replaces a part of a string that is filled in at run time, a number or a word. */
export const UNKNOWN = '\uFFFB'

/** Replaces markup, which a reader does not see. */
export const MARKUP = '\u200B'

/**
 * The prose of a file. Chapters are read as Markdown, in the language of their folder; TypeScript and JSON contribute
 * their strings, each in Chinese if it contains a Chinese character.
 */
export function proseIn({ file, text }: SourceFile): Prose[] {
  if (/\.mdx?$/.test(file)) {
    return [{ language: /\/zh\//.test(file) ? 'zh' : 'en', text: proseOfMarkdown(text) }]
  }
  return [
    { language: 'en', text: stringsIn(text, (string) => !HAN.test(string)) },
    { language: 'zh', text: stringsIn(text, (string) => HAN.test(string)) },
  ]
}

const HAN = /\p{Script=Han}/u

/** Line of a place in a text, counted from 1. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

/** Replaces each character of `text`, except line breaks. */
function blank(text: string, by: string): string {
  return text.replace(/[^\n]/g, by)
}

const blankMarkup = (text: string) => blank(text, MARKUP)
const blankObject = (text: string) => blank(text, OBJECT)

/** Blanks out markup, except the values of attributes that readers see. */
function blankTag(tag: string, by = MARKUP): string {
  const values = [...tag.matchAll(/(?<=\s(?:title|summary|alt|label)=")[^"]*(?=")/g)]
  return values.reduceRight(
    (masked, { index, 0: value }) =>
      masked.slice(0, index) + value + masked.slice(index + value.length),
    blank(tag, by),
  )
}

/** The parts of a Markdown file that are not prose; each pattern is applied to the result of the previous one. */
const NOT_PROSE: [pattern: RegExp, replace: (match: string) => string][] = [
  [
    /^---\n[^]*?\n---$/m,
    (head) => head.replace(/^(---|[ \t]*(- )?[\w-]+:[ \t]*['"]?)|['"]$/gm, blankMarkup),
  ],
  [/^([ \t]*)(`{3,}|~{3,})[^\n]*\n[^]*?^\1\2[ \t]*$/gm, (code) => blankTag(code)],
  [/`[^`\n]+`/g, blankObject],
  [/\$\$[^]*?\$\$/g, blankObject],
  [/(?<!\\)\$[^$\n]+\$/g, blankObject],
  [/^(?:import|export) [^\n]*/gm, blankMarkup],
  [/\{\/\*[^]*?\*\/\}|<!--[^]*?-->/g, blankMarkup],
  [/<?https?:\/\/[^\s)>]+>?/g, blankObject],
  [
    /<\/?[A-Za-z][\w.]*(?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}))?)*\s*\/?>/g,
    (tag) => blankTag(tag, tag.startsWith('<Value') ? OBJECT : MARKUP),
  ],
  [/\]\([^)\n]*\)/g, blankMarkup],
  [/\s*\{#[\w-]+\}/g, blankMarkup],
  [/[[\]*]/g, blankMarkup],
]

function proseOfMarkdown(source: string): string {
  return NOT_PROSE.reduce((text, [pattern, replace]) => text.replace(pattern, replace), source)
}

/** Strings of TypeScript and JSON; comments match too, and are then skipped. */
const STRING =
  /\/\/[^\n]*|\/\*[^]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[^])*`/g

/** The strings of a file that `isMeant` accepts, at their places. */
function stringsIn(source: string, isMeant: (string: string) => boolean): string {
  let text = ''
  for (const { 0: match, index } of source.matchAll(STRING)) {
    text += blank(source.slice(text.length, index), MARKUP)
    const isString = !match.startsWith('/')
    text += isString && isMeant(match) ? proseOfString(match) : blank(match, MARKUP)
  }
  return text + blank(source.slice(text.length), MARKUP)
}

function proseOfString(literal: string): string {
  const inner = literal
    .slice(1, -1)
    .replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, (value) => blank(value, UNKNOWN))
    .replace(/\\./g, blankMarkup)
  return `${MARKUP}${inner}${MARKUP}`
}
