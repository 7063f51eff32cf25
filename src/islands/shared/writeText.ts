/** A text node, as the number that stands for it: where pictures are drawn at build there is no global `Node`. */
const TEXT = 3

/** Makes words the content of an element. Its text node stays, as the browser would style a new one anew. */
export function writeText(element: Element, text: string): void {
  const { firstChild: node, lastChild } = element
  if (node === lastChild && node?.nodeType === TEXT) {
    if (node.nodeValue !== text) node.nodeValue = text
  } else if (node || text) element.textContent = text
}
