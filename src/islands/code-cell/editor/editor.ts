import { closeBrackets, closeCompletion } from '@codemirror/autocomplete'
import { history, isolateHistory } from '@codemirror/commands'
import { typescriptLanguage } from '@codemirror/lang-javascript'
import {
  bracketMatching,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, highlightSpecialChars, lineNumbers } from '@codemirror/view'
import type { CreateEditor, EditorOptions } from './contract.ts'
import { mistakeMark, offsetOf, setMistake } from './errorMark.ts'
import { keys } from './keys.ts'
import { phrases, say } from './strings.ts'
import { highlightStyle, theme } from './theme.ts'

/** Longer texts keep a browser busy for seconds. A program of the course has some 2,000 characters, a link at most 65,536. */
const LONGEST = 100_000

/**
 * An editor of TypeScript in a shadow root of its host, where its style sheets are adopted: as
 * elements of the document, the page's security policy would refuse them.
 */
export const createEditor: CreateEditor = async (options) => {
  const { host, code, language } = options
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const help = document.createElement('p')
  help.id = 'keys'
  help.hidden = true
  help.textContent = say(language, 'keys')

  const assistance = new Compartment()
  const view = new EditorView({
    doc: code,
    root,
    extensions: [extensions(options, help.id), assistance.of([])],
  })
  root.replaceChildren(help, view.dom)

  // Its own chunk: one can write before it has come, and without it.
  import('./completion/assistance.ts').then(
    ({ assist }) => view.dispatch({ effects: assistance.reconfigure(assist(language)) }),
    (reason: unknown) => console.warn('The editor offers no completion:', reason),
  )

  return {
    get code() {
      return view.state.doc.toString()
    },
    replace(text) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: isolateHistory.of('full'),
      })
    },
    showError(mistake) {
      // Suggestions would stand over the message.
      if (mistake) closeCompletion(view)
      view.dispatch({ effects: setMistake.of(mistake) })
    },
    focus(at) {
      view.focus()
      if (!at) return
      view.dispatch({ selection: { anchor: offsetOf(view.state, at) }, scrollIntoView: true })
    },
    destroy() {
      view.destroy()
      root.replaceChildren()
    },
  }
}

function extensions(
  { label, language, onChange, onTooLong, onRun }: EditorOptions,
  help: string,
): Extension {
  return [
    lineNumbers(),
    history(),
    indentOnInput(),
    indentUnit.of('  '),
    EditorState.tabSize.of(2),
    bracketMatching(),
    closeBrackets(),
    highlightSpecialChars(),
    typescriptLanguage,
    syntaxHighlighting(highlightStyle),
    theme,
    mistakeMark,
    keys(onRun, say(language, 'tabLeaves')),
    EditorState.changeFilter.of(({ newDoc, startState }) => {
      const fits = newDoc.length <= Math.max(LONGEST, startState.doc.length)
      if (!fits) onTooLong()
      return fits
    }),
    EditorState.phrases.of(phrases[language]),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-describedby': help,
      tabindex: '0',
    }),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) onChange(state.doc.toString())
    }),
  ]
}
