import { Parser } from 'htmlparser2'

/** A start tag of a page. */
export interface Tag {
  name: string
  /** By their names in lower case; a value is what the page means, without character references. */
  attributes: Readonly<Record<string, string>>
  /** Where it begins in the page, in characters. */
  start: number
  /** What stands in a script or style. */
  text: string
}

/**
 * The start tags of a page in their order, without those in templates. A tree of the page takes nine times as
 * long.
 */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = []
  let templates = 0
  let raw: Tag | undefined
  const parser = new Parser({
    onopentag(name, attributes) {
      if (templates === 0) tags.push({ name, attributes, start: parser.startIndex, text: '' })
      if (name === 'template') templates++
      if (templates === 0 && (name === 'script' || name === 'style')) raw = tags.at(-1)
    },
    ontext(text) {
      if (raw) raw.text += text
    },
    onclosetag(name) {
      if (name === 'template') templates--
      raw = undefined
    },
  })
  parser.end(html)
  return tags
}

/** The line on which a tag begins. */
export function lineOf({ start }: Tag, html: string): number {
  return html.slice(0, start).split('\n').length
}
