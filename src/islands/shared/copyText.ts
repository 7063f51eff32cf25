/** How long a button says that it has done its work, in ms. */
const SAID = 2000

/** Puts a text on the reader's clipboard; the label of the button says so for a moment. */
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
    // No clipboard in this browser: the text is shown, ready to be copied by hand.
    window.prompt(name, text)
  }
}
