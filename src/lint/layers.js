import { dirname, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * ESLint rule: a file imports, in whichever way and from whichever depth, only what its layer may. Its option is the
 * table of layers by name, in which a path belongs to the first layer whose folder holds it:
 *
 * - `folder`: where the layer lives; `*` stands for any one folder, and two such folders may not import each other
 * - `imports`: the names of the layers that it may import beside itself
 * - `packages`: the packages that it may import; any, if left out
 */
const oneWay = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object' }],
    messages: {
      layer: '“{{from}}” may not import “{{to}}”; expected one of: {{expected}}.',
      sibling: '“{{from}}” may not import “{{to}}”: what both need belongs in src/figures/kit/.',
      package: '“{{from}}” may not import the package “{{to}}”; expected one of: {{expected}}.',
    },
  },
  create(context) {
    const file = relative(root, context.physicalFilename).split(sep).join('/')
    const [layers] = context.options
    const from = layerOf(layers, file)
    if (!from) return {}

    const check = ({ source }) => {
      if (typeof source?.value !== 'string') return
      const problem = problemOf(layers, from, dirname(file), source.value)
      if (problem) context.report({ node: source, ...problem })
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
 * Why a file may not import something; undefined if it may.
 *
 * @param from the layer of the file
 * @param folder the folder of the file, relative to the root of the project
 * @param specifier what it imports: `../kit/format.ts`, `shrinkage`
 */
function problemOf(layers, from, folder, specifier) {
  if (!/^[./]/.test(specifier)) {
    if (!from.packages || from.packages.includes(specifier)) return undefined
    const expected = from.packages.join(', ') || 'none'
    return { messageId: 'package', data: { from: from.name, to: specifier, expected } }
  }
  // A leading slash stands for the root of the project.
  const path = resolve(root, specifier.startsWith('/') ? '.' : folder, specifier.replace(/^\//, ''))
  const to = layerOf(layers, relative(root, path).split(sep).join('/'))
  if (!to || to.folder === from.folder) return undefined
  if (to.name === from.name) {
    return { messageId: 'sibling', data: { from: from.folder, to: to.folder } }
  }
  if (from.imports.includes(to.name)) return undefined
  const expected = [from.name, ...from.imports].join(', ')
  return { messageId: 'layer', data: { from: from.name, to: to.name, expected } }
}

/** The first layer whose folder holds a path, with that folder as it is; undefined outside of the layers. */
function layerOf(layers, path) {
  for (const [name, layer] of Object.entries(layers)) {
    const folder = new RegExp(`^${layer.folder.replace('*', '[^/]+')}`).exec(path)?.[0]
    if (folder) return { ...layer, name, folder }
  }
  return undefined
}
