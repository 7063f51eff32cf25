import mdx from '@astrojs/mdx'
import starlight from '@astrojs/starlight'
import { defineConfig } from 'astro/config'
import { courseMarkdown } from './src/markdown/processor.ts'
import { woff2Only } from './src/styles/woff2Only.mjs'

const base = process.env.BASE_PATH ?? '/'

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://diamond-and-circle.github.io',
  base,
  srcDir: './',
  prefetch: false,
  integrations: [
    starlight({
      title: { en: 'Diamond & Circle', 'zh-CN': '菱形与圆' },
      favicon: '/favicon.svg',
      defaultLocale: 'en',
      locales: {
        en: { label: 'English', lang: 'en' },
        zh: { label: '简体中文', lang: 'zh-CN' },
      },
      editLink: { baseUrl: 'https://github.com/diamond-and-circle/course/edit/main/' },
      // No `sidebar`: Starlight lists the chapters itself, in the order of `sidebar.order` in their
      // frontmatter, so a new chapter needs no line here.
      customCss: ['./src/styles/index.css'],
    }),
    mdx({ optimize: true }),
  ],
  markdown: { processor: courseMarkdown({ base }) },
  vite: {
    // The content security policy forbids data: URLs for fonts.
    build: { assetsInlineLimit: 0 },
    css: { postcss: { plugins: [woff2Only] } },
  },
})
