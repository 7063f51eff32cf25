import { loadOnce } from '../shared/loadOnce.ts'

/** `<share-tools>`: buttons that copy the page, its address or how to cite it. What they do is loaded when one is pressed. */
class ShareTools extends HTMLElement {
  readonly #load = loadOnce(() => import('./share.ts'))

  connectedCallback() {
    this.addEventListener('click', async ({ target }) => {
      const button = (target as Element).closest('button')
      if (button) (await this.#load()).share(button)
    })
  }
}

if (!customElements.get('share-tools')) customElements.define('share-tools', ShareTools)
