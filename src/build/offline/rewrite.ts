/** The base path of a site that is built to be opened from disk: no text of the course holds it. */
export const OFFLINE_BASE = '/offline-root/'

/** Gives a file of the site by its path. */
type Read = (path: string) => Buffer

/** The script that takes the place of the module scripts, which browsers do not load from disk. */
export const SCRIPT = '_astro/offline.js'

/**
 * A page whose addresses are relative and name files, with one script of the old kind and without the policy that names
 * an origin, as files have none.
 *
 * @param path of the page in the site: `en/l1/index.html`
 * @param read gives a file of the site, by its path
 */
export function offlinePage(html: string, path: string, read: Read): string {
  const root = '../'.repeat(path.split('/').length - 1) || './'
  const quoted = new RegExp(`(["']|&quot;|url=)${OFFLINE_BASE}([^"'<>\\s&]*)`, 'g')
  return (
    withFonts(html, read)
      .replace(/<meta http-equiv="content-security-policy"[^>]*>/i, '')
      // What is loaded ahead, and what is for servers.
      .replace(/<link rel="(?:modulepreload|preload|manifest|sitemap)"[^>]*>/g, '')
      // Scripts add to the root of the site.
      .replaceAll(`data-base="${OFFLINE_BASE}"`, `data-base="${root}"`)
      .replace(
        /<script type="module" src="[^"]*"><\/script>/g,
        `<script defer src="${OFFLINE_BASE}${SCRIPT}"></script>`,
      )
      .replace(quoted, (_, quote: string, address: string) => quote + root + fileOf(address))
  )
}

/** The file of an address: that of a folder is its index. */
function fileOf(address: string): string {
  const [, path, rest] = /^([^?#]*)(.*)$/s.exec(address)!
  return (path === '' || path.endsWith('/') ? `${path}index.html` : path) + rest
}

/**
 * A style sheet of the folder `_astro` that holds its fonts.
 *
 * @param read gives a file of the site, by its path
 */
export function offlineStyle(css: string, read: Read): string {
  return withFonts(css, read).replaceAll(OFFLINE_BASE, '../')
}

/** Pages opened from disk may load no fonts: they hold them. */
function withFonts(css: string, read: Read): string {
  return css.replace(
    new RegExp(`url\\(["']?${OFFLINE_BASE}([^"')]+\\.woff2)["']?\\)`, 'g'),
    (_, path: string) => `url(data:font/woff2;base64,${read(path).toString('base64')})`,
  )
}

/** A script, whose addresses begin where the site lies: `offlineRoot` is set by opened.js. */
export function offlineScript(code: string): string {
  const literal = new RegExp(
    `(["'\`])${OFFLINE_BASE.replace(/\/$/, '')}/?((?:(?!\\1)[^\\\\\\n])*)\\1`,
    'g',
  )
  return code.replace(literal, '(offlineRoot+$1$2$1)')
}

/**
 * A file that scripts fetch, as a script that hands it over: pages opened from disk may fetch nothing.
 *
 * @param path of the file in the site
 */
export function offlineFile(path: string, text: string): string {
  return `offlineFile(${JSON.stringify(path)}, ${JSON.stringify(text)})\n`
}
