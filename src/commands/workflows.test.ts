import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from './run.mjs'

interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
}

interface Job {
  'runs-on'?: string
  permissions?: Record<string, string>
  'timeout-minutes'?: number
  steps: Step[]
}

interface Workflow {
  on: Record<string, unknown>
  permissions?: Record<string, string>
  jobs: Record<string, Job>
}

const folder = join(root, '.github/workflows')
const workflows = readdirSync(folder).map((file) => {
  const text = readFileSync(join(folder, file), 'utf8')
  return { file, text, workflow: parse(text) as Workflow }
})
const jobs = (workflow: Workflow) => Object.values(workflow.jobs)
const steps = (workflow: Workflow) => jobs(workflow).flatMap((job) => job.steps)

describe.each(workflows)('$file', ({ text, workflow }) => {
  test('pins each action to a commit, and says which version that is', () => {
    for (const line of text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line))) {
      expect(line).toMatch(/uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    }
  })

  test('permits nothing by default, and each job what it names', () => {
    expect(workflow.permissions).toEqual({})
    for (const job of jobs(workflow)) expect(job.permissions).toBeTypeOf('object')
  })

  test('keeps what others have written out of its scripts', () => {
    // Titles and names of branches may hold `$(…)`. By a variable of the environment they stay text.
    for (const { run } of steps(workflow)) expect(run ?? '').not.toContain('${{')
  })

  test('leaves no token in the folder that it checks out, and ends', () => {
    for (const { uses, with: options } of steps(workflow)) {
      if (uses?.startsWith('actions/checkout@')) {
        expect(options).toMatchObject({ 'persist-credentials': false })
      }
    }
    for (const job of jobs(workflow)) expect(job['timeout-minutes']).toBeTypeOf('number')
  })
})

describe('foreign code', () => {
  const runsForeignCode = workflows.filter(({ workflow }) => 'pull_request' in workflow.on)

  test('is run where nothing can be written and nothing is secret', () => {
    expect(runsForeignCode).not.toHaveLength(0)
    for (const { text, workflow } of runsForeignCode) {
      expect(text).not.toContain('secrets.')
      for (const job of jobs(workflow)) expect(job.permissions).toEqual({ contents: 'read' })
    }
  })

  test('is not run with the rights of the repository', () => {
    for (const { workflow } of workflows) {
      expect(Object.keys(workflow.on)).not.toContain('pull_request_target')
      if ('workflow_run' in workflow.on) {
        // Neither the code nor an artifact of the run before is fetched.
        for (const { uses } of steps(workflow)) expect(uses).toBeUndefined()
      }
    }
  })
})
