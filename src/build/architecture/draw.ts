const WIDTH = 760
const BOX = { width: 200, height: 44 }
const GAP = 30
const TOP = 20

/** A room in the picture: its position and its folders. */
interface Room {
  name: string
  says: string
  x: number
  y: number
}

const COLUMN = [
  ['content', 'chapters in two languages'],
  ['routes', 'pages that are no chapters'],
  ['components', 'what chapters are written with'],
  ['islands', 'custom elements on a page'],
  ['figures', 'their registry'],
  ['figures/NAME', 'one folder for each figure'],
  ['figures/kit', 'the contract of figures'],
  ['solver', 'the package shrinkage'],
] as const
const BESIDE = [
  ['build', 'checks, fonts, security', 2],
  ['markdown', 'remark and rehype plugins', 3],
  ['styles', 'colours, type, layout', 4],
] as const

const yOf = (row: number) => TOP + row * (BOX.height + GAP)
const rooms: Room[] = [
  ...COLUMN.map(([name, says], row) => ({ name, says, x: 200, y: yOf(row) })),
  ...BESIDE.map(([name, says, row]) => ({ name, says, x: 520, y: yOf(row) })),
]

/**
 * Draws the architecture as SVG: every room, with an arrow to each room that it imports.
 *
 * @param imports the rooms that each room imports
 */
export function drawHouse(imports: ReadonlyMap<string, ReadonlySet<string>>): string {
  const height = yOf(COLUMN.length) - GAP + TOP
  // The build gives chapters their components; they import nothing themselves.
  const arrows = [['content', new Set(['components'])] as const, ...imports].flatMap(([from, to]) =>
    [...to].map((target) => arrow(roomOf(from), roomOf(target))),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif">
<title>Who imports whom</title>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#555"/></marker></defs>
<rect width="${WIDTH}" height="${height}" fill="#fffdf8"/>
${arrows.join('\n')}
${rooms.map(box).join('\n')}
</svg>
`
}

function roomOf(name: string): Room {
  const room = rooms.find((candidate) => candidate.name === name)
  if (!room) throw new Error(`The picture has no place for the room “${name}”: add it to draw.ts.`)
  return room
}

function box({ name, says, x, y }: Room): string {
  return `<g><rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6" fill="#fff" stroke="#333"/>
<text x="${x + BOX.width / 2}" y="${y + 19}" text-anchor="middle" font-size="14" font-weight="600" fill="#222">${name}</text>
<text x="${x + BOX.width / 2}" y="${y + 35}" text-anchor="middle" font-size="11" fill="#555">${says}</text></g>`
}

/** A straight arrow to the room below, an arc beside the column to a farther one, and a curve between columns. */
function arrow(from: Room, to: Room): string {
  const [middle, left] = [from.x + BOX.width / 2, from.x]
  const rows = Math.round((to.y - from.y) / (BOX.height + GAP))
  if (from.x === to.x && rows === 1) return path(`M${middle} ${from.y + BOX.height}V${to.y - 2}`)
  if (from.x === to.x) {
    const isLeft = from.x < WIDTH / 2
    const side = isLeft ? left : left + BOX.width
    const reach = side + (isLeft ? -1 : 1) * (20 + 22 * Math.abs(rows))
    const [start, end] = [from.y + BOX.height / 2 + 6, to.y + BOX.height / 2 - 6]
    return path(
      `M${side} ${start}C${reach} ${start} ${reach} ${end} ${side + (isLeft ? -2 : 2)} ${end}`,
    )
  }
  const [start, end] =
    from.x < to.x ? [from.x + BOX.width, to.x - 2] : [from.x, to.x + BOX.width + 2]
  const [y1, y2] = [from.y + BOX.height / 2 + 4, to.y + BOX.height / 2 - 4]
  const half = (start + end) / 2
  return path(`M${start} ${y1}C${half} ${y1} ${half} ${y2} ${end} ${y2}`)
}

const path = (d: string) => `<path d="${d}" fill="none" stroke="#555" marker-end="url(#head)"/>`
