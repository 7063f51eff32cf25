/** Colours the code of a folded part when it is opened: by the reader, by a search on the page, or for printing. */
export function paintOpened(): void {
  // Toggling does not bubble.
  document.addEventListener('toggle', paintWithin, { capture: true })
}

async function paintWithin({ target }: Event): Promise<void> {
  const blocks = (target as Element).querySelectorAll<HTMLElement>('[data-uncolored]')
  if (blocks.length === 0) return
  const { paintBlock } = await import('./paint.ts')
  for (const block of blocks) {
    block.removeAttribute('data-uncolored')
    paintBlock(block)
  }
}
