import { citationOf } from '../handle/citeHere.ts'
import { questionMarkdown } from '../handle/markdown.ts'
import { permanentAddress } from '../shared/permanentAddress.ts'
import { copyText } from '../shared/copyText.ts'
import { languageOf } from '../shared/languageOf.ts'
import { strings } from './strings.ts'

const texts: Record<string, () => string> = {
  link: permanentAddress,
  markdown: questionMarkdown,
  cite: () => citationOf('cite'),
  bibtex: () => citationOf('bibtex'),
}

/** Copies what a button offers, named by its value. */
export async function share(button: HTMLButtonElement): Promise<void> {
  const language = languageOf(button)
  const kind = button.value as keyof typeof strings
  const words = { name: strings[kind][language], done: strings.done[language] }
  await copyText(texts[kind](), button, words)
}
