/** The constructors that a program gets in a version of its own, which counts memory: `shrinkage` keeps the browser's. */
export const ARRAYS =
  `ArrayBuffer Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array
  Float16Array Float32Array Float64Array BigInt64Array BigUint64Array`.split(/\s+/)
