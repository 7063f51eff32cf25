// What an example finds in the playground, besides what content/programs/environment.d.ts declares.
declare function table(rows: readonly object[]): void
declare function plot(options: import('@observablehq/plot').PlotOptions): void
declare function progress(share: number, label?: string): void
