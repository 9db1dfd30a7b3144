/** A key in groups of four, as it is copied by hand; apps take it with or without the spaces. */
export const inFours = (key: string) => key.replace(/.{4}(?=.)/g, '$& ')
