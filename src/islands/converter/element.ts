/** `<penalty-converter>`: one penalty in the notations of many libraries. As it stands on the page it shows an example. */
class PenaltyConverter extends HTMLElement {
  async connectedCallback() {
    if (this.hasAttribute('data-live')) return
    this.setAttribute('data-live', '')
    const { LiveConverter } = await import('./live.ts')
    new LiveConverter(this)
  }
}

if (!customElements.get('penalty-converter')) {
  customElements.define('penalty-converter', PenaltyConverter)
}
