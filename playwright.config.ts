import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './src/commands/findBrowser.mjs'

const port = 4329
const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/')

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
]
const isRoot = process.getuid?.() === 0 // Chromium's sandbox refuses to run as root

export default defineConfig({
  testDir: 'tests',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  forbidOnly: true,
  // One more than a small machine has cores: tests wait as often as they compute.
  workers: 3,
  reporter: 'list',
  // Generous: how fast a page is, is not decided here, and a busy machine is no fault of the page.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // What fails once and then passes is reported as flaky; browsers stall now and then on a full machine.
  retries: 1,
  webServer: {
    command: `astro preview --port ${port}`,
    url: `http://localhost:${port}${base}`,
  },
  use: {
    baseURL: `http://localhost:${port}${base}`,
    launchOptions: {
      executablePath: await findBrowser(),
      args: isRoot ? [...quiet, '--no-sandbox'] : quiet,
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'mobile',
      // What a phone's width and touch can change.
      testMatch: /(cells|figures|pages|playground|points)\.spec\.ts$/,
      use: { ...devices['Pixel 7'], viewport: { width: 375, height: 800 } },
    },
  ],
})
