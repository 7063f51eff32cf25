import { dirname, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * ESLint rule: a file imports only what its layer allows, whatever the syntax and the depth. Its option is the table of
 * layers by name; a path belongs to the first layer whose folder contains it:
 *
 * - `folder`: the folder of the layer; `*` stands for any one folder, and two such folders may not import each other
 * - `imports`: the names of the other layers that it may import
 * - `packages`: the packages that it may import; default: any
 */
const oneWay = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object' }],
  },
  create(context) {
    const file = relative(root, context.physicalFilename).split(sep).join('/')
    const [layers] = context.options

    const check = ({ source }) => {
      if (typeof source?.value !== 'string') return
      const message = whyForbidden(layers, file, source.value)
      if (message) context.report({ node: source, message })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    }
  },
}

export const layersPlugin = { rules: { 'one-way': oneWay } }

/**
 * Why a file may not import something, in a sentence; undefined if it may.
 *
 * @param {object} layers the table of layers
 * @param {string} file path of the file from the root of the project
 * @param {string} specifier what it imports: `../kit/format.ts`, `shrinkage`
 * @returns {string | undefined}
 */
export function whyForbidden(layers, file, specifier) {
  const from = layerOf(layers, file)
  if (!from) return undefined
  if (!/^[./]/.test(specifier)) {
    if (!from.packages || from.packages.includes(specifier)) return undefined
    const expected = from.packages.join(', ') || 'none'
    return `“${from.name}” may not import the package “${specifier}”; expected one of: ${expected}.`
  }
  // A leading slash stands for the root of the project.
  const path = resolve(
    root,
    specifier.startsWith('/') ? '.' : dirname(file),
    specifier.replace(/^\//, ''),
  )
  const to = layerOf(layers, relative(root, path).split(sep).join('/'))
  if (!to || to.folder === from.folder) return undefined
  if (to.name === from.name) {
    return `“${from.folder}” may not import “${to.folder}”: what both need belongs in src/figures/kit/.`
  }
  if (from.imports.includes(to.name)) return undefined
  const expected = [from.name, ...from.imports].join(', ')
  return `“${from.name}” may not import “${to.name}”; expected one of: ${expected}.`
}

/** The first layer whose folder contains a path, and that folder; undefined outside the layers. */
function layerOf(layers, path) {
  for (const [name, layer] of Object.entries(layers)) {
    const folder = new RegExp(`^${layer.folder.replace('*', '[^/]+')}`).exec(path)?.[0]
    if (folder) return { ...layer, name, folder }
  }
  return undefined
}
