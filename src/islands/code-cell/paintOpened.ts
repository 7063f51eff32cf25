/**
 * Shows the code of a folded part when it is opened, by the reader, by a search on the page, or for printing: colours it,
 * and first fetches what is not on the page.
 */
export function paintOpened(): void {
  // Toggling does not bubble.
  document.addEventListener('toggle', showWithin, { capture: true })
}

async function showWithin({ target }: Event): Promise<void> {
  const part = target as HTMLDetailsElement
  if (!part.open) return
  const blocks = [...part.querySelectorAll<HTMLElement>('[data-plain], [data-code-from]')]
  if (blocks.length === 0) return
  const { fetchListing, paintBlock } = await import('./paint.ts')
  for (const block of blocks) {
    const { codeFrom } = block.dataset
    if (codeFrom === undefined) paintBlock(block)
    // The link below leads to what cannot be fetched.
    else fetchListing(block, codeFrom).catch(() => {})
  }
}
