/** A section to which old addresses lead. */
export interface Signpost {
  /** Id of its heading. */
  id: string
  /** The words of its heading. */
  words: string
  /** The old ids that it answers for. */
  ids: string[]
}

/**
 * The sections of a chapter that hold some ids, from top to bottom. An id that none of them has is with the first.
 *
 * @param chapter the body of its file
 * @param ids ids of headings, figures, cells, programs, challenges, errata, questions, equations and derivations
 *
 * @example
 * signposts('## Scale {#scale}\n\n<Figure name="path" />', ['path'])
 * // [{ id: 'scale', words: 'Scale', ids: ['path'] }]
 */
export function signposts(chapter: string, ids: readonly string[]): Signpost[] {
  const sections = sectionsOf(chapter)
  const posts = new Map<string, Signpost>()
  for (const id of ids) {
    const mark = markOf(id)
    const { heading, words } = sections.find(({ text }) => mark.test(text)) ?? sections[0]
    const post = posts.get(heading) ?? { id: heading, words, ids: [] }
    posts.set(heading, { ...post, ids: [...post.ids, id] })
  }
  return sections.flatMap(({ heading }) => posts.get(heading) ?? [])
}

/** How the source of a section shows that it holds an id. */
function markOf(id: string): RegExp {
  const challenge = /^challenge-(.+?)(-code)?$/.exec(id)?.[1]
  if (challenge) return new RegExp(`^<Challenge id="${challenge}"`, 'm')
  const program = /^program-(.+)$/.exec(id)?.[1]
  if (program) return new RegExp(`^<Programs name="${program}"`, 'm')
  const [, part, place] = /^erratum-(\d+)-(\d+)$/.exec(id) ?? []
  if (place) return new RegExp(`^<Erratum id="${part}\\.${place}"`, 'm')
  const [, chapterNumber, equation] = /^eq-(\d+)-(\d+)$/.exec(id) ?? []
  if (equation) return new RegExp(`\\\\tag\\{${chapterNumber}\\.${equation}\\}`)
  const derived = /^(.+)-derivation(-\d+)?$/.exec(id)?.[1]
  if (derived) return new RegExp(`^#+ .*\\{#${derived}\\}$`, 'm')
  return new RegExp(
    [
      `^#+ .*\\{#${id}\\}$`,
      `^\`\`\`.* id=${id}$`,
      `^<(?!Challenge)\\w+ ([^>]* )?id="${id}"`,
      `^<Figure name="${id}"`,
    ].join('|'),
    'm',
  )
}

/** The sections of a chapter, each with its text; subsections are sections of their own. */
function sectionsOf(chapter: string): { heading: string; words: string; text: string }[] {
  return chapter.split(/^(?=#{2,6} .*\{#[\w-]+\}$)/m).flatMap((text) => {
    const [, words, heading] = /^#+ (.*) \{#([\w-]+)\}$/m.exec(text) ?? []
    return heading ? [{ heading, words, text }] : []
  })
}
