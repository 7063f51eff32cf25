import type { Element, ElementContent } from 'hast'

const accents: Readonly<Record<string, string>> = {
  '^': '\u0302',
  '~': '\u0303',
  '˜': '\u0303',
  ˉ: '\u0304',
  '‾': '\u0304',
}

const superscripts: Readonly<Record<string, string>> = {
  2: '²',
  3: '³',
  '−1': '⁻¹',
  '⊤': '⊤',
  '∗': '*',
}

/**
 * A formula in one line of text, as people write it where there is only a keyboard.
 *
 * @param math its MathML
 *
 * @example
 * mathText(math) // '1/(2n)‖y − Xw‖²'
 */
export function mathText(math: Element): string {
  return written(math).replaceAll('\u2061', '').trim()
}

function written(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || node.tagName === 'annotation') return ''
  const parts = node.children.map(written)
  const [base, ...rest] = parts
  switch (node.tagName) {
    case 'mfrac':
      return `${inBrackets(base)}/${inBrackets(rest[0])}`
    case 'msqrt':
      return `√${inBrackets(parts.join(''))}`
    case 'mover':
      return base + (accents[rest[0]] ?? rest[0])
    case 'msup':
      return base + raised(rest[0])
    case 'msubsup':
      return base + rest[0] + raised(rest[1])
    case 'mtr':
      return `${parts.join(' ')} `
    default:
      return parts.join('')
  }
}

function raised(text: string): string {
  return superscripts[text] ?? `^${inBrackets(text)}`
}

function inBrackets(text: string): string {
  return [...text].length > 1 ? `(${text})` : text
}
