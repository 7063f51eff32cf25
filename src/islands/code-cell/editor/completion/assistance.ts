import { acceptCompletion, autocompletion, completionKeymap } from '@codemirror/autocomplete'
import { type Extension, Prec } from '@codemirror/state'
import { hoverTooltip, keymap, tooltips } from '@codemirror/view'
import api from 'virtual:cell-api'
import type { Language } from '../../../../figures/kit/figure.ts'
import { assistTheme } from './assistTheme.ts'
import { completionSource } from './completionSource.ts'
import { documentationOf, infoPlace } from './info.ts'
import { entryAt } from './entryAt.ts'
import { parseProgram } from './parsedProgram.ts'

/** Completion while writing, and what is known of the word below the pointer. */
export function assist(language: Language): Extension {
  return [
    autocompletion({
      override: [completionSource(api, language)],
      icons: false,
      positionInfo: infoPlace,
    }),
    Prec.high(keymap.of([...completionKeymap, { key: 'Tab', run: acceptCompletion }])),
    hoverTooltip(({ state }, position, side) => {
      const known = entryAt(parseProgram(api, state.doc.toString()), position, side)
      if (!known) return null
      const create = () => ({ dom: documentationOf(known.entry) })
      return { pos: known.from, end: known.to, above: true, create }
    }),
    // Fixed to the window, they are not cut off by what scrolls around the editor.
    tooltips({ position: 'fixed' }),
    assistTheme,
  ]
}
