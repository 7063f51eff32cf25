/** Shows other code in a block that was coloured when the site was built: lines that stay keep their colours. */
export function showLines(text: HTMLElement, code: string): void {
  const box = text.querySelector('code')!
  const old = [...box.querySelectorAll<HTMLElement>('.line')]
  const lines = code.split('\n').map((line, i) => {
    const element = old[i]?.textContent === line ? old[i] : lineElement(line)
    return i === 0 ? [element] : ['\n', element]
  })
  box.replaceChildren(...lines.flat())
}

function lineElement(line: string): HTMLElement {
  const element = document.createElement('span')
  element.className = 'line'
  element.textContent = line
  return element
}
