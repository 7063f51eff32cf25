import { figureOf } from './dock/figureOf.ts'
import { keepLine } from './dock/keepLine.ts'

/**
 * Tells of the parameters that the text uses in its links to states of a figure, as the reader comes to these links.
 * What happens then may change the height of the figure, and is therefore put off while the reader sees it.
 *
 * @param met receives the parameters, by name
 */
export function meetLinks(root: HTMLElement, met: (names: string[]) => void): void {
  const all = [...document.querySelectorAll<HTMLAnchorElement>('a.state-link')]
  const links = all.filter((link) => figureOf(link) === root)
  const names = new Set<string>()
  let isSeen = true
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (target === root) isSeen = isIntersecting
      else if (isIntersecting || boundingClientRect.bottom < 0) {
        observer.unobserve(target)
        for (const name of parametersIn(target as HTMLAnchorElement, root.id)) names.add(name)
      }
    }
    if (isSeen || names.size === 0) return
    keepLine(links.at(-1)!, () => met([...names]))
    names.clear()
  })
  for (const element of [root, ...links]) observer.observe(element)
}

/** The parameters of a figure that a link sets. */
function parametersIn({ search }: HTMLAnchorElement, id: string): string[] {
  const keys = [...new URLSearchParams(search).keys()]
  return keys.filter((key) => key.startsWith(`${id}.`)).map((key) => key.slice(id.length + 1))
}
