import type { Nodes, Root } from 'hast'
import { visit } from 'unist-util-visit'

/**
 * Rehype plugin: prepends the base path of the site to links and images that start at its root, so that authors can
 * write `/en/l1/#id` wherever the site is deployed.
 *
 * @param base Base path of the site, such as `/` or `/course`.
 */
export function baseLinks(base: string) {
  const prefix = base.replace(/\/+$/, '')
  const withBase = (url: unknown) =>
    typeof url === 'string' && /^\/(?!\/)/.test(url) ? prefix + url : url

  return (tree: Root): void => {
    if (prefix === '') return
    visit(tree, (node: Nodes) => {
      if (node.type === 'element') {
        for (const name of ['href', 'src']) {
          if (name in node.properties) {
            node.properties[name] = withBase(node.properties[name]) as string
          }
        }
      }
    })
  }
}
