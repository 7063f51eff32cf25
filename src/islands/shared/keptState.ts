import { forgetOnDevice, keepOnDevice, keptData } from './deviceStorage.ts'

/** A value that this device keeps under a key, and that all tabs share. */
export interface KeptState<T> {
  /** The value as it is now. Never throws: what cannot be read counts as nothing. */
  get: () => T
  /** Keeps a value; false if the browser cannot keep it beyond this page. */
  set: (value: T) => boolean
  forget: () => void
  /** Calls back when the value changes, on this page or in another tab. Returns a function that unsubscribes. */
  onChange: (listener: () => void) => () => void
}

/**
 * A value that this device keeps. If the browser has no storage, as in some private windows, the page keeps it.
 *
 * @param key key of the browser's storage; its number is the version of the format
 * @param read the value in stored data, which anyone may have written; undefined if there are none that can be read
 * @param write the data that store a value
 */
export function keptState<T>(
  key: string,
  read: (data: unknown) => T,
  write: (value: T) => unknown,
): KeptState<T> {
  /** Event on the window when the value has changed on this page. */
  const changed = `changed ${key}`
  let unkept: { value: T } | undefined

  const tell = () => dispatchEvent(new Event(changed))
  return {
    get: () => (unkept ? unkept.value : read(keptData(key))),
    set(value) {
      const isKept = keepOnDevice(key, JSON.stringify(write(value)))
      unkept = isKept ? undefined : { value }
      tell()
      return isKept
    },
    forget() {
      unkept = undefined
      forgetOnDevice(key)
      tell()
    },
    onChange(listener) {
      const onStorage = ({ key: other }: StorageEvent) => {
        if (other === key || other === null) listener()
      }
      addEventListener(changed, listener)
      addEventListener('storage', onStorage)
      return () => {
        removeEventListener(changed, listener)
        removeEventListener('storage', onStorage)
      }
    },
  }
}
