/** An element with a class and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = '',
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.append(...children)
  return made
}

export function button(text: string, className: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', className, [text])
  made.type = 'button'
  made.addEventListener('click', onClick)
  return made
}

/** A list to choose from; `onChoose` gets the value of the one chosen. */
export function select<Value extends string>(
  options: readonly (readonly [value: Value, text: string])[],
  chosen: Value | undefined,
  onChoose: (value: Value) => void,
): HTMLSelectElement {
  const made = element('select')
  made.append(...options.map(([value, text]) => new Option(text, value)))
  made.value = chosen ?? ''
  made.addEventListener('change', () => onChoose(made.value as Value))
  return made
}
