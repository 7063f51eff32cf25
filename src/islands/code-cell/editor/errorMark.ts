import { type EditorState, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'
import type { Place } from '../place.ts'

export interface Mistake extends Place {
  message: string
}

/** Marks a place as wrong; undefined takes the mark away. */
export const setMistake = StateEffect.define<Mistake | undefined>()

/** The mark on what is wrong, with the message below its line, until the text changes. */
export const mistakeMark = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { state, effects, docChanged }) {
    const last = effects.findLast((effect) => effect.is(setMistake))
    if (last) return last.value ? marksFor(state, last.value) : Decoration.none
    return docChanged ? Decoration.none : marks
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** Where in the text a place is; one outside of it is moved to its edge. */
export function offsetOf({ doc }: EditorState, { line, column }: Place): number {
  const { from, to } = doc.line(Math.min(Math.max(1, line), doc.lines))
  return Math.min(Math.max(from, from + column - 1), to)
}

function marksFor(state: EditorState, mistake: Mistake): DecorationSet {
  const place = offsetOf(state, mistake)
  const line = state.doc.lineAt(place)
  const indent = line.from + line.text.search(/\S|$/)
  const { from, to } = state.wordAt(place) ?? {
    from: Math.max(place, indent),
    to: line.to,
  }
  const message = Decoration.widget({ widget: new Message(mistake.message), block: true, side: 1 })
  return Decoration.set([
    ...(from < to ? [Decoration.mark({ class: 'cm-wrong' }).range(from, to)] : []),
    message.range(line.to),
  ])
}

class Message extends WidgetType {
  readonly #text: string

  constructor(text: string) {
    super()
    this.#text = text
  }

  override eq(other: Message): boolean {
    return this.#text === other.#text
  }

  toDOM({ scrollDOM, contentDOM }: EditorView): HTMLElement {
    const element = document.createElement('div')
    element.className = 'cm-wrong-message'
    element.textContent = this.#text
    // As wide as what is seen, not as the longest line.
    element.style.maxWidth = `calc(${scrollDOM.clientWidth - contentDOM.offsetLeft}px - var(--dc-code-gap))`
    return element
  }
}
