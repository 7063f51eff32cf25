/** How long a button confirms that the text was copied, in ms. */
const SAID = 2000

/** Copies a text to the clipboard; the label of the button confirms it for a moment. */
export async function copyText(
  text: string,
  label: Element,
  { name, done }: { name: string; done: string },
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    label.textContent = done
    setTimeout(() => (label.textContent = name), SAID)
  } catch {
    // Without access to the clipboard, show the text for copying by hand.
    window.prompt(name, text)
  }
}
