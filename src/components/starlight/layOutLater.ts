/** Milliseconds that must be left of an idle period to lay out a block in it, on a slow phone. */
const ENOUGH = 15

/**
 * Lays out the blocks that wait (later.css), one by one, whenever the browser has nothing else to do, and all that are left
 * when the reader follows a link, which may lead to a place on the page.
 *
 * @param then is called when all of them are laid out
 */
export function layOutLater(then: () => void): void {
  const blocks = document.querySelectorAll<HTMLElement>('[data-later]').values()
  const layOut = (deadline?: IdleDeadline) => {
    do {
      const { value: block, done } = blocks.next()
      if (done) return then()
      block.dataset.later = 'done'
      block.getBoundingClientRect()
    } while (deadline === undefined || deadline.timeRemaining() > ENOUGH)
    requestIdleCallback(layOut)
  }
  const finish = ({ target }: Event) => {
    if (target instanceof Element && target.closest('a'))
      document.documentElement.dataset.whole = ''
  }
  document.addEventListener('click', finish, { capture: true })
  if ('requestIdleCallback' in globalThis) requestIdleCallback(layOut)
  else setTimeout(layOut)
}
