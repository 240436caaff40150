/** Who enters what is entered here: the book is one person's. */
export const me = 'me'
