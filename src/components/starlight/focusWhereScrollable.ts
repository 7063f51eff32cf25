/**
 * Makes boxes that scroll sideways, such as long formulas on a phone, focusable by keyboard. Boxes without overflow
 * stay out of the tab order.
 */
export function focusWhereScrollable(selector: string): void {
  const update = (box: Element) => {
    if (box.scrollWidth > box.clientWidth) box.setAttribute('tabindex', '0')
    else box.removeAttribute('tabindex')
  }
  const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => update(target)))
  document.querySelectorAll(selector).forEach((box) => observer.observe(box))
}
