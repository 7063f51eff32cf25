/** What the language itself brings, and the few things of the browser that compute and reach nothing. */
const KEPT = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp
  Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError
  globalThis JSON Math Intl ArrayBuffer SharedArrayBuffer Atomics Uint8Array Int8Array Uint16Array Int16Array
  Uint32Array Int32Array Float16Array Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array
  DataView Map BigInt Set WeakMap WeakSet WeakRef FinalizationRegistry Proxy Reflect Iterator AsyncIterator
  DisposableStack AsyncDisposableStack
  decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape isFinite isNaN
  console performance structuredClone queueMicrotask setTimeout setInterval clearTimeout clearInterval
  TextEncoder TextDecoder URL URLSearchParams atob btoa crypto WebAssembly self window`.split(
    /\s+/,
  ),
)

/**
 * Takes away all that a program could reach the browser with. The frame's policy and its opaque origin forbid the same;
 * without the names, nothing is even tried, and the message is plain: `fetch is not defined`.
 */
export function lockDown(scope: object): void {
  for (let owner = scope; owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) {
    for (const key of Reflect.ownKeys(owner)) {
      if (typeof key === 'string' && !KEPT.has(key) && key !== 'constructor') {
        Reflect.deleteProperty(owner, key)
      }
    }
  }
}
