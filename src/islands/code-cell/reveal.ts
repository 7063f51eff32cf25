/** Brings an element into view that may lie in a folded part of the page, or behind another tab. */
export async function reveal(element: HTMLElement): Promise<void> {
  element.closest('details')?.toggleAttribute('open', true)
  const panel = element.closest('[role="tabpanel"][hidden]')
  if (panel) {
    await customElements.whenDefined('starlight-tabs') // before that, a tab is a link
    document.getElementById(panel.getAttribute('aria-labelledby') ?? '')?.click()
  }
  element.scrollIntoView()
}
