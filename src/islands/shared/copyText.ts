/** How long a button confirms that the text was copied, in ms. */
const SAID = 2000

/**
 * Copies a text to the clipboard. Without access to it, shows the text for copying by hand.
 *
 * @param name what is copied, for that case
 * @returns Whether the text was copied.
 */
export async function toClipboard(text: string, name: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    window.prompt(name, text)
    return false
  }
}

/** Copies a text to the clipboard; the label of the button confirms it for a moment. */
export async function copyText(
  text: string,
  label: Element,
  { name, done }: { name: string; done: string },
): Promise<void> {
  if (!(await toClipboard(text, name))) return
  label.textContent = done
  setTimeout(() => (label.textContent = name), SAID)
}
