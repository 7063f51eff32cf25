/** The notebook of a chapter, at /LANGUAGE/notebooks/PAGE.ipynb: its recorded programs in Python. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { notebookOf, type Notebook } from '../components/chapter/programs/notebook.ts'
import { tableText, writtenPrograms } from '../components/chapter/programs/programs.ts'
import { chaptersIn } from '../components/lib/chapters.ts'
import { languages, type Locale } from '../components/lib/languages.ts'
import { pageAddress } from '../components/lib/urls.ts'

export const getStaticPaths: GetStaticPaths = async () => {
  const pages = await Promise.all((Object.keys(languages) as Locale[]).map(chaptersIn))
  return pages.flat().flatMap(({ id, data: { title, description = '' }, body = '' }) => {
    const url = new URL(pageAddress(import.meta.env.BASE_URL, id), import.meta.env.SITE).href
    const chapter = { id, title, description, body }
    const notebook = notebookOf(chapter, url, writtenPrograms, tableText)
    const [locale, page] = id.split('/')
    return notebook ? [{ params: { locale, page }, props: { notebook } }] : []
  })
}

export const GET: APIRoute<{ notebook: Notebook }> = ({ props: { notebook } }) =>
  new Response(`${JSON.stringify(notebook, null, 1)}\n`, {
    headers: { 'Content-Type': 'application/x-ipynb+json' },
  })
