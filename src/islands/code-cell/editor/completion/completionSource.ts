import type { Completion, CompletionSource } from '@codemirror/autocomplete'
import { insertCompletionText } from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import type { Language } from '../../../../figures/kit/figure.ts'
import type { Api, Entry } from './api/api.ts'
import { say } from '../strings.ts'
import { importOf, type Suggestion, suggestionsAt } from './complete.ts'
import { documentationOf } from './info.ts'
import { parseProgram } from './parsedProgram.ts'

/** The suggestions as CodeMirror wants them. */
export function completionSource(api: Api, language: Language): CompletionSource {
  return ({ state, pos, explicit }) => {
    const program = parseProgram(api, state.doc.toString())
    const found = suggestionsAt(program, pos, explicit)
    if (!found || found.list.length === 0) return null
    const options = found.list.map((suggestion, k) => ({
      ...completionOf(suggestion, api, language),
      // In the order of the source, which puts first what matters most.
      sortText: String(k).padStart(4, '0'),
    }))
    return { from: found.from, options, validFor: /^[\w$]*$/ }
  }
}

function completionOf(suggestion: Suggestion, api: Api, language: Language): Completion {
  const { entry, text, needsImport } = suggestion
  return {
    label: entry.name,
    detail: needsImport ? say(language, 'importsIt') : typeOf(entry),
    boost: needsImport ? -50 : 0,
    info: entry.signature ? () => documentationOf(entry) : undefined,
    apply: needsImport
      ? (view, _, from, to) => writeWithImport(view, api, entry.name, from, to)
      : text,
  }
}

/** The type of a value, where it is short enough to stand beside its name. */
const typeOf = ({ signature }: Entry) => /^[\w$]+\??: (.{1,24})$/.exec(signature)?.[1]

/** Writes a name and its import as one step. */
function writeWithImport(view: EditorView, api: Api, name: string, from: number, to: number): void {
  const { state } = view
  const change = importOf(parseProgram(api, state.doc.toString()), name)
  const completion = insertCompletionText(state, name, from, to)
  view.dispatch({
    ...completion,
    changes: [{ from, to, insert: name }, change],
    selection: { anchor: from + name.length + change.insert.length },
  })
}
