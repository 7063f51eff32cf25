import { closeBracketsKeymap, closeCompletion } from '@codemirror/autocomplete'
import { defaultKeymap, historyKeymap, indentWithTab } from '@codemirror/commands'
import type { Extension } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'

/**
 * Keys: Tab indents, but Escape before it lets it leave, so that no one is caught in the editor.
 *
 * @param tabLeaves what is announced when Tab is free to leave
 */
export function keys(onRun: () => void, tabLeaves: string): Extension {
  const run = (view: EditorView) => {
    closeCompletion(view)
    onRun()
    return true
  }
  const freeTab = (view: EditorView) => {
    view.setTabFocusMode(true)
    view.dispatch({ effects: EditorView.announce.of(tabLeaves) })
    return true
  }
  return [
    keymap.of([
      { key: 'Ctrl-Enter', run },
      { key: 'Meta-Enter', run },
      { key: 'Escape', run: freeTab },
      ...closeBracketsKeymap,
      ...historyKeymap,
      indentWithTab,
      ...defaultKeymap,
    ]),
    EditorView.domEventHandlers({
      keydown: ({ key }, view) => {
        if (!['Escape', 'Tab', 'Shift'].includes(key)) view.setTabFocusMode(false)
      },
      blur: (_, view) => view.setTabFocusMode(false),
    }),
  ]
}
