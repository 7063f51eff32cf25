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

interface Form {
  name: string
  description: string
  body: { type: string; id?: string; attributes: { label: string } }[]
}

const forms = join(root, '.github/ISSUE_TEMPLATE')
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
    // Titles and branch names may contain `$(…)`. In an environment variable they remain text.
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
        // Neither the code nor an artifact of the previous run is fetched.
        for (const { uses } of steps(workflow)) expect(uses).toBeUndefined()
      }
    }
  })
})

describe.each(
  readdirSync(forms)
    .filter((file) => file !== 'config.yml')
    .map((file) => ({ file, form: parse(readFileSync(join(forms, file), 'utf8')) as Form })),
)('the form $file', ({ form }) => {
  const fields = form.body.filter(({ type }) => type !== 'markdown')

  test('asks for page and heading by the names that links fill in', () => {
    expect(fields.map(({ id }) => id)).toEqual(expect.arrayContaining(['page', 'heading']))
  })

  test('asks in both languages', () => {
    for (const label of [
      form.name,
      form.description,
      ...fields.map((field) => field.attributes.label),
    ]) {
      expect(label).toMatch(/[a-z].* · .*[\u4e00-\u9fff]/)
    }
  })
})

test('the link at the foot of each page leads to a form that has its fields', () => {
  const link = readFileSync(join(root, 'src/components/starlight/EditLink.astro'), 'utf8')
  const [, file] = /'template', '([^']+)'/.exec(link)!
  const form = parse(readFileSync(join(forms, file), 'utf8')) as Form
  const ids = form.body.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(['page', 'heading', 'passage']))
})
