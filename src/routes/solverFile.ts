import type { APIRoute } from 'astro'
import { solverFile, solverFiles } from '../components/chapter/solverFile.ts'

/** The files of the solver as text, for `<SolverCode>`. */
export const getStaticPaths = () => solverFiles.map((file) => ({ params: { file } }))

export const GET: APIRoute = async ({ params }) => new Response(await solverFile(params.file!))
