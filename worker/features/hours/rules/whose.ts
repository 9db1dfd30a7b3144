/** The name under which the office's own hours stand, which members without hours of their own follow. */
export const OFFICE = 'office'
