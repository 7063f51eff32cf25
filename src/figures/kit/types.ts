/** The languages of the course. A text that lacks one of them does not compile. */
export type Language = 'en' | 'zh'
export type Text = Readonly<Record<Language, string>>

export type Point = readonly [x: number, y: number]
