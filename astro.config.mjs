import mdx from '@astrojs/mdx'
import sitemap from '@astrojs/sitemap'
import starlight from '@astrojs/starlight'
import { defineConfig } from 'astro/config'
import { ankiDecks } from './src/build/anki/ankiDecks.ts'
import { apiModule } from './src/islands/code-cell/editor/completion/api/apiModule.ts'
import { componentsIn } from './src/markdown/componentsIn.ts'
import { contentChecks } from './src/build/contentChecks/index.ts'
import { contentSecurity } from './src/build/contentSecurity.ts'
import { equationsIn } from './src/markdown/equations.ts'
import { loadGlossary } from './src/markdown/glossary.ts'
import { courseMarkdown } from './src/markdown/processor.ts'
import { codeBlock, codeTheme } from './src/styles/codeTheme.ts'
import { lagsIn } from './src/build/parity/parity.ts'
import { oneScript } from './src/build/oneScript.ts'
import { oneStyle } from './src/build/oneStyle.ts'
import { searchIndex } from './src/build/searchIndex.ts'
import { laterBlocks } from './src/build/laterBlocks.ts'
import { leanStyles } from './src/build/leanStyles.ts'
import { notices } from './src/build/notices.ts'
import { previewCards } from './src/build/previewCards/index.ts'
import { subsetFonts } from './src/build/subsetFonts.ts'
import { printedCourse } from './src/build/printed/printedCourse.ts'
import { withoutSizes } from './src/build/withoutSizes.mjs'
import { woff2Only } from './src/build/woff2Only.mjs'
import { samplePage } from './tests/sample/integration.mjs'

const base = process.env.BASE_PATH ?? '/'

/** The sections that one language has changed and the other has not, as the commits tell. */
const lagging = (await lagsIn(process.cwd())).map(({ behind, slug, section }) => ({
  file: `content/docs/${behind}/${slug || 'index'}.mdx`,
  section,
}))

/** Replaces the named components of Starlight by ours of the same name. */
const overrides = (...names) =>
  Object.fromEntries(names.map((name) => [name, `./src/components/starlight/${name}.astro`]))

/** Pages that are not chapters. Their files live in `src`, so that no folder `pages` is needed. */
const routes = {
  name: 'course-routes',
  hooks: {
    'astro:config:setup': ({ command, injectRoute }) => {
      injectRoute({ pattern: '/', entrypoint: './src/routes/index.astro' })
      injectRoute({ pattern: '/[locale]/q/[id]', entrypoint: './src/routes/question.astro' })
      injectRoute({
        pattern: '/[locale]/notebooks/[page].ipynb',
        entrypoint: './src/routes/notebook.ts',
      })
      injectRoute({ pattern: '/[locale]/embed/[figure]', entrypoint: './src/routes/embed.astro' })
      injectRoute({ pattern: '/404', entrypoint: './src/routes/404.astro' })
      injectRoute({
        pattern: '/[locale]/changes.xml',
        entrypoint: './src/routes/changes.xml.ts',
      })
      injectRoute({ pattern: '/robots.txt', entrypoint: './src/routes/robots.txt.ts' })
      injectRoute({ pattern: '/solver/[...file].txt', entrypoint: './src/routes/solverFile.ts' })
      // For contributors; no page of the course. Outside a locale, Astro would serve it with the status 404.
      if (command === 'dev') {
        injectRoute({ pattern: '/en/gallery', entrypoint: './src/routes/gallery.astro' })
      }
    },
  },
}

/**
 * What any page loads at once is one file: twenty small ones would take a third more bytes. What a single page has, such
 * as the playground, is loaded there.
 */
const codeSplitting = {
  groups: [
    {
      name: 'page',
      test: /^(?!.*(playground|own-?table|question-?list)).*([?&]astro&type=script|\/islands\/[\w-]+\/element\.ts$)/i,
    },
  ],
}

/** Pages that search engines should find elsewhere: a figure alone is a part of its chapter, and the door leads on. */
const isListed = (address) => {
  const path = new URL(address).pathname.slice(base.replace(/\/$/, '').length)
  return path !== '/' && !/^\/\w+\/embed\//.test(path)
}

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://diamond-and-circle.github.io',
  base,
  trailingSlash: 'always',
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
      routeMiddleware: './src/components/starlight/chapterRoute.ts',
      components: overrides(
        'EditLink',
        'Footer',
        'Head',
        'Header',
        'Hero',
        'LanguageSelect',
        'MarkdownContent',
        'MobileMenuFooter',
        'PageTitle',
        'Pagination',
        'Search',
        'SiteTitle',
        'ThemeProvider',
        'ThemeSelect',
      ),
      // The course has a search of its own, by sections: src/islands/search.
      pagefind: false,
      disable404Route: true,
      // Headings have the same handles as equations and exercises: src/markdown/handles.ts.
      markdown: { headingLinks: false },
      // Code has one look, in cells and out of them: that of src/styles/code.css.
      expressiveCode: false,
    }),
    // In place of Starlight's own, which lists every page.
    sitemap({
      filter: isListed,
      i18n: { defaultLocale: 'en', locales: { en: 'en', zh: 'zh-CN' } },
    }),
    mdx({ optimize: true }),
    routes,
    ...(process.env.SAMPLE_PAGE ? [samplePage()] : []),
    printedCourse(),
    laterBlocks(),
    oneScript(),
    leanStyles(),
    oneStyle(),
    subsetFonts(),
    notices(),
    previewCards(),
    searchIndex(),
    ankiDecks(),
    contentSecurity(),
    contentChecks({ sources: !process.env.SAMPLE_PAGE }),
  ],
  markdown: {
    processor: courseMarkdown({
      base,
      components: componentsIn('chapter'),
      glossary: loadGlossary(),
      equations: equationsIn('content/docs'),
      lagging,
    }),
    shikiConfig: { theme: codeTheme, transformers: [codeBlock] },
  },
  vite: {
    plugins: [apiModule()],
    resolve: {
      alias: [
        {
          find: /^.*\/TableOfContents\/starlight-toc$/,
          replacement: `${import.meta.dirname}/src/components/starlight/contents.ts`,
        },
      ],
    },
    // The content security policy forbids data: URLs for fonts.
    build: { assetsInlineLimit: 0 },
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting } } } } },
    css: { postcss: { plugins: [woff2Only, withoutSizes] } },
  },
})
