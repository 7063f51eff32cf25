/** The address of the course's repository. */
export const REPOSITORY = 'https://github.com/diamond-and-circle/course'
