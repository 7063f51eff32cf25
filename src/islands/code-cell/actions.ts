import type { Language } from '../../figures/kit/figure.ts'
import { copyText } from '../shared/copyText.ts'
import { save } from '../shared/save.ts'
import { programFile } from './file.ts'
import { PLAYGROUND, addressWithCode } from './link.ts'
import { encodeCode } from './share.ts'
import { strings } from './strings.ts'

/** What the tools of a cell take elsewhere: its code, and where the cell stands. */
export interface Taken {
  /** The cell, with `data-setup` and `data-playground`. */
  root: HTMLElement
  code: string
  language: Language
}

export function copyCode({ code, language }: Taken, button: HTMLElement): Promise<void> {
  const words = { name: strings.copyCode[language], done: strings.codeCopied[language] }
  return copyText(code, labelOf(button), words)
}

/** @throws ShareError if the code is too long for a link */
export async function copyLink(
  { root, code, language }: Taken,
  button: HTMLElement,
): Promise<void> {
  const address = addressWithCode(location.href, root.id, await encodeCode(code))
  const words = { name: strings.copyLink[language], done: strings.linkCopied[language] }
  await copyText(address, labelOf(button), words)
}

/** Saves the program as a file for Node. */
export function download(taken: Taken): void {
  const { origin, pathname, search } = location
  const { id } = taken.root
  const text = programFile(partsOf(taken), `${origin}${pathname}${search}#${id}`)
  save(new Blob([text], { type: 'text/typescript' }), `${id}.ts`)
}

/** @throws ShareError if the code is too long for a link */
export async function openInPlayground(taken: Taken): Promise<void> {
  const page = new URL(taken.root.dataset.playground!, location.href).href
  const text = await encodeCode(partsOf(taken).join('\n'))
  location.assign(addressWithCode(page, PLAYGROUND, text))
}

/** Set-up and code, without what is empty. */
const partsOf = ({ root, code }: Taken) => [root.dataset.setup ?? '', code].filter(Boolean)

const labelOf = (button: HTMLElement) => button.querySelector('[data-label]')!
