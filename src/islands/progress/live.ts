import { languageOf } from '../shared/languageOf.ts'
import { save } from '../shared/save.ts'
import {
  forgetProgress,
  merge,
  onAnyProgress,
  progressHere,
  progressIn,
  replaceProgress,
  textOf,
  type Progress,
} from './file.ts'
import { changesText, faultText, strings } from './strings.ts'

/** The largest file that is read, in bytes: many times what the course can save. */
const LARGEST = 1_000_000

/** Starts a `<progress-file>`. Returns a function that stops it. */
export function startProgressFile(root: HTMLElement): () => void {
  const language = languageOf(root)
  const input = root.querySelector<HTMLInputElement>('input[type="file"]')!
  const undo = root.querySelector<HTMLButtonElement>('[data-action="undo"]')!
  /** The progress before the last file, or before it was forgotten, until something else changes it. */
  let before: Progress | undefined
  let isChanging = false

  const say = (text: string) => {
    root.querySelector('[data-said]')!.textContent = text
  }

  /** Changes the progress in a way that can be undone. */
  const change = (action: () => void) => {
    const former = progressHere()
    isChanging = true
    action()
    isChanging = false
    offer(former)
  }
  const offer = (former: Progress | undefined) => {
    before = former
    undo.hidden = !former
  }

  const load = async (file: File) => {
    const found = file.size > LARGEST ? { kind: 'large' as const } : progressIn(await file.text())
    if ('kind' in found) {
      say(faultText(language, found))
      return
    }
    const here = progressHere()
    const both = merge(here, found)
    let isKept = true
    change(() => (isKept = replaceProgress(both)))
    say(`${changesText(language, here, both)} ${isKept ? '' : strings.unkept[language]}`.trim())
  }

  const onClick = ({ target }: Event) => {
    const { action } = (target as Element).closest<HTMLElement>('button')?.dataset ?? {}
    if (action === 'save') {
      save(new Blob([textOf(progressHere())], { type: 'application/json' }), 'progress.json')
      say(strings.saved[language])
    } else if (action === 'load') input.click()
    else if (action === 'forget') {
      change(forgetProgress)
      say(strings.forgotten[language])
    } else if (action === 'undo' && before) {
      isChanging = true
      replaceProgress(before)
      isChanging = false
      // The button goes, and the focus must not go with it.
      root.querySelector<HTMLElement>('[data-action="load"]')!.focus()
      offer(undefined)
      say(strings.undone[language])
    }
  }

  const onFile = () => {
    const [file] = input.files ?? []
    // The same file can be chosen again, once it is mended.
    input.value = ''
    if (file) void load(file).catch(() => say(strings.unreadable[language]))
  }

  const stopListening = onAnyProgress(() => {
    if (!isChanging && before) offer(undefined)
  })
  root.addEventListener('click', onClick)
  // Until now a press would have been lost.
  for (const button of root.querySelectorAll('button')) button.disabled = false
  input.addEventListener('change', onFile)
  return () => {
    stopListening()
    root.removeEventListener('click', onClick)
    input.removeEventListener('change', onFile)
  }
}
