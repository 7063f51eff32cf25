/*
 * What a site needs that is opened from disk, where nothing may be fetched: the place where it lies, the files that its
 * scripts fetch, and links that name files. A script of the old kind, as browsers load no modules from disk.
 */
{
  const root = new URL('../', document.currentScript.src).href
  globalThis.offlineRoot = root

  const waiting = new Map()
  globalThis.offlineFile = (path, text) => waiting.get(path)?.(text)

  /** The text of a file of the site, from the script beside it that hands it over. */
  const textOf = (address) =>
    new Promise((resolve, reject) => {
      const path = address.slice(root.length).replace(/[?#].*/, '')
      const script = document.createElement('script')
      waiting.set(path, resolve)
      script.src = `${root}${path}.js`
      script.onload = () => script.remove()
      script.onerror = () => reject(new TypeError(`${path} cannot be read from disk.`))
      document.head.append(script)
    })

  const fetchOutside = globalThis.fetch
  globalThis.fetch = async (input, options) => {
    const address = new URL(input instanceof Request ? input.url : input, location.href).href
    if (!address.startsWith(root)) return fetchOutside(input, options)
    return new Response(await textOf(address))
  }

  /** A worker whose script is handed over: messages wait until it has come. */
  const WorkerOutside = globalThis.Worker
  globalThis.Worker = class {
    #worker
    #isEnded = false
    constructor(address) {
      this.#worker = textOf(String(address)).then((text) => {
        const worker = new WorkerOutside(URL.createObjectURL(new Blob([text])))
        worker.onmessage = (event) => this.onmessage?.(event)
        worker.onerror = (event) => this.onerror?.(event)
        if (this.#isEnded) worker.terminate()
        return worker
      })
      this.#worker.catch((error) => this.onerror?.(error))
    }
    postMessage(message) {
      this.#worker.then((worker) => worker.postMessage(message)).catch(() => {})
    }
    terminate() {
      this.#isEnded = true
      this.#worker.then((worker) => worker.terminate()).catch(() => {})
    }
  }

  // Links that scripts have made name folders.
  const nameFile = ({ target }) => {
    const link = target instanceof Element ? target.closest('a[href]') : null
    if (!link?.href.startsWith(root)) return
    const url = new URL(link.href)
    if (!url.pathname.endsWith('/')) return
    url.pathname += 'index.html'
    link.href = url.href
  }
  addEventListener('click', nameFile, true)

  // A page may define a part that the one script has defined already.
  const define = customElements.define.bind(customElements)
  customElements.define = (name, part) => {
    if (!customElements.get(name)) define(name, part)
  }

  // What is loaded ahead of a part is in this script already.
  const append = document.head.appendChild.bind(document.head)
  document.head.appendChild = (node) => (node.rel === 'modulepreload' ? node : append(node))
  addEventListener('vite:preloadError', (event) => event.preventDefault())
}
