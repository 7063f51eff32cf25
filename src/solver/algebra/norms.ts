/** ‖v‖₁, the sum of sizes. */
export function norm1(v: Float64Array): number {
  let sum = 0
  for (let j = 0; j < v.length; j++) sum += Math.abs(v[j])
  return sum
}

/** ‖v‖₂, the Euclidean length; divided through by the largest entry, so that its square cannot overflow or vanish. */
export function norm2(v: Float64Array): number {
  let largest = 0
  for (let j = 0; j < v.length; j++) largest = Math.max(largest, Math.abs(v[j]))
  if (largest === 0) return 0
  let sum = 0
  for (let j = 0; j < v.length; j++) sum += (v[j] / largest) ** 2
  return largest * Math.sqrt(sum)
}
