import type { Language } from '../../../figures/kit/figure.ts'
import type { Place } from '../place.ts'

/** What a cell asks of its editor. */
export interface Editor {
  readonly code: string
  /** Replaces the text as one step that can be undone. */
  replace(code: string): void
  /** Marks a place as wrong until the next change; undefined takes the mark away. */
  showError(mistake: (Place & { message: string }) | undefined): void
  /** Takes the keyboard, with the cursor at a place, or where it was. */
  focus(at?: Place): void
  destroy(): void
}

export interface EditorOptions {
  /** Where it is mounted, in a shadow root of its own. */
  host: HTMLElement
  code: string
  /** Its accessible name. */
  label: string
  language: Language
  onChange(code: string): void
  /** A change that would make the text longer than a cell holds was not made. */
  onTooLong(): void
  /** Ctrl-Enter or Cmd-Enter. */
  onRun(): void
}

export type CreateEditor = (options: EditorOptions) => Promise<Editor>
