import { afterEach, expect, test, vi } from 'vitest'
import { Turns } from './turns.ts'

afterEach(() => vi.restoreAllMocks())

/** Tasks that take some ms each, on a clock of their own, and the names of those that a frame does. */
function tasksOf(durations: Readonly<Record<string, number>>) {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  let done = ''
  const tasks = Object.entries(durations).map(([name, duration]) => () => {
    now += duration
    done += name
  })
  const turns = new Turns()
  const frame = () => {
    done = ''
    turns.take()
    return done
  }
  return { tasks, turns, frame }
}

test('short tasks are all done in one frame', () => {
  const { tasks, turns, frame } = tasksOf({ a: 1, b: 2, c: 3 })
  turns.add(tasks)
  expect(frame()).toBe('abc')
  expect(turns.isDone).toBe(true)
})

test('a frame does what it has time for, by what each task took last, and at least one', () => {
  const { tasks, turns, frame } = tasksOf({ a: 5, b: 5, c: 20, d: 2 })
  turns.add(tasks)
  turns.finish()
  turns.add(tasks)
  expect([frame(), frame(), frame(), frame()]).toEqual(['a', 'b', 'c', 'd'])
})

test('tasks that become due at every frame leave none waiting for ever', () => {
  const { tasks, turns, frame } = tasksOf({ a: 6, b: 6, c: 6 })
  turns.add(tasks)
  turns.finish()
  const frames = Array.from({ length: 6 }, () => {
    turns.add(tasks)
    return frame()
  })
  expect(frames).toEqual(['a', 'b', 'c', 'a', 'b', 'c'])
})

test('tasks that take long can be left out', () => {
  const { tasks, turns, frame } = tasksOf({ a: 1, b: 30 })
  turns.add(tasks)
  turns.finish()
  turns.add(tasks, 8)
  expect(frame()).toBe('a')
  expect(turns.isDone).toBe(true)
})

test('a task that takes long is still left out after it had nothing to do', () => {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  const durations = [15, 0]
  const task = () => {
    now += durations.shift()!
  }
  const turns = new Turns()
  for (let i = 0; i < 2; i++) {
    turns.add([task])
    turns.finish()
  }
  turns.add([task], 8)
  expect(turns.isDone).toBe(true)
})
