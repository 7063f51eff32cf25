import { defineConfig, devices } from '@playwright/test'
import { findBrowser, findHeadlessShell } from './src/commands/findBrowser.mjs'
import { base, folder, variables } from './src/commands/testSite.mjs'
import { thorough } from './tests/support/thorough.ts'

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
]
const isRoot = process.getuid?.() === 0 // Chromium's sandbox refuses to run as root

const desktop = { viewport: { width: 1280, height: 800 } }
const narrow = { viewport: { width: 375, height: 800 } }

export default defineConfig({
  testDir: 'tests',
  testMatch: '*.spec.ts',
  // Other engines take their time: `npm run test:all` and `npm run test:webkit` run in them.
  testIgnore: [
    ...(thorough ? [] : ['firefox.spec.ts']),
    ...(process.env['WEBKIT'] ? [] : ['webkit.spec.ts']),
  ],
  fullyParallel: true,
  forbidOnly: true,
  // Two more than a small machine has cores: tests wait as often as they compute.
  workers: 4,
  reporter: 'list',
  // Generous: how fast a page is, is not decided here, and a busy machine is no fault of the page.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  webServer: {
    // Any free port, so that it stands in nobody's way: neither `npm start` nor another run of the tests.
    command: `astro preview --ignore-lock --port 0 --outDir ${folder}`,
    env: { ...variables, FORCE_COLOR: '0' },
    wait: { stdout: /http:\/\/localhost:(?<site_port>\d+)/ },
  },
  use: {
    baseURL: `http://localhost:${process.env['SITE_PORT']}${base}`,
    launchOptions: {
      // The same engine without a window, in which a page opens in half the time.
      executablePath: findHeadlessShell() ?? (await findBrowser()),
      args: isRoot ? [...quiet, '--no-sandbox'] : quiet,
    },
  },
  projects: [
    { name: 'desktop', grepInvert: /@touch/, use: desktop },
    { name: 'phone', grep: /@touch/, use: { ...devices['Pixel 7'], ...narrow } },
    ...(thorough
      ? [
          {
            name: 'narrow',
            grepInvert: /@touch/,
            testMatch: /(cells|figures|playground|points)\.spec\.ts$/,
            use: narrow,
          },
        ]
      : []),
  ],
})
