import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

/** The rooms of the architecture, by folder; the first match counts. */
const ROOMS: readonly (readonly [room: string, folder: RegExp])[] = [
  ['solver', /^src\/solver\//],
  ['figures/kit', /^src\/figures\/kit\//],
  ['figures/NAME', /^src\/figures\/[^/]+\//],
  ['figures', /^src\/figures\//],
  ['islands', /^src\/islands\//],
  ['components', /^src\/components\//],
  ['routes', /^src\/routes\//],
  ['markdown', /^src\/markdown\//],
  ['build', /^src\/build\//],
  ['styles', /^src\/styles\//],
]

/**
 * Each room and the rooms that its files import, in the order of `rooms`; tests and programs run by hand are excluded.
 */
export function importsBetweenRooms(): Map<string, Set<string>> {
  const arrows = new Map(ROOMS.map(([room]) => [room, new Set<string>()]))
  const files = globSync('src/**/*.{ts,mjs,js,astro}')
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.test\.ts$|\/testing\/|\/precompute\/|\/templates\//.test(file))
  for (const file of files) {
    const room = roomOf(file)
    if (!room) continue
    for (const target of importsOf(file)) {
      const other = roomOf(target)
      if (other && other !== room) arrows.get(room)!.add(other)
    }
  }
  return arrows
}

function roomOf(path: string): string | undefined {
  return ROOMS.find(([, folder]) => folder.test(path))?.[0]
}

/** The paths of the project's files that a file imports. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  const specifiers = source.matchAll(/\b(?:from|import|glob(?:<[^(]*>)?)\s*\(?\s*'([^']+)'/g)
  return [...specifiers].flatMap(([, specifier]) => {
    if (specifier === 'shrinkage') return ['src/solver/index.ts']
    return specifier.startsWith('.') ? [posix.join(posix.dirname(file), specifier)] : []
  })
}
