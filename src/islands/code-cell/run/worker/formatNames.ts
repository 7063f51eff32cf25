/** The class of an object where it is worth saying; empty for a plain object. */
export function nameOfClass(value: object): string {
  const prototype = Object.getPrototypeOf(value)
  if (prototype === null) return '[Object: null prototype]'
  const name: unknown = prototype.constructor?.name
  // A module as a whole has no class either.
  return typeof name === 'string' && name !== 'Object' ? name : ''
}

/** A text within a list or an object: in the quotes that it does not hold. */
export function formatString(text: string): string {
  const quote = ["'", '"', '`'].find((mark) => !text.includes(mark)) ?? "'"
  const inside = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')
  return `${quote}${quote === "'" ? inside.replaceAll("'", "\\'") : inside}${quote}`
}

export function formatKey(key: PropertyKey): string {
  if (typeof key === 'symbol') return `[${String(key)}]`
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(String(key))
    ? String(key)
    : formatString(String(key))
}
