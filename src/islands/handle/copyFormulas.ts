import { replaceFormulas } from './formulas.ts'

/** What is on the page for use and not for reading. */
export const TOOLS = '.handle, .popup, .sr-only, button, template, script, style'

/**
 * Copies a selection with the TeX source of its formulas, `$…$` or `$$…$$`, instead of the single symbols that KaTeX
 * places. A selection that starts or ends within a formula takes all of it. Other selections are left to the browser.
 */
export function copyFormulas(event: ClipboardEvent): void {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || !event.clipboardData) return
  const range = selection.getRangeAt(0).cloneRange()
  const first = formulaAt(range.startContainer)
  const last = formulaAt(range.endContainer)
  if (first) range.setStartBefore(first)
  if (last) range.setEndAfter(last)
  const copy = document.createElement('div')
  copy.append(range.cloneContents())
  if (!copy.querySelector('.katex')) return

  for (const tool of copy.querySelectorAll(TOOLS)) tool.remove()
  replaceFormulas(copy, (tex, isDisplayed) => {
    const text = document.createElement(isDisplayed ? 'p' : 'span')
    text.textContent = isDisplayed ? `$$\n${tex}\n$$` : `$${tex}$`
    text.style.whiteSpace = 'pre-wrap'
    return text
  })
  event.clipboardData.setData('text/html', copy.innerHTML)
  event.clipboardData.setData('text/plain', textOf(copy))
  event.preventDefault()
}

/** The formula that contains a node; of a formula in two parts, the first. */
function formulaAt(node: Node): Element | undefined {
  const formula = (node instanceof Element ? node : node.parentElement)?.closest('.katex')
  if (!formula) return undefined
  if (formula.querySelector('math')) return formula.closest('.katex-display') ?? formula
  return formula.parentElement!.previousElementSibling ?? formula
}

/** The text of an element as the page would show it: with line breaks between blocks. */
function textOf(element: HTMLElement): string {
  element.style.cssText = 'position: fixed; inset-inline-start: -9999px; width: 40rem'
  document.body.append(element)
  const text = element.innerText
  element.remove()
  return text.trim()
}
