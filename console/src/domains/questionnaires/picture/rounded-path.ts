export interface Point {
  x: number
  y: number
}

const radius = 8

/** An SVG path along points that only go straight across or down, its corners rounded as far as there is room. */
export function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points.filter((point, at) => !isSame(point, points[at - 1]))
  if (!first) return ''
  const parts = [`M${first.x} ${first.y}`]
  let before = first
  rest.forEach((corner, at) => {
    const after = rest[at + 1]
    if (!after) {
      parts.push(`L${corner.x} ${corner.y}`)
      return
    }
    const room = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2)
    const enter = toward(corner, before, room)
    const leave = toward(corner, after, room)
    parts.push(`L${enter.x} ${enter.y}Q${corner.x} ${corner.y} ${leave.x} ${leave.y}`)
    before = corner
  })
  return parts.join('')
}

const isSame = (one: Point, other: Point | undefined) => one.x === other?.x && one.y === other.y
const distance = (one: Point, other: Point) => Math.abs(one.x - other.x) + Math.abs(one.y - other.y)

function toward(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by }
}
