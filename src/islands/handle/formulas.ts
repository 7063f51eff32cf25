/** The TeX source of a formula. Where the page does not give it, the MathML reads like it. */
export function texOf(formula: Element): string {
  const given = formula.getAttribute('data-tex')
  return given ?? formula.querySelector('math')?.textContent ?? ''
}

/**
 * Puts the source in the place of each formula.
 *
 * @param part a copy of a part of the page, which is changed
 * @param write makes the node for a formula from its source; `null` leaves nothing
 */
export function replaceFormulas(
  part: ParentNode,
  write: (tex: string, isDisplayed: boolean) => Node,
): void {
  for (const formula of part.querySelectorAll('.katex')) {
    const display = formula.closest('.katex-display')
    // The last piece of a formula that may break has no MathML: the whole stands before it.
    if (!formula.querySelector('math')) formula.remove()
    else (display ?? formula).replaceWith(write(texOf(formula), display !== null))
  }
}
