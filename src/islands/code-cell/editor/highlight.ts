import { tags, type Tag } from '@lezer/highlight'
import type { CodePart } from '../../../styles/codeTheme.ts'

/** Lezer's tags of each part of code that has a colour. */
export const parts: readonly { part: CodePart; tag: readonly Tag[] }[] = [
  {
    part: 'keyword',
    tag: [tags.keyword, tags.operatorKeyword, tags.modifier, tags.self, tags.definitionKeyword],
  },
  {
    part: 'literal',
    tag: [tags.string, tags.special(tags.string), tags.regexp, tags.number, tags.bool, tags.null],
  },
  { part: 'literal', tag: [tags.escape] },
  { part: 'comment', tag: [tags.comment] },
  { part: 'punctuation', tag: [tags.operator, tags.punctuation] },
]
